//! Records of every shape that the format allows, made by the seeded generator: groups of people, votes, parts, tables, columns
//! in any order.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::synthetic::{Lcg, Synthetic, Writer, quoted};

const COLUMNS: [&str; 8] = [
    "themes",
    "discussion",
    "recommandations",
    "decisions",
    "actions",
    "responsables",
    "delai",
    "statut",
];

/// That many records, each of its own day.
pub(crate) fn records(seed: u64, count: usize) -> Vec<Synthetic> {
    let mut random = Lcg::new(seed);
    let mut day = date(1990, 1, 8);
    let records = (0..count).map(|_| {
        day = day.checked_add(5.days()).unwrap_or(day);
        record(&mut random, day)
    });
    records.collect()
}

fn record(random: &mut Lcg, day: Date) -> Synthetic {
    let mut writer = Writer {
        random,
        toml: format!("date = {day}\n"),
        texts: Vec::new(),
    };
    writer.setting();
    let agenda = writer.agenda();
    writer.attendance();
    for _ in 0..1 + writer.random.below(5) {
        writer.varied_theme(agenda);
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
    /// How the minutes are set out, what met, and who held which part.
    fn setting(&mut self) {
        for (key, words) in [
            ("presentation", ["tableau", "sections"].as_slice()),
            ("entete", ["formule", "grille"].as_slice()),
            (
                "seance",
                [
                    "réunion",
                    "séance",
                    "assemblée générale",
                    "conseil",
                    "session",
                ]
                .as_slice(),
            ),
        ] {
            if self.random.chance(60) {
                let word = self.random.pick(words);
                self.entry(key, word);
            }
        }
        if self.random.chance(70) {
            let columns = self.columns();
            let columns: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
            let _ = writeln!(self.toml, "colonnes = [{}]", columns.join(", "));
        }
        self.toml.push_str("debut = 09:30:00\nfin = \"11h45\"\n");
        if self.random.chance(40) {
            let objective = self.markup();
            self.entry("objectif", &objective);
        }
        if self.random.chance(40) {
            self.toml.push_str(
                "quorum = { presents = 20, representes = 3, requis = 12, membres = 30 }\n",
            );
        }
        if self.random.chance(40) {
            let [chair, other, guest] = std::array::from_fn(|_| self.plain(3));
            let _ = writeln!(
                self.toml,
                "presidence = [ {{ nom = {}, accompagne_par = {} }}, {{ nom = {} }} ]",
                quoted(&chair),
                quoted(&guest),
                quoted(&other)
            );
        }
        if self.random.chance(40) {
            let [role, name, function] = std::array::from_fn(|_| self.plain(3));
            let _ = writeln!(
                self.toml,
                "roles = [ {{ role = {}, nom = {}, fonction = {} }} ]",
                quoted(&role),
                quoted(&name),
                quoted(&function)
            );
        }
    }

    /// Some of the columns, that of the themes among them, in any order.
    fn columns(&mut self) -> Vec<&'static str> {
        let mut columns: Vec<&str> = COLUMNS
            .into_iter()
            .filter(|column| *column == "themes" || self.random.chance(60))
            .collect();
        for index in (1..columns.len()).rev() {
            columns.swap(index, self.random.below(index + 1));
        }
        columns
    }

    /// How many items the agenda has.
    fn agenda(&mut self) -> usize {
        let count = self.random.below(5);
        let mut items = Vec::new();
        for _ in 0..count {
            let title = self.line(8);
            let mut item = format!("  {{ titre = {}", quoted(&title));
            if self.random.chance(40) {
                let who = self.plain(2);
                let _ = write!(
                    item,
                    ", presente_par = {}, duree = 10, pour = \"décision\"",
                    quoted(&who)
                );
            }
            if self.random.chance(40) {
                let [one, other] = std::array::from_fn(|_| quoted(&self.plain(4)));
                let _ = write!(item, ", sous_points = [{one}, {other}]");
            }
            items.push(item + " },\n");
        }
        let _ = writeln!(self.toml, "ordre_du_jour = [\n{}]", items.concat());
        count
    }

    fn attendance(&mut self) {
        if self.random.chance(30) {
            self.toml
                .push_str("presences = { personnes = 1200, femmes = 460, organisations = 17 }\n");
        }
        let is_grouped = self.random.chance(40);
        let names_nobody = self.random.chance(25);
        let mut people = Vec::new();
        for number in 0..self.random.below(20) {
            let organisation = self.plain(4);
            let mut person = format!("  {{ organisation = {}", quoted(&organisation));
            if names_nobody && self.random.chance(30) {
                person += ", nombre = 3";
            }
            if !names_nobody {
                let name = format!("Oumou Sow {number}");
                let _ = write!(person, ", nom = {}", quoted(&name));
                self.texts.push(name);
                person += self.random.pick(&[
                    "",
                    "",
                    ", a_distance = true",
                    ", arrivee = 10:05:00",
                    ", depart = 11:00:00",
                    ", fonction = \"Présidente\"",
                ]);
            }
            if is_grouped {
                let quality = self
                    .random
                    .pick(&["membre", "observateur", "voix consultative"]);
                let _ = write!(person, ", qualite = {}", quoted(quality));
            }
            people.push(person + " },\n");
        }
        let _ = writeln!(self.toml, "participants = [\n{}]", people.concat());
        if self.random.chance(30) {
            let [name, proxy] = std::array::from_fn(|_| quoted(&self.plain(3)));
            let _ = writeln!(
                self.toml,
                "representes = [ {{ nom = {name}, pouvoir_a = {proxy} }} ]"
            );
        }
        if self.random.chance(30) {
            let name = quoted(&self.plain(3));
            let _ = writeln!(
                self.toml,
                "excuses = [ {{ organisation = {name}, nombre = 2 }} ]"
            );
        }
    }

    fn varied_theme(&mut self, agenda: usize) {
        self.toml.push_str("\n[[themes]]\n");
        let title = self.line(8);
        self.entry("titre", &title);
        if agenda > 0 && self.random.chance(60) {
            let _ = writeln!(self.toml, "point = {}", 1 + self.random.below(agenda));
        }
        if self.random.chance(15) {
            let presentation = self.random.pick(&["tableau", "sections"]);
            self.entry("presentation", presentation);
        }
        let has_parts = self.random.chance(30);
        if !has_parts || self.random.chance(50) {
            self.content("themes");
        }
        for _ in 0..if has_parts {
            1 + self.random.below(3)
        } else {
            0
        } {
            self.toml.push_str("\n  [[themes.parties]]\n");
            let title = format!("Partie sur {}", self.line(5));
            self.entry("titre", &title);
            self.content("themes.parties");
        }
    }

    /// What a theme or a part holds.
    fn content(&mut self, path: &str) {
        if self.random.chance(60) {
            let mut text = self.markup();
            if self.random.chance(30) {
                text = format!("{text}\n\n{}", self.table());
            }
            self.entry("discussion", &text);
        }
        if self.random.chance(25) {
            let text = self.markup();
            self.entry("commentaires", &text);
        }
        if self.random.chance(40) {
            let texts: Vec<String> = (0..1 + self.random.below(2))
                .map(|_| quoted(&self.markup()))
                .collect();
            let _ = writeln!(self.toml, "recommandations = [{}]", texts.join(", "));
        }
        if self.random.chance(40) {
            let decisions: Vec<String> = (0..1 + self.random.below(2))
                .map(|_| self.decision())
                .collect();
            let _ = writeln!(self.toml, "decisions = [{}]", decisions.join(", "));
        }
        if self.random.chance(25) {
            let owners = 1 + self.random.below(2);
            self.lines("responsables", owners, 3);
        }
        for number in 0..self.random.below(3) {
            let _ = write!(self.toml, "\n  [[{path}.actions]]\n");
            let text = self.markup();
            self.entry("texte", &text);
            if self.random.chance(30) {
                self.entry("numero", &format!("A{number}"));
            }
            let owners = self.random.below(3);
            self.lines("responsables", owners, 3);
            self.due_and_status();
        }
    }

    fn table(&mut self) -> String {
        let columns = 2 + self.random.below(4);
        let mut rows = Vec::new();
        for number in 0..4 {
            let cells: Vec<String> = (0..columns).map(|_| self.plain(2)).collect();
            rows.push(format!("| {} |", cells.join(" | ")));
            if number == 0 {
                rows.push(format!("|{}", "---|".repeat(columns)));
            }
        }
        rows.join("\n")
    }

    fn decision(&mut self) -> String {
        let text = quoted(&self.markup());
        match self.random.below(5) {
            0 => {
                let name = quoted(&self.plain(2));
                format!(
                    "{{ texte = {text}, numero = \"2021-03-{:02}\", vote = {{ pour = 15, contre = 1, abstentions = 3, noms = {{ contre = [{name}] }} }} }}",
                    1 + self.random.below(30)
                )
            }
            1 => format!("{{ texte = {text}, vote = {{ unanimite = true }} }}"),
            2 => format!(
                "{{ texte = {text}, vote = {{ pour = 3, contre = 9, scrutin = \"secret\" }} }}"
            ),
            _ => text,
        }
    }
}
