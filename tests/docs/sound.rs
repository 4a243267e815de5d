//! What the documents show of records, settings, contacts and style sheets is sound.

use greffier::config::{self, PictureFile};
use greffier::contacts;
use greffier::print::style::StyleSheet;
use greffier::record::{self, AnnexFile};

use super::{FORMAT, TEMPLATES, blocks, source};

#[test]
fn every_toml_block_of_the_format_is_sound() {
    let mut tried = 0;
    for block in blocks(FORMAT) {
        if block.language() != "toml" {
            continue;
        }
        tried += 1;
        let text = block.lines.join("\n");
        let place = format!("{FORMAT}, line {}", block.line);
        if block.info.contains("greffier.toml") {
            let reading = config::read(&source(&text), &|_| {
                PictureFile::NotThere(AnnexFile::Missing)
            });
            assert!(
                reading.config.is_some() && reading.diagnostics.is_empty(),
                "{place}: {:?}",
                reading.diagnostics
            );
            continue;
        }
        if block.info.contains("contacts.toml") {
            let reading = contacts::read(&source(&text));
            assert!(
                reading.contacts.is_some() && reading.diagnostics.is_empty(),
                "{place}: {:?}",
                reading.diagnostics
            );
            continue;
        }
        let text = if text.starts_with("date") {
            text
        } else {
            format!("date = 2026-03-17\n{text}")
        };
        let source = source(&text);
        let reading = record::read(&source, &|_| AnnexFile::Present);
        assert!(reading.meeting.is_some(), "{place}: {:?}", reading.faults);
        let doubts = reading.doubts(&source);
        assert!(doubts.is_empty(), "{place}: {doubts:?}");
    }
    assert!(tried >= 8, "only {tried} blocks");
}

#[test]
fn every_style_sheet_of_the_templates_is_sound() {
    let sheets = blocks(TEMPLATES)
        .into_iter()
        .filter(|block| block.info == "toml style.toml");
    let mut tried = 0;
    for block in sheets {
        let reading = StyleSheet::read(&source(&block.lines.join("\n")), &|_| AnnexFile::Present);
        assert!(reading.sheet.is_some(), "{:?}", reading.diagnostics);
        assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
        tried += 1;
    }
    assert_eq!(tried, 1);
}
