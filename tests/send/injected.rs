//! No text of a record, of the settings or of the contacts becomes a header, a recipient or a part of a message.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use mail_parser::MimeHeaders;
use toml::Value;

use super::{CONTACTS, Project, addresses, header_names, parsed};
use crate::common::REPOSITORY;

/// What somebody might write to have a copy, to add a header, to end a part or to begin one.
const ATTEMPTS: [&str; 2] = [
    "\nBcc: intrus@example.net\nX-Intrus: 1\n\n--=_dit_0\nContent-Type: text/html\n\n<script>intrus()</script>\n--=_tout_0--\n",
    ", intrus@example.net",
];

const ALLOWED: [&str; 9] = [
    "content-type",
    "mime-version",
    "subject",
    "x-unsent",
    "message-id",
    "date",
    "to",
    "bcc",
    "content-transfer-encoding",
];

/// One text of one file, spoilt.
struct Case {
    file: &'static str,
    path: String,
    text: String,
}

#[test]
fn from_no_field_of_any_file() {
    let shape = |file: &str| {
        std::fs::read_to_string(format!("{REPOSITORY}/tests/shapes/all-keys/{file}")).unwrap()
    };
    let record = shape("meetings/2026-09-15.toml");
    let settings = shape("greffier.toml");
    let files = [
        ("meetings/2026-09-15.toml", record.as_str()),
        ("greffier.toml", settings.as_str()),
        ("contacts.toml", CONTACTS),
    ];
    let sound = || {
        files
            .iter()
            .fold(Project::empty(), |project, (file, text)| {
                project.file(file, text)
            })
    };
    let run = sound().run(["send", "2026-09-15"]);
    assert_eq!(run.code, 0, "{}", run.text());
    let mut cases = Vec::new();
    for (file, text) in files {
        let table: toml::Table = text.parse().unwrap();
        let whole = Value::Table(table);
        for attempt in ATTEMPTS {
            for place in 0..texts(&whole) {
                let mut spoilt = whole.clone();
                let path = spoil(&mut spoilt, place, attempt);
                cases.push(Case {
                    file,
                    path,
                    text: toml::to_string(&spoilt).unwrap(),
                });
            }
        }
    }
    assert!(cases.len() > 150, "only {}", cases.len());
    let (next, sent, faults) = (
        AtomicUsize::new(0),
        AtomicUsize::new(0),
        Mutex::new(Vec::new()),
    );
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let project = sound().file(case.file, &case.text);
                    if project.run(["send", "2026-09-15"]).code != 0 {
                        continue;
                    }
                    sent.fetch_add(1, Ordering::Relaxed);
                    let found = intrusions(&project);
                    faults.lock().unwrap().extend(
                        found
                            .into_iter()
                            .map(|fault| format!("{} {}: {fault}", case.file, case.path)),
                    );
                }
            });
        }
    });
    let faults = faults.into_inner().unwrap();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let sent = sent.into_inner();
    assert!(sent > 100, "only {sent} were sent");
}

/// What an intruder reached in the messages of a project.
fn intrusions(project: &Project) -> Vec<String> {
    let mut faults = Vec::new();
    for file in project
        .files("circulation")
        .into_iter()
        .filter(|file| file.ends_with(".eml"))
    {
        let bytes = project.bytes(&format!("circulation/{file}"));
        let message = parsed(&bytes);
        let names = header_names(&message);
        faults.extend(
            names
                .iter()
                .filter(|name| !ALLOWED.contains(&name.as_str()))
                .map(|name| format!("{file} has {name}")),
        );
        if names.len() > 9 {
            faults.push(format!("{file} has {names:?}"));
        }
        let reached = addresses(message.bcc())
            .into_iter()
            .chain(addresses(message.to()));
        faults.extend(
            reached
                .filter(|address| address.contains("example.net"))
                .map(|address| format!("{file} goes to {address}")),
        );
        let kinds: Vec<&str> = message
            .parts
            .iter()
            .filter_map(|part| part.content_type()?.subtype())
            .collect();
        let expected: &[&str] = match file.contains('/') && file.contains("par-responsable") {
            true => &["alternative", "plain", "html"],
            false => &["mixed", "alternative", "plain", "html", "pdf", "calendar"],
        };
        if !expected.starts_with(&kinds) {
            faults.push(format!("{file} holds {kinds:?}"));
        }
        if message
            .body_html(0)
            .is_some_and(|html| html.contains("<script"))
        {
            faults.push(format!("{file} has a script"));
        }
    }
    faults
}

/// How many texts a value holds.
fn texts(value: &Value) -> usize {
    match value {
        Value::String(_) => 1,
        Value::Array(items) => items.iter().map(texts).sum(),
        Value::Table(table) => table.iter().map(|(_, value)| texts(value)).sum(),
        _ => 0,
    }
}

/// Adds an attempt to the text of that number, and tells where it stands.
fn spoil(value: &mut Value, place: usize, attempt: &str) -> String {
    match value {
        Value::String(text) => {
            text.push_str(attempt);
            String::new()
        }
        Value::Array(items) => {
            let mut left = place;
            for (index, item) in items.iter_mut().enumerate() {
                match texts(item) {
                    count if left < count => {
                        return format!("[{index}]{}", spoil(item, left, attempt));
                    }
                    count => left -= count,
                }
            }
            String::new()
        }
        Value::Table(table) => {
            let mut left = place;
            for (key, item) in table.iter_mut() {
                match texts(item) {
                    count if left < count => {
                        return format!(".{key}{}", spoil(item, left, attempt));
                    }
                    count => left -= count,
                }
            }
            String::new()
        }
        _ => String::new(),
    }
}
