//! Bytes of `contacts.toml`, of `greffier.toml` and of a style sheet: each means something, or has faults that can be shown.

use greffier::config::{self, PictureFile};
use greffier::contacts;
use greffier::diagnostic::{Diagnostic, Report, Source};
use greffier::print::style::StyleSheet;
use greffier::toml_source::{self, FileState};

/// Faults or a value; and what is said can be shown, at places that are there.
fn said(source: &Source, is_sound: bool, diagnostics: Vec<Diagnostic>) {
    assert!(
        is_sound || !diagnostics.is_empty(),
        "nothing says why {} is refused",
        source.name
    );
    for spot in diagnostics.iter().flat_map(|one| &one.spots) {
        assert!(
            source.text.get(spot.span.clone()).is_some(),
            "{spot:?} cuts the text"
        );
    }
    let is_silent = diagnostics.is_empty();
    let report = Report::new(source.clone(), diagnostics).render(false);
    assert_eq!(report.is_empty(), is_silent);
}

pub fn survives(data: &[u8]) {
    let decoded = |name: &str| toml_source::decode(name, data.to_vec());
    let (Ok(contacts), Ok(settings), Ok(style)) = (
        decoded("contacts.toml"),
        decoded("greffier.toml"),
        decoded("templates/style.toml"),
    ) else {
        return;
    };
    let reading = contacts::read(&contacts);
    if let Some(known) = &reading.contacts {
        for name in ["OIM", "Awa X", ""] {
            let _ = (known.of(name), known.one_name(name));
        }
        let _ = (known.recipients(), known.directory());
    }
    said(&contacts, reading.contacts.is_some(), reading.diagnostics);

    let reading = config::read(&settings, &|path| match path.len() % 2 {
        0 => PictureFile::NotThere(FileState::Missing),
        _ => PictureFile::NotThere(FileState::OutsideProject),
    });
    said(&settings, reading.config.is_some(), reading.diagnostics);

    let reading = StyleSheet::read(&style, &|_| FileState::Missing);
    let is_sound = reading.sheet.is_some();
    said(&style, is_sound, reading.diagnostics);
}
