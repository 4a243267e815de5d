//! Where a text names somebody: *Awa Sow*, *SOW Awa*, *A. Sow*, *Mme Sow*, *M. d’Almeida*.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::french::folding::fold;
use crate::french::naming::{is_title, without_title};

/// At least 3 letters: in a path, *ba* or *sy* may be anything.
const LEAST_OF_PATH: usize = 3;

/// The persons who are looked for in texts.
#[derive(Default)]
pub(super) struct Names {
    names: Vec<Name>,
    /// The places of the names in which a word stands.
    by_word: BTreeMap<String, Vec<usize>>,
}

/// The words of a name, folded, and whether it is typed as a man's or a woman's.
struct Name {
    words: Vec<String>,
    sex: Option<Sex>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sex {
    Man,
    Woman,
}

/// A word of a text.
struct Word<'t> {
    typed: &'t str,
    folded: String,
    range: Range<usize>,
}

/// How much of a name tells who is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// The whole of it, or a part after a title or an initial.
    Much,
    /// A part alone: few are looked for.
    Any,
}

impl Names {
    /// The names as typed in lists, of which what stands in brackets is no part.
    pub(super) fn of<'n>(typed: impl Iterator<Item = &'n String>) -> Self {
        let mut names = Self::default();
        for typed in typed {
            let name = typed.split('(').next().unwrap_or_default();
            let found = words(without_title(name));
            let found: Vec<String> = found.into_iter().map(|word| word.folded).collect();
            if found.is_empty() {
                continue;
            }
            for word in &found {
                let places = names.by_word.entry(word.clone()).or_default();
                places.push(names.names.len());
            }
            let sex = words(name).first().and_then(|word| sex_of(&word.folded));
            names.names.push(Name { words: found, sex });
        }
        names
    }

    /// Where a text names one of them.
    pub(super) fn mentions(&self, text: &str, telling: Telling) -> Vec<Range<usize>> {
        let text = Text {
            text,
            words: words(text),
        };
        let mut found: Vec<Range<usize>> = Vec::new();
        for first in 0..text.words.len() {
            let start = text.words[first].range.start;
            if found.last().is_some_and(|last| start < last.end) {
                continue;
            }
            let names = self.near(&text, first);
            let lengths = names.filter_map(|name| text.names(first, name, telling));
            if let Some(length) = lengths.max() {
                let is_led = text.title_before(first).is_some();
                let start = text.words[first - usize::from(is_led)].range.start;
                found.push(start..text.words[first + length - 1].range.end);
            }
        }
        found
    }

    /// Whether the path of a file names one of them. There a family name stands in small letters, and often alone.
    pub(super) fn are_in_path(&self, path: &str) -> bool {
        let is_family = |word: &Word<'_>| {
            let is_last = |name: &Name| name.words.last() == Some(&word.folded);
            word.folded.len() >= LEAST_OF_PATH && self.names.iter().any(is_last)
        };
        words(path).iter().any(is_family) || !self.mentions(path, Telling::Much).is_empty()
    }

    /// Those in whose names a word stands, or the word after an initial.
    fn near(&self, text: &Text<'_>, first: usize) -> impl Iterator<Item = &Name> {
        let word = &text.words[first];
        let after = text.words.get(first + 1).filter(|_| word.is_letter());
        let words = [Some(word), after].into_iter().flatten();
        let places = words.filter_map(|word| self.by_word.get(&word.folded));
        places.flatten().filter_map(|place| self.names.get(*place))
    }
}

struct Text<'t> {
    text: &'t str,
    words: Vec<Word<'t>>,
}

impl Text<'_> {
    /// How many words from there on name somebody, if they do.
    fn names(&self, first: usize, name: &Name, telling: Telling) -> Option<usize> {
        let title = self.title_before(first);
        let is_of_other = title.and_then(sex_of).zip(name.sex);
        if is_of_other.is_some_and(|(said, typed)| said != typed) {
            return None;
        }
        if self.holds(first, name.words.iter()) || self.holds(first, name.words.iter().rev()) {
            return Some(name.words.len());
        }
        let of_name = |place: &usize| {
            let word = &self.words[*place];
            let is_near = *place == first || self.is_tight(place - 1);
            is_near && (name.has(word) || (word.is_letter() && name.begins_with(word)))
        };
        let run = (first..self.words.len()).take_while(of_name);
        let run: Vec<&Word<'_>> = run.map(|place| &self.words[place]).collect();
        let whole = run
            .iter()
            .filter(|word| word.is_telling() && name.has(word));
        let whole: Vec<&&Word<'_>> = whole.collect();
        let has_initial = run.len() > whole.len() && run.iter().any(|word| word.is_letter());
        let is_family = |word: &str| name.words.last().is_some_and(|last| last == word);
        let tells = match &whole[..] {
            [] => false,
            [one] if has_initial => run.last().is_some_and(|last| last.folded == one.folded),
            [one] if title.is_some() => is_family(&one.folded) || !self.goes_on(first, run.len()),
            [_] => telling == Telling::Any && !self.goes_on(first, run.len()),
            _ => true,
        };
        tells.then_some(run.len())
    }

    /// Whether just these words stand there, in any letters.
    fn holds<'n>(&self, first: usize, words: impl Iterator<Item = &'n String>) -> bool {
        let mut count = 0;
        let mut places = words.zip(first..).inspect(|_| count += 1);
        let are_there = places.all(|(word, place)| {
            let here = self.words.get(place);
            here.is_some_and(|here| here.folded == *word)
                && (place == first || self.is_calm(place - 1))
        });
        are_there && count > 1
    }

    /// The title that stands before a word, folded.
    fn title_before(&self, place: usize) -> Option<&str> {
        let before = self.words.get(place.checked_sub(1)?)?;
        let is_typed_so = before.is_capital() || before.folded != "me";
        (is_typed_so && is_title(&before.folded) && self.gap(place - 1).len() < 4)
            .then_some(before.folded.as_str())
    }

    /// Whether the name of somebody else stands around these words: *Moussa Sow*, *Awa Diarra*.
    fn goes_on(&self, first: usize, count: usize) -> bool {
        let next = self.words.get(first + count);
        let next = next.is_some_and(|next| next.is_telling() && self.is_tight(first + count - 1));
        let before = first.checked_sub(1).map(|before| &self.words[before]);
        let before = before.is_some_and(|before| {
            before.is_telling() && !is_title(&before.folded) && self.is_tight(first - 1)
        });
        next || before
    }

    /// What stands between a word and the next one.
    fn gap(&self, place: usize) -> &str {
        let (this, next) = (&self.words[place].range, &self.words[place + 1].range);
        &self.text[this.end..next.start]
    }

    /// Whether no sentence, and no paragraph, ends after a word.
    fn is_calm(&self, place: usize) -> bool {
        let gap = self.gap(place);
        let stops = gap.contains('.') && gap != "." && !self.words[place].is_letter();
        !stops && !gap.contains(['!', '?', ';', ':', '(', ')']) && !gap.contains("\n\n")
    }

    /// Whether nothing but a space or a sign within names parts a word from the next one.
    fn is_tight(&self, place: usize) -> bool {
        self.is_calm(place) && !self.gap(place).contains([',', '/', '—', '–', '«', '»'])
    }
}

impl Name {
    fn has(&self, word: &Word<'_>) -> bool {
        self.words.contains(&word.folded)
    }

    /// Whether a letter is the initial of one of its words.
    fn begins_with(&self, letter: &Word<'_>) -> bool {
        let mut words = self.words.iter();
        words.any(|word| word.starts_with(letter.folded.as_str()))
    }
}

impl Word<'_> {
    fn is_capital(&self) -> bool {
        self.typed.starts_with(char::is_uppercase)
    }

    /// A capital alone: an initial.
    fn is_letter(&self) -> bool {
        self.is_capital() && self.folded.chars().count() == 1
    }

    /// Whether it may be the name of somebody: *de* in *de Souza* is none.
    fn is_telling(&self) -> bool {
        self.is_capital() && !self.is_letter()
    }
}

fn sex_of(title: &str) -> Option<Sex> {
    match title {
        "m" | "mr" | "monsieur" => Some(Sex::Man),
        "mme" | "mlle" | "madame" | "mademoiselle" => Some(Sex::Woman),
        _ => None,
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut start = 0;
    let pieces = text.split(|sign: char| !sign.is_alphanumeric());
    let words = pieces.filter_map(|typed| {
        let from = text[start..].find(typed).map_or(start, |at| start + at);
        start = from + typed.len();
        (!typed.is_empty()).then(|| Word {
            typed,
            folded: fold(typed),
            range: from..start,
        })
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(name: &str, text: &'t str, telling: Telling) -> Vec<&'t str> {
        let names = Names::of([name.to_owned()].iter());
        let places = names.mentions(text, telling).into_iter();
        places.map(|place| &text[place]).collect()
    }

    #[test]
    fn a_person_is_named_in_several_ways() {
        for (name, text, expected) in [
            (
                "Awa Sow",
                "Mme Awa Sow et M. Sow ; SOW Awa.",
                &["Mme Awa Sow", "M. Sow", "SOW Awa"][..],
            ),
            ("Awa Sow", "le village de Sow, puis Awa seule", &[]),
            ("Awa Sow", "Mme Sowah", &[]),
            ("Awa Sow", "awa sow a dit", &["awa sow"]),
            ("Awa Sow", "A. Sow a dit", &["A. Sow"]),
            ("Awa Sow", "Mme A. Sow a dit", &["Mme A. Sow"]),
            ("Awa Sow", "Mme Awa a dit", &["Mme Awa"]),
            ("Awa Sow", "Mme Awa Diarra a dit", &[]),
            ("Mme Awa Sow", "M. Sow a dit", &[]),
            ("Mme Awa Sow", "Docteur Sow a dit", &["Docteur Sow"]),
            ("ZONGO Issa", "M. Zongo ouvre", &["M. Zongo"]),
            ("Issa ZONGO (HCR)", "Issa Zongo du HCR", &["Issa Zongo"]),
            ("M. Issa Zongo", "MM. Zongo et Diarra", &["MM. Zongo"]),
            (
                "M. Issa Zongo",
                "Prof. Zongo et Me Zongo",
                &["Prof. Zongo", "Me Zongo"],
            ),
            (
                "M. Kouassi N’Guessan",
                "M. N’Guessan parle",
                &["M. N’Guessan"],
            ),
            ("Mme Léa O’Connor", "Mme O'Connor", &["Mme O'Connor"]),
            ("M. Paul d’Almeida", "M. d’Almeida", &["M. d’Almeida"]),
            ("M. Paul de Souza", "M. de Souza", &["M. de Souza"]),
            ("M. Pierre Le Goff", "M. Le Goff", &["M. Le Goff"]),
            (
                "M. Jean Kouassi-Brou",
                "M. Kouassi-Brou",
                &["M. Kouassi-Brou"],
            ),
            ("Rose Petit", "Le petit. Rose est la couleur", &[]),
            ("Issa Zongo", "depart-issa-zongo", &["issa-zongo"]),
            ("Issa Zongo", "zongo.issa.pdf", &["zongo.issa"]),
            ("Issa Zongo", "dès que Zongo revient", &[]),
            ("Issa Ba", "il y a Ba", &[]),
        ] {
            assert_eq!(found(name, text, Telling::Much), expected, "{name}: {text}");
        }
    }

    #[test]
    fn a_path_may_name_somebody() {
        for (name, path, is_named) in [
            ("Issa Zongo", "meetings/2026/2026-03-17-zongo.toml", true),
            (
                "Issa Zongo",
                "meetings/2026/2026-03-17-issa-zongo.toml",
                true,
            ),
            (
                "ZONGO Issa",
                "meetings/2026/2026-03-17-zongo-issa.toml",
                true,
            ),
            (
                "Mme Léa Dembélé",
                "meetings/entretien-dembele/2026-03-17.toml",
                true,
            ),
            ("Issa Zongo", "meetings/2026/2026-03-17-issa.toml", false),
            (
                "Issa Zongo",
                "meetings/2026/2026-03-17-zongolais.toml",
                false,
            ),
            ("Ousmane Ba", "meetings/2026/2026-03-17-ba.toml", false),
        ] {
            let names = Names::of([name.to_owned()].iter());
            assert_eq!(names.are_in_path(path), is_named, "{name}: {path}");
        }
    }

    #[test]
    fn a_part_of_a_name_may_tell_enough() {
        for (name, text, expected) in [
            ("Issa Zongo", "dès que Zongo revient", &["Zongo"][..]),
            ("Issa Zongo", "MM. Diarra et Zongo", &["Zongo"]),
            ("Issa Zongo", "le colonel Zongo", &["Zongo"]),
            ("Issa Zongo", "Moussa Zongo", &[]),
            ("Issa Zongo", "Issa Diarra", &[]),
            ("Paul de Souza", "la part de la ville", &[]),
            ("Issa Ba", "avec Ba", &["Ba"]),
        ] {
            assert_eq!(found(name, text, Telling::Any), expected, "{name}: {text}");
        }
    }
}
