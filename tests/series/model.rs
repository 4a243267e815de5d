//! Made-up series, and a model of some twenty lines: a map of the open action points after every meeting.

use std::collections::BTreeMap;
use std::fmt::Write;

use greffier::config::Config;
use greffier::diagnostic::Source;
use greffier::follow_up::{Entry, Ledger, Proceedings, still_open};
use greffier::minutes::proceedings;
use greffier::record::{self, AnnexFile};

use crate::common::Project;
use crate::common::synthetic::Lcg;
use crate::register;

/// What is open, by name, with the due date.
type Open = BTreeMap<String, Option<u32>>;

/// The records of a made-up series, and what the model says is open after each.
fn series(seed: u64, meetings: u32) -> Vec<(String, Open)> {
    let mut chance = Lcg::new(seed);
    let (mut open, mut closed) = (Open::new(), Vec::<String>::new());
    let mut records = Vec::new();
    for meeting in 0..meetings {
        let (month, day) = (1 + meeting / 20, 1 + meeting % 20);
        let mut text = format!("date = 2026-{month:02}-{day:02}\n");
        let reopened = closed.pop().filter(|_| chance.chance(40));
        for name in open.keys().cloned().collect::<Vec<_>>() {
            if !chance.chance(60) {
                continue;
            }
            let _ = write!(text, "[[suivi]]\naction = \"{name}\"\n");
            match chance.below(4) {
                0 => {
                    let day = 1 + u32::try_from(chance.below(28)).unwrap();
                    let _ = writeln!(text, "echeance = 2027-01-{day:02}");
                    open.insert(name, Some(day));
                }
                1 => {
                    text += chance.pick(&["statut = \"fait\"\n", "statut = \"abandonné\"\n"]);
                    open.remove(&name);
                    closed.push(name);
                }
                2 => text += chance.pick(&["statut = \"en cours\"\n", "statut = \"non fait\"\n"]),
                _ => text += "commentaire = \"Rien de neuf.\"\n",
            }
        }
        if let Some(name) = reopened {
            let _ = write!(
                text,
                "[[suivi]]\naction = \"{name}\"\nstatut = \"à faire\"\n"
            );
            open.insert(name, None);
        }
        text += "[[themes]]\ntitre = \"Divers\"\n";
        for rank in 1..=chance.below(4) {
            let name = match chance.chance(50) {
                true => format!("a-{meeting}-{rank}"),
                false => format!("2026/m{meeting:03}#action-1-{rank}"),
            };
            text += "[[themes.actions]]\ntexte = \"Faire\"\n";
            if !name.contains('#') {
                let _ = writeln!(text, "id = \"{name}\"");
            }
            open.insert(name, None);
        }
        records.push((text, open.clone()));
    }
    records
}

fn read(text: &str) -> Proceedings {
    let source = Source {
        name: String::new(),
        text: text.to_owned(),
    };
    let reading = record::read(&source, &|_| AnnexFile::Missing);
    let meeting = reading
        .meeting
        .unwrap_or_else(|| panic!("{:?}\n{text}", reading.faults));
    proceedings(&meeting, &Config::default())
}

/// The due date is left out of what was closed once: the model does not remember it.
#[test]
fn what_is_open_after_every_meeting() {
    let mut followed = 0;
    for seed in 0..60 {
        let series = series(seed, 25);
        let proceedings: Vec<Proceedings> = series.iter().map(|(text, _)| read(text)).collect();
        followed += proceedings
            .iter()
            .map(|one| one.followed.len())
            .sum::<usize>();
        let addresses: Vec<String> = (0..series.len())
            .map(|one| format!("2026/m{one:03}"))
            .collect();
        for (count, (_, expected)) in (1..).zip(&series) {
            let entries = addresses.iter().zip(&proceedings).take(count);
            let entries = entries.map(|(address, proceedings)| Entry {
                address,
                proceedings,
            });
            let ledger = Ledger::new(entries.collect());
            assert_eq!(ledger.problems(), [], "seed {seed}");
            let open = still_open(&ledger);
            let names: Vec<String> = open.iter().map(|one| one.name.to_string()).collect();
            let mut sorted = names.clone();
            sorted.sort();
            let expected: Vec<String> = expected.keys().cloned().collect();
            assert_eq!(sorted, expected, "seed {seed}, after {count} meetings");
        }
    }
    assert!(followed > 3_000, "only {followed} action points followed");
}

/// The same through the front door: what the site lists as open.
#[test]
fn the_site_agrees() {
    let series = series(7, 12);
    let project = Project::empty();
    for (meeting, (text, expected)) in series.iter().enumerate() {
        project.write(&format!("meetings/2026/m{meeting:03}.toml"), text);
        let build = project.run(["build", "--formats", "html"]);
        assert_eq!(build.code, 0, "{}", build.text());
        let closed = ["fait", "abandonné"];
        let rows = register(&project);
        let open = rows
            .values()
            .filter(|row| !closed.contains(&row["Statut"].as_str()));
        assert_eq!(open.count(), expected.len(), "after {meeting}");
        for (name, due) in expected {
            let row = rows
                .iter()
                .find(|(address, _)| *address == name || address.ends_with(&format!("#{name}")));
            let (_, row) = row.unwrap_or_else(|| panic!("{name} is not in the register"));
            if let Some(day) = due {
                assert_eq!(row["Échéance"], format!("2027-01-{day:02}"), "{name}");
            }
        }
    }
}
