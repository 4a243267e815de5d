//! Two lists of sentences: faults of every day that must be reported, each as it is, and sound French that must not.

use greffier::french::remarks::remarks;
use greffier::french::typography::odd_quotation_marks;

use crate::remarks::said;

/// `faulty.tsv`: a sentence, and what is said of it: `typed → proposal`, in the order of the text.
#[test]
fn faults_are_reported() {
    let mut wrong = Vec::new();
    let lines: Vec<&str> = include_str!("faulty.tsv").lines().collect();
    for line in &lines {
        let (text, expected) = line.split_once('\t').unwrap();
        let found = said(text).join(" | ");
        if found != expected {
            wrong.push(format!("{text}\n  {found}\n  {expected}"));
        }
    }
    assert!(lines.len() >= 60, "{} sentences", lines.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `clean.txt`: a sentence a line.
#[test]
fn sound_french_is_not_reported() {
    let lines: Vec<&str> = include_str!("clean.txt").lines().collect();
    let mut alarms = Vec::new();
    for text in &lines {
        let said = said(text);
        if !said.is_empty() || !odd_quotation_marks(text).is_empty() {
            alarms.push(format!("{text}\n  {}", said.join(" | ")));
        }
    }
    assert!(lines.len() >= 300, "{} sentences", lines.len());
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

/// What is proposed, once written, is reported no more at that place.
#[test]
fn what_is_proposed_heals() {
    for line in include_str!("faulty.tsv").lines() {
        let (text, _) = line.split_once('\t').unwrap();
        for remark in remarks(text) {
            let Some(proposal) = remark.proposal else {
                continue;
            };
            let mut healed = text.to_owned();
            healed.replace_range(remark.range.clone(), &proposal);
            let again = remarks(&healed);
            let same = again
                .iter()
                .find(|other| other.kind == remark.kind && other.range.start == remark.range.start);
            assert!(same.is_none(), "{text}: {healed}");
        }
    }
}

/// The longest text costs its length: no rule reads it again from each place.
#[test]
fn a_long_text_is_read_once() {
    for piece in [
        "le ", "a (b) ", "'mot ", "25h ", ". ", "« ", "* ", "16.271 ", ",", "  a",
    ] {
        let text = piece.repeat(100_000);
        let start = std::time::Instant::now();
        let _ = remarks(&text);
        assert!(start.elapsed().as_secs() < 30, "{piece}");
    }
}
