//! Slips of a hand that writes records: each is answered by its cause, at its line, and whoever obeys the answer has the file
//! that was meant. In all four ways in which an editor saves a text: line ends of Unix and of Windows, with and without the mark
//! of UTF-8.
//!
//! `slips/list.tsv` holds a slip a line: its name; what stands in the sound file (`slips/record.toml`, `greffier.toml` or
//! `contacts.toml`, by the beginning of the name); what was typed instead; the code of the first answer (`sain`: there is none); its line,
//! counted from the first of the slip; and what obeying gives. `⏎` is a line end, `⇥` a tab, `⍽` a no-break space, `⌖` the mark of UTF-8, `␤`
//! the line separator of Unicode, `¦` a space without width, `␌` a form feed, `ⓔ` the Cyrillic letter that looks like an `e`.
//!
//! What obeying gives: nothing where the proposals bring back the sound file; `2×`, first, where there are two answers, `*` any
//! number; a text that the proposals put in the place of the slip; `« words » text` where only the writer can tell: the help says the
//! words, a hand puts the text (`=`: what stood there).

use std::ops::Range;

use greffier::config::{self, PictureFile};
use greffier::contacts;
use greffier::diagnostic::{Diagnostic, Report, Severity, Source};
use greffier::record::{self, AnnexFile};

/// At most so many answers are obeyed, one after the other.
const MOST_ROUNDS: usize = 8;

/// How an editor saves a text.
const SAVED: [(&str, &str, &str); 4] = [
    ("LF", "", "\n"),
    ("CRLF", "", "\r\n"),
    ("LF, BOM", "\u{feff}", "\n"),
    ("CRLF, BOM", "\u{feff}", "\r\n"),
];

/// A line of the list.
struct Slip<'a> {
    name: &'a str,
    file: File,
    before: String,
    typed: String,
    code: &'a str,
    line: isize,
    answers: Option<usize>,
    way: Way,
}

#[derive(Clone, Copy)]
enum File {
    Record,
    Settings,
    Contacts,
}

enum Way {
    /// The proposals put that in the place of the slip.
    Proposed(String),
    /// The help says the words, and a hand puts the text.
    Told { words: String, text: String },
}

impl<'a> Slip<'a> {
    fn of(line: &'a str) -> Self {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (name, before, typed, code) = (cell(), plain(cell()), plain(cell()), cell());
        let line = cell().parse().unwrap_or(1);
        let way = cell();
        let (answers, way) = match way.split_once('×') {
            Some((count, way)) => (count.parse().ok(), way.trim_start_matches(' ')),
            None if way.starts_with('*') => (None, way.trim_start_matches(['*', ' '])),
            None => (Some(1), way),
        };
        let way = match way.strip_prefix("« ").and_then(|way| way.split_once(" » ")) {
            Some((words, "=")) => Way::Told {
                words: words.into(),
                text: before.clone(),
            },
            Some((words, text)) => Way::Told {
                words: words.into(),
                text: plain(text),
            },
            None if way.is_empty() => Way::Proposed(before.clone()),
            None => Way::Proposed(plain(way)),
        };
        let file = match name.split('-').next() {
            Some("greffier") => File::Settings,
            Some("contacts") => File::Contacts,
            _ => File::Record,
        };
        Self {
            name,
            file,
            before,
            typed,
            code,
            line,
            answers,
            way,
        }
    }
}

fn plain(cell: &str) -> String {
    cell.replace('⏎', "\n")
        .replace('⇥', "\t")
        .replace('⍽', "\u{a0}")
        .replace('⌖', "\u{feff}")
        .replace('␤', "\u{2028}")
        .replace('¦', "\u{200b}")
        .replace('␌', "\u{c}")
        .replace('ⓔ', "\u{435}")
}

impl File {
    fn sound(self) -> &'static str {
        match self {
            Self::Record => include_str!("slips/record.toml"),
            Self::Settings => include_str!("slips/greffier.toml"),
            Self::Contacts => include_str!("slips/contacts.toml"),
        }
    }

    /// The faults of a text, in the order in which they are said.
    fn faults(self, text: &str) -> Report {
        let source = Source {
            name: "fichier.toml".into(),
            text: text.into(),
        };
        let mut diagnostics = match self {
            Self::Record => record::read(&source, &|_| AnnexFile::Present).faults,
            Self::Settings => {
                config::read(&source, &|_| PictureFile::NotThere(AnnexFile::Missing)).diagnostics
            }
            Self::Contacts => contacts::read(&source).diagnostics,
        };
        diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Fault);
        Report::new(source, diagnostics)
    }
}

#[test]
fn every_slip_is_answered_by_its_cause_and_healed() {
    let list: Vec<Slip<'_>> = include_str!("slips/list.tsv")
        .lines()
        .map(Slip::of)
        .collect();
    let mut wrong = Vec::new();
    for slip in &list {
        for (saved, mark, line_end) in SAVED {
            let save = |text: &str| format!("{mark}{}", text.replace('\n', line_end));
            if let Err(why) = obeyed(slip, &save) {
                wrong.push(format!("── {} ({saved}): {why}", slip.name));
                break;
            }
        }
    }
    assert!(list.len() >= 300, "{} slips", list.len());
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        list.len(),
        wrong.join("\n")
    );
}

/// Whether the answers are those that the list tells, and obeying them gives the file that was meant.
fn obeyed(slip: &Slip<'_>, save: &dyn Fn(&str) -> String) -> Result<(), String> {
    let sound = slip.file.sound();
    if sound.matches(&slip.before).count() != 1 {
        return Err("what was meant does not stand once in the sound file".into());
    }
    let with = |text: &str| save(&sound.replacen(&slip.before, text, 1));
    let text = with(&slip.typed);
    let report = slip.file.faults(&text);
    let said = || report.render(false);
    let Some(first) = report.diagnostics.first() else {
        return (slip.code == "sain")
            .then_some(())
            .ok_or_else(|| "no answer".into());
    };
    if first.code.as_str() != slip.code {
        return Err(format!(
            "{} instead of {}\n{}",
            first.code.as_str(),
            slip.code,
            said()
        ));
    }
    let place = sound.find(&slip.before).unwrap_or_default();
    let expected = sound[..place].matches('\n').count() as isize + slip.line;
    let line = first
        .spots
        .first()
        .map(|spot| report.source.line_of(spot.span.start));
    if line != usize::try_from(expected).ok() {
        return Err(format!("line {line:?} instead of {expected}\n{}", said()));
    }
    if slip
        .answers
        .is_some_and(|count| count != report.diagnostics.len())
    {
        return Err(format!("{} answers\n{}", report.diagnostics.len(), said()));
    }
    match &slip.way {
        Way::Proposed(text) => same(
            &all_proposals_made(slip.file, text_of(&report))?,
            &with(text),
        ),
        Way::Told { words, text } => {
            let is_told = first.help.iter().any(|help| help.contains(words));
            is_told
                .then_some(())
                .ok_or_else(|| format!("the help does not say {words}\n{}", said()))?;
            let left = slip.file.faults(&with(text));
            left.diagnostics
                .is_empty()
                .then_some(())
                .ok_or_else(|| left.render(false))
        }
    }
}

fn text_of(report: &Report) -> String {
    report.source.text.clone()
}

/// The text once the first proposal of the first answer was made, again and again, until there is no fault.
fn all_proposals_made(file: File, mut text: String) -> Result<String, String> {
    for _ in 0..MOST_ROUNDS {
        let report = file.faults(&text);
        let Some(first) = report.diagnostics.first() else {
            return Ok(text);
        };
        let Diagnostic { proposals, .. } = first;
        let proposal = proposals
            .first()
            .ok_or_else(|| format!("no proposal\n{}", report.render(false)))?;
        let Range { start, end } = proposal.span.clone();
        text.replace_range(start..end, &proposal.replacement);
    }
    Err(format!("not healed:\n{}", file.faults(&text).render(false)))
}

/// Whether two files say the same, however it is typed.
fn same(healed: &str, meant: &str) -> Result<(), String> {
    let read = |text: &str| {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        text.parse::<toml::Table>()
            .map_err(|error| error.to_string())
    };
    let (found, expected) = (read(healed)?, read(meant)?);
    if found == expected {
        return Ok(());
    }
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let meant = lines(meant);
    let other: Vec<String> = lines(healed)
        .into_iter()
        .filter(|line| !meant.contains(line))
        .collect();
    Err(format!(
        "healed otherwise than meant:\n{}",
        other.join("\n")
    ))
}
