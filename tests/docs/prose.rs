//! The prose of the documents: its typography, and where its links lead.

use std::fs;

use super::{FORMAT, GUIDE, MESSAGES, TEMPLATES, read, root};

#[test]
fn the_french_is_typeset() {
    let mut faults = Vec::new();
    for document in [FORMAT, TEMPLATES, GUIDE, MESSAGES] {
        for (number, line) in prose(document) {
            if let Some(fault) = typographic_fault(&line) {
                faults.push(format!("{document}:{number}: {fault}: {line}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn typographic_fault(line: &str) -> Option<&'static str> {
    if line.contains('\'') {
        return Some("straight apostrophe");
    }
    if line.contains("...") {
        return Some("three periods");
    }
    if line.contains("« ") || line.contains(" »") {
        return Some("ordinary space inside « »");
    }
    let mut before = ' ';
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let ends_a_word = characters.peek().is_none_or(|next| next.is_whitespace());
        if matches!(character, ':' | ';' | '!' | '?') && ends_a_word && before != '\u{a0}' {
            return Some("no no-break space before a double mark");
        }
        before = character;
    }
    None
}

/// The lines of a document outside code, with inline code, addresses and comments taken out.
fn prose(document: &str) -> Vec<(usize, String)> {
    let mut lines = Vec::new();
    let mut in_code = false;
    for (number, line) in (1..).zip(read(document).lines()) {
        if line.starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            let outside: String = line
                .split('`')
                .enumerate()
                .map(|(index, part)| if index % 2 == 0 { part } else { "code" })
                .collect();
            let text =
                outside
                    .split("](")
                    .enumerate()
                    .map(|(index, part)| match part.split_once(')') {
                        Some((_, after)) if index > 0 => after,
                        _ => part,
                    });
            lines.push((number, text.collect()));
        }
    }
    lines
}

#[test]
fn links_between_the_documents_lead_somewhere() {
    for document in [FORMAT, TEMPLATES, GUIDE, MESSAGES] {
        let folder = root().join(document).parent().unwrap().to_owned();
        let text = read(document);
        let outside: String = text.split("```").step_by(2).collect();
        let outside: String = outside.split('`').step_by(2).collect();
        for target in outside
            .split("](")
            .skip(1)
            .filter_map(|rest| Some(rest.split_once(')')?.0))
        {
            if target.starts_with("http") {
                continue;
            }
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let path = if path.is_empty() {
                root().join(document)
            } else {
                folder.join(path)
            };
            assert!(path.exists(), "{document}: {target}");
            // A picture has no headings.
            let there = fs::read_to_string(&path).unwrap_or_default();
            let headings = there.lines().filter_map(|line| line.strip_prefix('#'));
            let mut anchors =
                headings.map(|heading| anchor_of(heading.trim_start_matches('#').trim()));
            assert!(
                anchor.is_empty() || anchors.any(|known| known == anchor),
                "{document}: {target}"
            );
        }
    }
}

/// The contents of the guide lead to each of its parts, in order.
#[test]
fn the_contents_of_the_guide_are_whole() {
    let text = read(GUIDE);
    let parts = text.lines().filter_map(|line| line.strip_prefix("## "));
    let parts: Vec<String> = parts.map(anchor_of).collect();
    let contents = text.lines().take_while(|line| !line.starts_with("## "));
    let listed = contents.filter_map(|line| line.split_once("](#")?.1.strip_suffix(')'));
    assert_eq!(listed.collect::<Vec<&str>>(), parts);
}

/// The anchor that GitHub gives a heading.
fn anchor_of(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept
        .chars()
        .filter(|character| character.is_alphanumeric() || matches!(character, ' ' | '-' | '_'));
    kept.collect::<String>().replace(' ', "-")
}
