//! Records made by a seeded generator: the same at every run, on every machine.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A linear congruential generator (Knuth's MMIX): small, and the same everywhere.
pub(crate) struct Lcg(u64);

impl Lcg {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below that one.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }

    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

/// A record, and the words that its pages must hold.
pub(crate) struct Synthetic {
    pub(crate) date: Date,
    /// From the project's folder.
    pub(crate) path: String,
    pub(crate) toml: String,
    /// Every generated text, without its marks.
    pub(crate) texts: Vec<String>,
    pub(crate) links: usize,
}

const WORDS: [&str; 40] = [
    "réunion",
    "cluster",
    "relèvement",
    "l’atelier",
    "d’appui",
    "Gao",
    "Tombouctou",
    "coordination",
    "financement",
    "les",
    "des",
    "œuvre",
    "où",
    "été",
    "À",
    "PNUD/OCHA",
    "3W",
    "2017",
    "N’Diaye",
    "Ɲɛnɛba",
    "(discussion)",
    "« One Page »",
    "etc.",
    "80 %",
    "n° 4",
    "plus;",
    "aujourd'hui",
    "R&D",
    "a<b",
    "x>y",
    "50|50",
    "C:\\dossier",
    "snake_case",
    "#3",
    "+5",
    "1.",
    "e\u{301}cole",
    "\u{1f130}",
    "tamasheq",
    "naïveté",
];

/// Words that mean nothing to Markdown, wherever they stand.
const PLAIN: [&str; 12] = [
    "réunion",
    "cluster",
    "relèvement",
    "l’atelier",
    "Gao",
    "Tombouctou",
    "coordination",
    "œuvre",
    "été",
    "À",
    "3W",
    "2017",
];

/// Words that mean nothing to the sentences they stand in either: none is a preposition, a number or a title.
const NAMES: [&str; 6] = [
    "Relèvement",
    "Gao",
    "Tombouctou",
    "Coordination",
    "Œuvre",
    "Cluster",
];

/// A record that is being written.
pub(crate) struct Writer<'a> {
    pub(crate) random: &'a mut Lcg,
    pub(crate) toml: String,
    pub(crate) texts: Vec<String>,
}

/// That many records, each of its own day, in an order that is not that of the days.
pub(crate) fn records(seed: u64, count: usize) -> Vec<Synthetic> {
    let mut random = Lcg::new(seed);
    let mut day = date(1999, 11, 30);
    let mut records: Vec<Synthetic> = (0..count)
        .map(|_| {
            day = day
                .checked_add(i64::try_from(1 + random.below(45)).unwrap_or(1).days())
                .unwrap_or(day);
            record(&mut random, day)
        })
        .collect();
    for index in (1..records.len()).rev() {
        records.swap(index, random.below(index + 1));
    }
    records
}

fn record(random: &mut Lcg, day: Date) -> Synthetic {
    let mut writer = Writer {
        random,
        toml: format!("date = {day}\n"),
        texts: Vec::new(),
    };
    let agenda = writer.head();
    writer.people();
    let themes = writer.random.below(6);
    for _ in 0..themes {
        writer.theme(agenda);
    }
    let links = writer.closing();
    let Writer { toml, texts, .. } = writer;
    Synthetic {
        date: day,
        path: format!("meetings/{}/{day}.toml", day.year()),
        toml,
        texts,
        links,
    }
}

impl Writer<'_> {
    pub(crate) fn line(&mut self, longest: usize) -> String {
        let count = 1 + self.random.below(longest);
        let words: Vec<&str> = (0..count).map(|_| self.random.pick(&WORDS)).collect();
        let line = words.join(" ");
        self.texts.push(line.clone());
        line
    }

    /// The same of words that no rule of typography touches.
    pub(crate) fn plain(&mut self, longest: usize) -> String {
        let count = 1 + self.random.below(longest);
        let words: Vec<&str> = (0..count).map(|_| self.random.pick(&NAMES)).collect();
        self.texts.push(words.join(" "));
        words.join(" ")
    }

    /// A text with marks; its words are kept without them.
    pub(crate) fn markup(&mut self) -> String {
        let mut blocks = Vec::new();
        for _ in 0..1 + self.random.below(3) {
            let words: Vec<&str> = (0..4 + self.random.below(40))
                .map(|_| self.random.pick(&PLAIN))
                .collect();
            self.texts.push(words.join(" "));
            let (first, rest) = words.split_at(2);
            blocks.push(match self.random.below(5) {
                0 => format!("**{}** {}", first.join(" "), rest.join(" ")),
                1 => format!("*{}*\n{}", first.join(" "), rest.join(" ")),
                2 => format!("- {}\n- {}", first.join(" "), rest.join(" ")),
                3 => format!(
                    "[{}](https://example.org/{}) {}",
                    first.join(" "),
                    self.random.below(99),
                    rest.join(" ")
                ),
                _ => words.join(" "),
            });
        }
        blocks.join("\n\n")
    }

    pub(crate) fn entry(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.toml, "{key} = {}", quoted(value));
    }

    fn maybe_line(&mut self, key: &str, longest: usize) {
        if self.random.chance(50) {
            let value = self.line(longest);
            self.entry(key, &value);
        }
    }

    pub(crate) fn lines(&mut self, key: &str, count: usize, longest: usize) {
        let lines: Vec<String> = (0..count)
            .map(|_| self.line(longest))
            .map(|line| quoted(&line))
            .collect();
        let _ = writeln!(self.toml, "{key} = [{}]", lines.join(", "));
    }

    /// How many items the agenda has.
    fn head(&mut self) -> usize {
        if self.random.chance(40) {
            let state = self.random.pick(&["projet", "soumis", "approuvé"]);
            self.entry("etat", state);
        }
        if self.random.chance(50) {
            self.toml.push_str("debut = 09:30:00\n");
        }
        if self.random.chance(50) {
            self.toml.push_str("fin = \"11h45\"\n");
        }
        self.maybe_line("instance", 4);
        self.maybe_line("lieu", 6);
        let agenda = self.random.below(9);
        self.lines("ordre_du_jour", agenda, 15);
        if self.random.chance(30) {
            let adoption = self.markup();
            self.entry("adoption", &adoption);
        }
        agenda
    }

    fn people(&mut self) {
        for (key, most) in [("participants", 30), ("excuses", 4), ("absents", 3)] {
            let mut people = Vec::new();
            for number in 0..self.random.below(most) {
                let name = format!(
                    "{} {key}{number}",
                    self.random
                        .pick(&["Oumou Sow", "KONE Sanaba", "Wanalher Ag Alwaly"])
                );
                self.texts.push(name.clone());
                let mut person = format!("  {{ nom = {}", quoted(&name));
                if self.random.chance(30) {
                    let function = self.line(5);
                    let _ = write!(person, ", fonction = {}", quoted(&function));
                }
                if self.random.chance(80) {
                    let organisation = self.line(5);
                    let _ = write!(person, ", organisation = {}", quoted(&organisation));
                }
                people.push(person + " },\n");
            }
            let _ = writeln!(self.toml, "{key} = [\n{}]", people.concat());
        }
    }

    fn theme(&mut self, agenda: usize) {
        self.toml.push_str("\n[[themes]]\n");
        let title = self.line(14);
        self.entry("titre", &title);
        if agenda > 0 && self.random.chance(60) {
            let _ = writeln!(self.toml, "point = {}", 1 + self.random.below(agenda));
        }
        for key in ["discussion", "commentaires"] {
            if self.random.chance(60) {
                let text = self.markup();
                self.entry(key, &text);
            }
        }
        for key in ["recommandations", "decisions"] {
            let texts: Vec<String> = (0..self.random.below(3))
                .map(|_| self.markup())
                .map(|text| quoted(&text))
                .collect();
            let _ = writeln!(self.toml, "{key} = [{}]", texts.join(", "));
        }
        let actions = self.random.below(5);
        if actions == 0 {
            let owners = self.random.below(3);
            self.lines("responsables", owners, 4);
        }
        for _ in 0..actions {
            self.toml.push_str("\n  [[themes.actions]]\n");
            let text = self.markup();
            self.entry("texte", &text);
            let owners = self.random.below(4);
            self.lines("responsables", owners, 4);
            self.due_and_status();
        }
    }

    pub(crate) fn due_and_status(&mut self) {
        match self.random.below(3) {
            0 => self.toml.push_str("echeance = 2032-03-31\n"),
            1 => {
                let words = format!("avant la réunion de {}", self.line(3));
                self.entry("echeance", &words);
            }
            _ => {}
        }
        if self.random.chance(50) {
            let status = self
                .random
                .pick(&["à faire", "en cours", "fait", "abandonné"]);
            self.entry("statut", status);
        }
    }

    /// How many links end the document.
    pub(crate) fn closing(&mut self) -> usize {
        self.toml.push_str("\n[cloture]\n");
        if self.random.chance(50) {
            let notes = self.markup();
            self.entry("notes", &notes);
        }
        let annexes = self.random.below(5);
        self.lines("annexes", annexes, 8);
        let links = self.random.below(3);
        for number in 0..links {
            let words = format!("lien {}", self.line(4));
            let _ = write!(
                self.toml,
                "\n[[cloture.liens]]\ntexte = {}\nadresse = \"https://example.org/{number}?a=1&b=2\"\n",
                quoted(&words)
            );
        }
        if self.random.chance(50) {
            self.toml.push_str("\n[prochaine_reunion]\n");
            let place = format!("dans {}", self.line(4));
            self.entry("lieu", &place);
            let host = self.line(2);
            self.entry("accueil", &host);
        }
        links
    }
}

/// A TOML basic string.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted + "\""
}
