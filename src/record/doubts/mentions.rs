//! Where a text names somebody: *Awa Sow*, *SOW Awa*, *A. Sow*, *Sow A.*, *Awa Fatou Sow*, *Mme Sow*, *M. d’Almeida*, *MM. Ba et Sow*.
//!
//! A running text is searched here, whose other words are anybody’s. A field that is for a name, or a list of some, is asked whom it means by
//! [`crate::french::persons`], which is more lenient.
//!
//! However many persons are known, and whatever the text, each word of it is looked up a few times, and stands in one mention at most.

mod coded;
mod index;
mod words;

use std::ops::Range;

use crate::french::naming::is_title;
use coded::Plain;
use index::{Index, Sexes};
use words::{Word, is_particle, words};

/// At least 3 letters: in a path, *ba* or *sy* may be anything.
const LEAST_OF_PATH: usize = 3;
/// At most 2 words that are not known stand within a name: *Awa Fatou Sow*.
const MOST_WITHIN: usize = 2;
/// At most 4 initials stand before a name.
const MOST_INITIALS: usize = 4;

/// The persons who are looked for in texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(Index);

/// How much of a name tells who is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// The whole of it, typed as a name is, or a part after a title or an initial: many are looked for, and some of these are typed as
    /// what they do.
    Most,
    /// The whole of it in any letters, or a part after a title or an initial.
    Much,
    /// A part alone: few are looked for.
    Any,
}

impl Names {
    /// The names as typed in lists, of which what stands in brackets is no part.
    pub(super) fn of<'n>(typed: impl Iterator<Item = &'n String>) -> Self {
        let mut index = Index::default();
        typed.for_each(|typed| index.add(typed));
        Self(index)
    }

    /// Where a text names one of them, be it in an address that holds signs by their numbers: `Awa%20Sow`.
    pub(super) fn mentions(&self, text: &str, telling: Telling) -> Vec<Range<usize>> {
        let mut found = self.mentions_as_typed(text, telling);
        let Some(plain) = Plain::of(text) else {
            return found;
        };
        let coded = self.mentions_as_typed(&plain.text, telling);
        let coded = coded.iter().filter_map(|place| plain.as_typed(place));
        let is_new = |place: &Range<usize>| {
            let next = found.partition_point(|other| other.end <= place.start);
            found.get(next).is_none_or(|next| place.end <= next.start)
        };
        let coded: Vec<Range<usize>> = coded.filter(is_new).collect();
        found.extend(coded);
        found.sort_by_key(|place| place.start);
        found
    }

    fn mentions_as_typed(&self, text: &str, telling: Telling) -> Vec<Range<usize>> {
        let words = words(text);
        let of_word = words.iter().map(|word| self.0.word(&word.folded));
        let text = Reader {
            text,
            ids: of_word.collect(),
            is_led: led(text, &words),
            words,
            index: &self.0,
            telling,
        };
        let (mut found, mut first) = (Vec::new(), 0);
        while first < text.words.len() {
            let Some(length) = text.length(first) else {
                first += 1;
                continue;
            };
            let is_titled = text.title_before(first).is_some();
            let start = text.words[first - usize::from(is_titled)].range.start;
            found.push(start..text.words[first + length - 1].range.end);
            first += length;
        }
        found
    }

    /// Whether the path of a file names one of them. There a family name stands in small letters, and often alone.
    pub(super) fn are_in_path(&self, path: &str) -> bool {
        let is_family =
            |word: &Word<'_>| word.folded.len() >= LEAST_OF_PATH && self.0.is_last(&word.folded);
        words(path).iter().any(is_family) || !self.mentions(path, Telling::Much).is_empty()
    }
}

/// A text that is looked through.
struct Reader<'t> {
    text: &'t str,
    words: Vec<Word<'t>>,
    /// What each word is among the words of names, if it is one.
    ids: Vec<Option<usize>>,
    /// Whether each word stands behind a title of several, though not at once: *MM. Ba et Sow*.
    is_led: Vec<bool>,
    index: &'t Index,
    telling: Telling,
}

impl Reader<'_> {
    /// How many words from there on name somebody, if they do.
    fn length(&self, first: usize) -> Option<usize> {
        let title = self.title_before(first);
        let sexes = title.map_or(Sexes::ALL, Sexes::said_by);
        let longest = [
            self.whole(first, sexes),
            self.pair(first, sexes),
            self.initials(first, sexes),
            self.part(first, title, sexes),
        ];
        longest.into_iter().flatten().max()
    }

    /// A whole name, in either order: *Sow Awa*, *awa sow*, *Sow (Awa)*.
    fn whole(&self, first: usize, sexes: Sexes) -> Option<usize> {
        self.ids[first]?;
        let mut ids = Vec::new();
        let mut longest = None;
        for place in first..(first + index::MOST_WORDS).min(self.words.len()) {
            let is_joined = place == first || self.is_calm(place - 1) || self.opens(place - 1);
            let Some(id) = self.ids[place].filter(|_| is_joined) else {
                break;
            };
            ids.push(id);
            let there = &self.words[first..=place];
            if ids.len() > 1 && self.index.wholes(&ids).may_be(sexes) && self.is_typed_so(there) {
                longest = Some(ids.len());
            }
        }
        longest
    }

    /// Whether the letters of a whole name are such as a name may have.
    fn is_typed_so(&self, name: &[Word<'_>]) -> bool {
        let telling = name.iter().filter(|word| !is_particle(&word.folded));
        let capitals = telling.clone().filter(|word| word.is_capital()).count();
        let telling = telling.count();
        match self.telling {
            _ if telling < 2 => name.iter().all(|word| word.is_capital()),
            Telling::Most => capitals == telling || capitals == 0,
            Telling::Much | Telling::Any => true,
        }
    }

    /// Two words of one name, and what stands around them and between: *Sow Awa Fatou*, *Awa Fatou Sow*, *Awa F. Sow*.
    fn pair(&self, first: usize, sexes: Sexes) -> Option<usize> {
        if !self.words[first].is_telling() {
            return None;
        }
        let (mut last, mut within) = (first, 0);
        for place in first + 1..(first + index::MOST_WORDS).min(self.words.len()) {
            let (word, is_joined) = (&self.words[place], self.is_tight(place - 1));
            let is_of_name = word.is_capital() || is_particle(&word.folded);
            if !is_joined || !is_of_name || within > MOST_WITHIN {
                break;
            }
            match word.is_telling() && self.are_pair(last, place, sexes) {
                true => (last, within) = (place, 0),
                false => within += 1,
            }
        }
        (last > first).then_some(last - first + 1)
    }

    fn are_pair(&self, one: usize, other: usize, sexes: Sexes) -> bool {
        let ids = self.ids[one].zip(self.ids[other]);
        ids.is_some_and(|(one, other)| self.index.pair(one, other).may_be(sexes))
    }

    /// A word of a name with the initial of another, before or after it: *A. Sow*, *J.-M. Ndiaye*, *SOW A.*
    fn initials(&self, first: usize, sexes: Sexes) -> Option<usize> {
        let last = self.words.len().min(first + MOST_INITIALS);
        let letters = (first..last).take_while(|place| self.is_initial(*place));
        let letters = letters.count();
        let (family, letters) = match letters {
            0 => (first, first + 1..first + 2),
            count => (first + count, first..first + count),
        };
        let word = self.words.get(family)?;
        let are_there = letters.end <= self.words.len() && self.ids[family].is_some();
        if !are_there || !word.is_telling() || !self.is_tight(family.min(letters.start)) {
            return None;
        }
        let is_titled = self.title_before(first).is_some();
        let mut all = letters.clone();
        let is_of_name = |letter: usize| {
            let (is_after, word) = (letter > family, &self.words[letter]);
            let is_initial =
                word.is_letter() && (self.has_point(letter) || (is_titled && !is_after));
            let initial = self.index.initial(self.ids[family], &word.folded);
            is_initial && initial.may_be(sexes)
        };
        all.all(is_of_name).then_some(letters.len() + 1)
    }

    fn is_initial(&self, place: usize) -> bool {
        self.words[place].is_letter() && (place + 1 == self.words.len() || self.is_tight(place))
    }

    /// Whether a letter is followed by the point, or the hyphen, of an initial.
    fn has_point(&self, place: usize) -> bool {
        self.text[self.words[place].range.end..].starts_with(['.', '-'])
    }

    /// A part of a name, behind a title: *Mme Sow*, *M. de Souza*, *mme sow*, *MM. Ba et Sow*; or alone, where that is enough.
    fn part(&self, first: usize, title: Option<&str>, sexes: Sexes) -> Option<usize> {
        let is_led = title.is_some() || self.is_led[first];
        let places = first..(first + index::MOST_WORDS).min(self.words.len());
        let mut within = places.skip_while(|place| {
            is_led && is_particle(&self.words[*place].folded) && self.ids[*place].is_some()
        });
        let place = within.next()?;
        let (id, word) = (self.ids[place]?, &self.words[place]);
        if is_particle(&word.folded) || (place > first && !self.is_tight(place - 1)) {
            return None;
        }
        let (family, any) = (self.index.family(id), self.index.part(id));
        let is_alone = || !self.goes_on(first, place + 1 - first);
        let is_meant = match (word.is_telling(), is_led) {
            (true, true) => family.may_be(sexes) || (any.may_be(sexes) && is_alone()),
            // Where nobody typed a capital, *petit* may be one.
            (false, true) => {
                !word.is_capital()
                    && title.is_some_and(|title| self.is_clear(first, title))
                    && family.may_be(sexes)
            }
            // A given name that several bear tells of none.
            (true, false) => {
                let tells = self.index.tells_one(id) || family.may_be(sexes);
                self.telling == Telling::Any && tells && any.may_be(sexes) && is_alone()
            }
            (false, false) => false,
        };
        is_meant.then_some(place + 1 - first)
    }

    /// Whether a title in front is one even before a small letter: *m* may be a metre, *me* and *maître* much else.
    fn is_clear(&self, first: usize, title: &str) -> bool {
        let is_title = matches!(
            title,
            "mme" | "mlle" | "mmes" | "madame" | "mademoiselle" | "monsieur" | "mr"
        );
        is_title || (title == "m" && self.gap(first - 1).starts_with('.'))
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
        let after = (first + count..self.words.len()).take(index::MOST_WORDS);
        let mut after = after.take_while(|place| self.is_tight(place - 1));
        let next = after.find(|place| !is_particle(&self.words[*place].folded));
        let next = next.is_some_and(|next| self.words[next].is_telling());
        let before = first.checked_sub(1).map(|before| &self.words[before]);
        let before = before.is_some_and(|before| {
            before.is_telling() && !is_title(&before.folded) && self.is_tight(first - 1)
        });
        next || before
    }

    fn gap(&self, place: usize) -> &str {
        gap(self.text, &self.words, place)
    }

    fn is_calm(&self, place: usize) -> bool {
        is_calm(self.text, &self.words, place)
    }

    /// Whether a bracket opens after a word, and closes after the next one: *Sow (Awa)*.
    fn opens(&self, place: usize) -> bool {
        let end = self.words[place + 1].range.end;
        self.gap(place).trim() == "(" && self.text[end..].starts_with(')')
    }

    /// Whether nothing but a space or a sign within names parts a word from the next one.
    fn is_tight(&self, place: usize) -> bool {
        place + 1 < self.words.len()
            && self.is_calm(place)
            && !self.gap(place).contains([',', '/', '—', '–', '«', '»'])
    }
}

/// The words that stand behind a title of several persons, one after another: *MM. Ba et Sow*, *Mmes Ba (OIM), Sow et Diarra*.
fn led(text: &str, words: &[Word<'_>]) -> Vec<bool> {
    const OF_SEVERAL: [&str; 6] = [
        "mm",
        "mmes",
        "mlles",
        "messieurs",
        "mesdames",
        "mesdemoiselles",
    ];
    let (mut led, mut goes_on, mut begins) = (Vec::new(), false, false);
    for (place, word) in words.iter().enumerate() {
        let gap = place
            .checked_sub(1)
            .map_or("", |before| gap(text, words, before));
        let is_between = matches!(word.folded.as_str(), "et" | "ou");
        let is_cut = gap.contains(['.', '!', '?', ';', ':']) || gap.contains("\n\n");
        let is_of_list = word.is_capital() || is_between || is_particle(&word.folded);
        let is_after_letter = || place > 0 && (words[place - 1].is_letter() || begins);
        goes_on &= is_of_list && (!is_cut || (gap.trim() == "." && is_after_letter()));
        begins = OF_SEVERAL.contains(&word.folded.as_str());
        let follows =
            || gap.contains(',') || matches!(words[place - 1].folded.as_str(), "et" | "ou");
        led.push(goes_on && !is_between && place > 0 && follows());
        goes_on |= begins;
    }
    led
}

/// What stands between a word and the next one.
fn gap<'t>(text: &'t str, words: &[Word<'_>], place: usize) -> &'t str {
    match words.get(place + 1) {
        Some(next) => &text[words[place].range.end..next.range.start],
        None => "",
    }
}

/// Whether no sentence, and no paragraph, ends after a word.
fn is_calm(text: &str, words: &[Word<'_>], place: usize) -> bool {
    let gap = gap(text, words, place);
    let stops = gap.contains('.') && gap != "." && !words[place].is_letter();
    !stops && !gap.contains(['!', '?', ';', ':', '(', ')']) && !gap.contains("\n\n")
}

#[cfg(test)]
mod tests;
