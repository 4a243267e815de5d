//! A text read and set in French typography, and kept for a moment: the page of a meeting, its data, its summary and the words by which it is
//! found say the same texts, one after the other.

use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use super::{Block, parse, typeset};
use crate::french::typography::Profile;

/// How many texts a thread keeps at most: more than most records have.
const MOST_KEPT: usize = 256;

/// The longest text that is kept, in bytes. Long ones are few, and would weigh on memory.
const LONGEST_KEPT: usize = 2048;

struct Set {
    text: String,
    profile: Profile,
    blocks: Rc<[Block]>,
}

thread_local! {
    /// Each text has one place, by its hash; the next one of the same place takes it.
    static LATEST: RefCell<Vec<Option<Set>>> = RefCell::new((0..MOST_KEPT).map(|_| None).collect());
}

/// The blocks of a text with French typography, their spaces those of a profile.
#[must_use]
pub fn set(text: &str, profile: Profile) -> Rc<[Block]> {
    let anew = || Rc::from(typeset(parse(text).blocks, profile));
    if text.len() > LONGEST_KEPT {
        return anew();
    }
    LATEST.with_borrow_mut(|latest| {
        let count = latest.len() as u64;
        let Some(place) = latest.get_mut((hash(text, profile) % count) as usize) else {
            return anew();
        };
        let known = place
            .as_ref()
            .filter(|set| set.profile == profile && set.text == text);
        if let Some(set) = known {
            return Rc::clone(&set.blocks);
        }
        let blocks = anew();
        *place = Some(Set {
            text: text.to_owned(),
            profile,
            blocks: Rc::clone(&blocks),
        });
        blocks
    })
}

fn hash(text: &str, profile: Profile) -> u64 {
    let mut hasher = DefaultHasher::new();
    (text, profile).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{LONGEST_KEPT, set};
    use crate::french::typography::Profile;
    use crate::markup::{parse, to_plain, typeset};

    #[test]
    fn a_text_is_set_once_for_a_profile() {
        let text = "Voir *le site* : « 5 % »";
        let first = set(text, Profile::Fine);
        assert!(Rc::ptr_eq(&first, &set(text, Profile::Fine)));
        let simple = set(text, Profile::Simple);
        assert_eq!(to_plain(&simple), "Voir le site : « 5 % »");
        assert_ne!(*simple, *first);
    }

    #[test]
    fn more_texts_than_are_kept_are_themselves() {
        let texts: Vec<String> = (0..1000)
            .map(|number| format!("Point n° {number} !"))
            .collect();
        for text in texts.iter().chain(&texts) {
            let expected = typeset(parse(text).blocks, Profile::Fine);
            assert_eq!(*set(text, Profile::Fine), *expected, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_not_kept() {
        let text = "x".repeat(LONGEST_KEPT + 1);
        let first = set(&text, Profile::Fine);
        assert!(!Rc::ptr_eq(&first, &set(&text, Profile::Fine)));
    }
}
