//! Long lists cut into pages that load on a slow link.

/// At most 200 rows on a page: a reader loses the thread of more.
const MOST_ROWS: usize = 200;
/// At most 36 000 bytes of text on a page: with their tags and compressed, they are well under 30 kB.
const MOST_WEIGHT: usize = 36_000;

/// The list cut where a page would hold too many rows or too much text; `weight` is the bytes of text of a row. An empty list
/// makes no page.
#[must_use]
pub fn chunks<T>(items: Vec<T>, weight: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    cut(items, MOST_ROWS, MOST_WEIGHT, weight)
}

/// The same for a list that grows at its beginning, as one with the latest first does: what is far from that stays on its page, so that only the first pages
/// change with what comes. The first page is at least half full.
#[must_use]
pub(super) fn chunks_of_growing<T>(mut items: Vec<T>, weight: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    items.reverse();
    // The first page takes two halves, of which the first may hold little; each other page is one.
    let mut halves = cut(items, MOST_ROWS / 2, MOST_WEIGHT / 2, weight);
    if halves.len() > 1
        && let Some(mut latest) = halves.pop()
        && let Some(before) = halves.last_mut()
    {
        before.append(&mut latest);
    }
    halves.iter_mut().for_each(|page| page.reverse());
    halves.reverse();
    halves
}

fn cut<T>(
    items: Vec<T>,
    most_rows: usize,
    most_weight: usize,
    weight: impl Fn(&T) -> usize,
) -> Vec<Vec<T>> {
    let mut pages: Vec<Vec<T>> = Vec::new();
    let mut filled = 0;
    for item in items {
        let more = weight(&item);
        match pages.last_mut() {
            Some(page) if page.len() < most_rows && filled + more <= most_weight => {
                filled += more;
                page.push(item);
            }
            _ => {
                filled = more;
                pages.push(vec![item]);
            }
        }
    }
    pages
}

/// The first page of such a list, and how many rows it leaves out.
pub(super) fn first<T>(items: Vec<T>, weight: impl Fn(&T) -> usize) -> (Vec<T>, usize) {
    let all = items.len();
    let first = chunks(items, weight).into_iter().next();
    let first = first.unwrap_or_default();
    let left = all - first.len();
    (first, left)
}

#[cfg(test)]
mod tests {
    use super::{chunks, chunks_of_growing};

    #[test]
    fn a_page_is_cut_by_rows_or_by_weight() {
        let lengths = |items: Vec<usize>| {
            let pages = chunks(items, |weight| *weight);
            pages.iter().map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(lengths(vec![]), [0; 0]);
        assert_eq!(lengths(vec![1; 500]), [200, 200, 100]);
        assert_eq!(lengths(vec![20_000; 4]), [1, 1, 1, 1]);
        assert_eq!(lengths(vec![90_000, 1, 1]), [1, 2]);
    }

    #[test]
    fn what_comes_first_moves_nothing_far_from_it() {
        let pages = |count: usize| {
            let latest_first: Vec<usize> = (0..count).rev().collect();
            chunks_of_growing(latest_first, |_| 1)
        };
        let lengths = |count| pages(count).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(lengths(0), [0; 0]);
        assert_eq!(lengths(70), [70]);
        assert_eq!(lengths(200), [200]);
        assert_eq!(lengths(201), [101, 100]);
        assert_eq!(lengths(300), [200, 100]);
        for count in 201..600 {
            let (before, after) = (pages(count), pages(count + 1));
            let moved = after.len() - before.len();
            assert_eq!(before[1..], after[1 + moved..], "{count}");
            assert_eq!(after.concat(), (0..=count).rev().collect::<Vec<_>>());
        }
    }
}
