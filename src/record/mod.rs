//! The record of a meeting: TOML text → a valid [`Meeting`], or all that is wrong with it.
//!
//! Entry points: [`read`] for the meeting and its faults, [`Reading::doubts`] for what is merely odd, [`Reading::unprintable`]
//! for what only the PDF cannot show, [`schema`] for editors. The keys stand in `raw`, their meaning is judged in `validate`, the doubts in `doubts`. Pure: whether an annex exists is
//! asked through a predicate.

mod doubts;
mod limits;
mod lists;
mod meeting;
mod people;
mod quorum;
mod raw;
mod raw_texts;
mod raw_words;
mod texts;
mod unprintable;
mod validate;

use schemars::schema_for;

use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::toml_source::{self, Vocabulary};

/// What is known of an annex's file.
pub use crate::toml_source::FileState as AnnexFile;
pub use meeting::{
    Action, Adoption, Annex, AnnexTarget, Author, DueDate, Link, Meeting, Mode, NextMeeting,
    Person, Quorum, State, Status, Theme,
};
pub(crate) use raw_texts::TextKind;
pub(crate) use texts::require_allowed_address;
pub(crate) use unprintable::unprintable;

/// The anchors that the pages use themselves; a theme or an action cannot take one.
pub const RESERVED_ANCHORS: [&str; 9] = [
    "contenu",
    "ordre-du-jour",
    "participants",
    "absences",
    "themes",
    "notes",
    "annexes",
    "liens",
    "prochaine-reunion",
];

const ACTIONS_BELONG_TO_THEMES: &str = "un point d’action appartient à un thème : écrivez partout [[themes.actions]], sous le [[themes]] concerné";

const VOCABULARY: Vocabulary = Vocabulary {
    top_keys: &[
        "date",
        "numero",
        "debut",
        "fin",
        "mode",
        "etat",
        "approuve_le",
        "instance",
        "instance_avec_de",
        "lieu",
        "presidence",
        "redaction",
        "ordre_du_jour",
        "adoption",
        "participants",
        "excuses",
        "absents",
        "quorum",
    ],
    advice: &[
        ("action", ACTIONS_BELONG_TO_THEMES),
        ("actions", ACTIONS_BELONG_TO_THEMES),
        ("theme", "écrivez [[themes]]"),
        (
            "president",
            "écrivez presidence = { nom = \"…\", fonction = \"…\" }",
        ),
        ("agenda", "écrivez ordre_du_jour = [ \"…\" ]"),
        ("heure", "écrivez debut = 09:30:00"),
        ("annexes", "les annexes se placent sous [cloture]"),
        ("notes", "les notes se placent sous [cloture]"),
        ("liens", "les liens se placent sous [cloture]"),
        (
            "prefixe",
            "`prefixe` s’écrit dans greffier.toml, une fois pour toute la série",
        ),
        (
            "adresse_du_site",
            "`adresse_du_site` s’écrit dans greffier.toml, une fois pour toute la série",
        ),
    ],
    examples: &[
        (
            "presidence",
            "presidence = { nom = \"…\", fonction = \"…\" }",
        ),
        (
            "redaction",
            "redaction = [ { role = \"Rédigé par\", nom = \"…\" } ]",
        ),
        (
            "participants",
            "participants = [ { nom = \"…\", organisation = \"…\" } ]",
        ),
        (
            "excuses",
            "excuses = [ { nom = \"…\", organisation = \"…\" } ]",
        ),
        (
            "absents",
            "absents = [ { nom = \"…\", organisation = \"…\" } ]",
        ),
        (
            "quorum",
            "quorum = { presents = 9, requis = 9, membres = 17 }",
        ),
        (
            "themes",
            "[[themes]] sur une ligne, puis titre = \"…\" en dessous",
        ),
        (
            "actions",
            "[[themes.actions]] sur une ligne, puis texte = \"…\" en dessous",
        ),
        (
            "cloture",
            "[cloture] sur une ligne, puis notes = \"…\" en dessous",
        ),
        (
            "liens",
            "liens = [ { texte = \"…\", adresse = \"https://…\" } ]",
        ),
        (
            "prochaine_reunion",
            "[prochaine_reunion] sur une ligne, puis date = 2026-04-14 en dessous",
        ),
    ],
    repeated: &["themes", "themes.actions"],
    empty_file_help: Some("écrivez au moins la date de la réunion : date = 2026-03-17"),
    beginning_help: "« greffier new » crée un compte rendu à compléter",
};

/// What a record turned out to be.
#[derive(Debug)]
pub struct Reading {
    /// The meeting, if the record has no fault.
    pub meeting: Option<Meeting>,
    /// The faults, in no particular order.
    pub faults: Vec<Diagnostic>,
    raw: Option<raw::RawMeeting>,
}

/// Reads a record. `annex_file` answers for a path as typed in the record, relative to the record's folder.
#[must_use]
pub fn read(source: &Source, annex_file: &dyn Fn(&str) -> AnnexFile) -> Reading {
    let read = toml_source::read::<raw::RawMeeting>(source, &VOCABULARY);
    let mut faults = Diagnostics::from(read.faults);
    let meeting = read.value.as_ref().and_then(|raw| {
        let meeting = validate::validate(source, raw, annex_file, &mut faults);
        meeting.filter(|_| faults.is_empty())
    });
    Reading {
        meeting,
        faults: faults.into_vec(),
        raw: read.value,
    }
}

impl Reading {
    /// What is odd in the record, in no particular order; never blocking.
    #[must_use]
    pub fn doubts(&self, source: &Source) -> Vec<Diagnostic> {
        self.raw
            .as_ref()
            .map_or_else(Vec::new, |raw| doubts::doubts(source, raw))
    }

    /// What cannot be printed in the PDF, since `covers` knows no font for it, in no particular order: faults of that output
    /// alone. What is not printed, such as a comment or the address behind a link's words, is not looked at.
    #[must_use]
    pub fn unprintable(&self, source: &Source, covers: &dyn Fn(char) -> bool) -> Vec<Diagnostic> {
        self.raw.as_ref().map_or_else(Vec::new, |raw| {
            unprintable(&source.text, &raw.printed_texts(), covers)
        })
    }

    /// What is odd in the list of those present for a series that sorts it by name (`francais.md` TRI-R3).
    #[must_use]
    pub fn doubt_of_sorting(&self) -> Option<Diagnostic> {
        doubts::sorted_by_name(self.raw.as_ref()?)
    }
}

/// The JSON Schema (draft 2020-12) of the record, with French descriptions, for completion in an editor.
#[must_use]
pub fn schema() -> serde_json::Value {
    schema_for!(raw::RawMeeting).to_value()
}
