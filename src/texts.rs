//! Many short texts held as one. A large archive has a million of them: each by itself takes twice its room, and is found room for, and
//! read back, by itself.

use serde::{Deserialize, Serialize};

/// Texts, each known by its number, from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Texts {
    all: String,
    /// Of each twice where it ends, and one more where there is none.
    ends: Vec<u32>,
}

impl Texts {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// About how many bytes of memory they take.
    pub(crate) fn size(&self) -> usize {
        self.all.len() + size_of_val(self.ends.as_slice())
    }

    /// Adds a text, and tells its number.
    pub(crate) fn push(&mut self, text: &str) -> u32 {
        self.push_any(Some(text))
    }

    /// Adds a text, or that there is none.
    pub(crate) fn push_any(&mut self, text: Option<&str>) -> u32 {
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.all.push_str(text.unwrap_or_default());
        // They are those of one record, which is much shorter.
        let end = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.ends
            .push(end.saturating_mul(2) | u32::from(text.is_none()));
        number
    }

    /// Gives back the room that was taken for more of them.
    pub(crate) fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The text of that number, if there is one.
    pub(crate) fn any(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let before = number.checked_sub(1).map(|before| self.ends[before]);
        let start = before.unwrap_or_default() / 2;
        // They may have been read from a file.
        let text = self.all.get(start as usize..end as usize / 2);
        text.filter(|_| end % 2 == 0)
    }

    /// The same, empty where there is none.
    pub(crate) fn get(&self, number: usize) -> &str {
        self.any(number).unwrap_or_default()
    }
}

/// Rows of `N` texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table<const N: usize>(Texts);

impl<const N: usize> Table<N> {
    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len() / N
    }

    /// About how many bytes of memory they take.
    pub(crate) fn size(&self) -> usize {
        self.0.size()
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of that number, from 0.
    pub(crate) fn row(&self, number: usize) -> [Option<&str>; N] {
        std::array::from_fn(|column| self.0.any(number * N + column))
    }

    /// All rows.
    pub(crate) fn rows(
        &self,
    ) -> impl DoubleEndedIterator<Item = [Option<&str>; N]> + ExactSizeIterator {
        (0..self.len()).map(|number| self.row(number))
    }
}

impl<T: AsRef<str>, const N: usize> FromIterator<[Option<T>; N]> for Table<N> {
    fn from_iter<I: IntoIterator<Item = [Option<T>; N]>>(rows: I) -> Self {
        let mut texts = Texts::default();
        for text in rows.into_iter().flatten() {
            texts.push_any(text.as_ref().map(AsRef::as_ref));
        }
        texts.shrink();
        Self(texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_found_by_its_number() {
        let mut texts = Texts::default();
        let numbers =
            [Some("Réunion"), None, Some(""), Some("à Gao")].map(|one| texts.push_any(one));
        assert_eq!(numbers, [0, 1, 2, 3]);
        let found: Vec<_> = (0..5).map(|number| texts.any(number)).collect();
        assert_eq!(
            found,
            [Some("Réunion"), None, Some(""), Some("à Gao"), None]
        );
        assert_eq!((texts.get(1), texts.get(3), texts.len()), ("", "à Gao", 4));
    }

    #[test]
    fn rows_are_read_back_as_they_were() {
        let rows = [[Some("PNUD"), None], [Some("OCHA"), Some("ONU")]];
        let table: Table<2> = rows.into_iter().collect();
        assert_eq!(table.rows().collect::<Vec<_>>(), rows);
        assert_eq!(table.rows().next_back(), Some(rows[1]));
        let bytes = postcard::to_allocvec(&table).expect("bytes");
        let read: Table<2> = postcard::from_bytes(&bytes).expect("a table");
        assert_eq!(read, table);
    }

    /// A file may have been changed by hand.
    #[test]
    fn ends_that_are_amiss_give_no_text() {
        for ends in [
            vec![9],
            vec![2],
            vec![4, 2],
            vec![u32::MAX, 0],
            vec![200, 400],
        ] {
            let texts = Texts {
                all: "é".to_owned() + "x",
                ends,
            };
            (0..3).for_each(|number| assert!(texts.get(number).len() < 4));
        }
    }
}
