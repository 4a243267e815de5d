//! Themes and action points pasted twice.

use std::collections::BTreeMap;

use super::at_all;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::folding::fold;
use crate::record::RecordDoubt;
use crate::record::raw::{DueText, RawAction, RawMeeting, RawTheme, Text};

/// A discussion of 80 letters is not had twice.
const LONG_TEXT: usize = 80;

/// A title or a text of fewer letters says too little to be the same.
const SHORT_TEXT: usize = 4;
/// At most 20 places are shown.
const MOST_PLACES: usize = 20;

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let (mut themes, mut actions) = (Seen::default(), Seen::default());
    for (theme, whole) in raw.themes.items() {
        let span = theme.title.span().unwrap_or(whole);
        if themes.is_repeated(keys_of_theme(theme), span) {
            // Its action points stand twice too: once said is enough.
            continue;
        }
        let contents = theme.contents();
        for (action, whole) in contents.flat_map(|content| content.actions.items()) {
            let span = action.text.span().unwrap_or(whole);
            actions.is_repeated(key_of_action(action), span);
        }
    }
    for (places, count) in themes.repeated() {
        let title = format!("ce thème figure {count} fois");
        doubts.push(
            at_all(Diagnostic::new(RecordDoubt::RepeatedTheme, title), places)
                .help("n’en gardez qu’un, ou dites ce qui les distingue"),
        );
    }
    for (places, count) in actions.repeated() {
        let title = format!("ce point d’action figure {count} fois");
        doubts.push(
            at_all(Diagnostic::new(RecordDoubt::RepeatedAction, title), places)
                .help("n’en gardez qu’un : il serait suivi plusieurs fois"),
        );
    }
}

/// Where each thing stands, by what makes it the same.
#[derive(Default)]
struct Seen {
    by_key: BTreeMap<String, usize>,
    places: Vec<Vec<Span>>,
}

impl Seen {
    /// Whether something with one of these keys stands already; notes where this one does.
    fn is_repeated(&mut self, keys: impl IntoIterator<Item = String>, span: Span) -> bool {
        let keys: Vec<String> = keys.into_iter().collect();
        let seen = keys.iter().find_map(|key| self.by_key.get(key)).copied();
        let index = seen.unwrap_or(self.places.len());
        if seen.is_none() {
            self.places.push(Vec::new());
        }
        self.places[index].push(span);
        for key in keys {
            self.by_key.entry(key).or_insert(index);
        }
        seen.is_some()
    }

    /// The places of what stands more than once, the second first, and how many there are, in letters or figures.
    fn repeated(self) -> impl Iterator<Item = (impl Iterator<Item = Span>, String)> {
        let repeated = self.places.into_iter().filter(|places| places.len() > 1);
        repeated.map(|mut places| {
            let count = match places.len() {
                2 => "deux".to_owned(),
                count => count.to_string(),
            };
            places.swap(0, 1);
            (places.into_iter().take(MOST_PLACES), count)
        })
    }
}

/// Its title with its discussion, and a long discussion alone. A theme of parts may have the title of another.
fn keys_of_theme(theme: &RawTheme) -> impl Iterator<Item = String> {
    let (title, discussion) = (folded(&theme.title), folded(&theme.discussion));
    let is_plain = title.chars().count() >= SHORT_TEXT && theme.parts.is_absent();
    let titled = is_plain.then(|| format!("{title}\n{discussion}"));
    let long = Some(discussion).filter(|text| text.chars().count() >= LONG_TEXT);
    titled.into_iter().chain(long)
}

/// What is to be done, by whom and until when.
fn key_of_action(action: &RawAction) -> Option<String> {
    let text = folded(&action.text);
    let owners = action.owners.get().into_iter().flatten().map(folded);
    let mut owners: Vec<String> = owners.collect();
    owners.sort();
    let due = action.due.get().map_or("", |DueText(due)| due);
    (text.chars().count() >= SHORT_TEXT).then(|| format!("{text}\n{}\n{due}", owners.join(",")))
}

fn folded(text: &Text) -> String {
    text.get().map(|text| fold(text)).unwrap_or_default()
}
