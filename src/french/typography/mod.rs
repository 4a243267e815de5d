//! The typography of free text: spaces, quotation marks, apostrophes, dashes and ordinals as French prints them.
//!
//! | entry point | for |
//! |---|---|
//! | [`correct`], [`with_profile`] | a block of text: a paragraph, a heading, an item, a cell |
//! | [`correct_runs`] | a block that markup cuts into runs |
//! | [`title`], [`sentence_list`] | agenda items and titles of themes, lists that the program writes |
//! | [`raised_letters`] | which letters of a corrected text are raised |
//! | [`odd_quotation_marks`] | what the pass leaves and the checker reports |
//!
//! The pass never changes a word, a capital, an accent or the digits of a number, and a text that it made it leaves as
//! it is. A text is one block in NFC, before any escaping. Each rule is a function that reads the text and lists its
//! changes, named as in the specification.

mod abbreviations;
mod apostrophes;
mod dashes;
mod dates;
mod draft;
mod hours;
mod lists;
mod look;
mod marks;
mod numbers;
mod ordinals;
mod profile;
mod protected;
mod quotes;
mod raised;
mod signs;
mod spaces;
mod units;

use std::ops::Range;

use draft::Draft;
use look::Look;
use protected::Protection;

pub use lists::{phrase, sentence_list, title, title_with_part};
pub use profile::Profile;
pub(crate) use protected::is_file_extension;
pub(crate) use raised::ordinals_typed;
pub use raised::raised_letters;

/// The text with French typography, in the profile [`Profile::Fine`].
///
/// ```
/// use greffier::french::typography::correct;
/// assert_eq!(correct("L'atelier : \"validé\" !"), "L’atelier\u{a0}: «\u{a0}validé\u{a0}»\u{202f}!");
/// ```
pub fn correct(text: &str) -> String {
    with_profile(text, Profile::Fine)
}

/// The text with French typography, its spaces those of a profile.
pub fn with_profile(text: &str, profile: Profile) -> String {
    let protection = Protection::new(text, Vec::new());
    if protection.is_all_plain() {
        return text.to_owned();
    }
    let hidden = protection.hidden();
    let look = protection.look(&hidden);
    let (corrected, _) = run(Draft::new(hidden, Vec::new()), look, profile).finish();
    let (text, _) = protection.put_back(corrected, &[], &[]);
    text.into_owned()
}

/// A run of a block: what stands between two borders of its markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The text of the run; a soft break is a run that holds one line feed.
    pub text: &'a str,
    /// Whether the run stays byte for byte, as the content of a link that is its own address.
    pub protected: bool,
}

impl<'a> Run<'a> {
    /// A run that the pass may change.
    pub fn free(text: &'a str) -> Self {
        Self {
            text,
            protected: false,
        }
    }

    /// A run that it leaves as it is.
    pub fn protected(text: &'a str) -> Self {
        Self {
            text,
            protected: true,
        }
    }
}

/// The runs of one block with French typography: as many, in the same order.
///
/// The block is corrected as one string, since markup has no width. A space stands beside the mark that asked for it,
/// and so outside the emphasis in `**Attention** :`. A run that held only spaces may come back empty, and a line feed
/// may come back as a no-break space. A hard line break ends a block: the caller gives what follows apart.
pub fn correct_runs(runs: &[Run<'_>], profile: Profile) -> Vec<String> {
    let text: String = runs.iter().map(|run| run.text).collect();
    let mut protected = Vec::new();
    let mut cuts = Vec::with_capacity(runs.len());
    let mut end = 0;
    for run in runs {
        let start = end;
        end += run.text.len();
        cuts.push(end);
        if run.protected && start < end {
            protected.push(start..end);
        }
    }
    let protection = Protection::new(&text, protected);
    let hidden = protection.hidden();
    let look = protection.look(&hidden);
    let draft = Draft::new(hidden, protection.places_hidden(&cuts));
    let (corrected, moved) = run(draft, look, profile).finish();
    let (corrected, moved) = protection.put_back(corrected, &moved, &cuts);
    let mut start = 0;
    let cut = moved.into_iter().map(|end| {
        let run = corrected[start..end].to_owned();
        start = end;
        run
    });
    cut.collect()
}

/// The straight quotation marks that the pass leaves because they do not go two by two (GUI-R2), for the checker.
pub fn odd_quotation_marks(text: &str) -> Vec<Range<usize>> {
    if !text.contains('"') {
        return Vec::new();
    }
    let protection = Protection::new(text, Vec::new());
    let hidden = protection.hidden();
    if !quotes::is_odd(&hidden) {
        return Vec::new();
    }
    let marks: Vec<usize> = hidden.match_indices('"').map(|(at, _)| at).collect();
    let marks = protection.places_typed(&marks);
    marks.into_iter().map(|at| at..at + 1).collect()
}

/// The rules, in their order: another would not leave its own result as it is.
///
/// GUI-R2 stands before ESP-R3, which must know the marks that close and touches nothing that GUI-R2 looks at.
fn run(mut draft: Draft<'_>, look: Look, profile: Profile) -> Draft<'_> {
    if look.dots {
        draft.apply(apostrophes::ellipses);
    }
    if look.angles {
        draft.apply(quotes::angles);
    }
    if look.straight_marks {
        draft.apply(quotes::straight_marks);
    }
    if look.gaps || look.straight_marks {
        draft.apply(spaces::gaps);
    }
    if look.apostrophes {
        draft.apply(apostrophes::apostrophes);
    }
    if look.digits || look.roman {
        draft.apply(ordinals::ordinals);
    }
    if look.digits {
        draft.apply(hours::hours);
        draft.apply(numbers::thousands);
        draft.apply(units::units);
    }
    if look.abbreviations {
        draft.apply(abbreviations::abbreviations);
    }
    if look.digits {
        draft.apply(dates::days);
    }
    if look.dashes {
        draft.apply(dashes::dashes);
    }
    if look.double_spaces {
        draft.apply(spaces::doubles);
    }
    if look.quotation_marks || look.straight_marks || look.angles {
        draft.apply(quotes::inner_spaces);
    }
    if look.high_marks {
        draft.apply(marks::high_marks);
    }
    if profile != Profile::Fine {
        draft.apply(|text, edits| profile.replace_spaces(text, edits));
    }
    draft
}
