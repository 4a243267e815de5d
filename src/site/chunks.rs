//! Long lists cut into pages that load on a slow link.

/// At most 200 rows on a page: a reader loses the thread of more.
pub(super) const MOST_ROWS: usize = 200;
/// At most 36 000 bytes of text on a page: with their tags and compressed, they are well under 30 kB.
const MOST_WEIGHT: usize = 36_000;

/// The list cut where a page would hold too many rows or too much text; `weight` is the bytes of text of a row. An empty list
/// makes no page.
#[must_use]
pub fn chunks<T>(items: Vec<T>, most_rows: usize, weight: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let mut pages: Vec<Vec<T>> = Vec::new();
    let mut filled = 0;
    for item in items {
        let more = weight(&item);
        match pages.last_mut() {
            Some(page) if page.len() < most_rows && filled + more <= MOST_WEIGHT => {
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
pub(super) fn first<T>(
    items: Vec<T>,
    most_rows: usize,
    weight: impl Fn(&T) -> usize,
) -> (Vec<T>, usize) {
    let all = items.len();
    let first = chunks(items, most_rows, weight).into_iter().next();
    let first = first.unwrap_or_default();
    let left = all - first.len();
    (first, left)
}

#[cfg(test)]
mod tests {
    use super::chunks;

    #[test]
    fn a_page_is_cut_by_rows_or_by_weight() {
        let lengths = |items: Vec<usize>, most| {
            let pages = chunks(items, most, |weight| *weight);
            pages.iter().map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(lengths(vec![], 2), [0; 0]);
        assert_eq!(lengths(vec![1; 5], 2), [2, 2, 1]);
        assert_eq!(lengths(vec![20_000; 4], 200), [1, 1, 1, 1]);
        assert_eq!(lengths(vec![90_000, 1, 1], 200), [1, 2]);
    }
}
