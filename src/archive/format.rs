//! What a record is made into, and under which names.

use crate::config::Config;
use crate::keeper::OutputKind;
use crate::minutes::{markdown_file_name, pdf_file_name, print_file_name, sheet_file_name};
use crate::record::State;
use crate::site::MINUTES_DATA_FILE;

/// What a record is made into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `index.html`.
    Html,
    /// `<prefix>-<name>.md`.
    Markdown,
    /// `<prefix>-<name>.pdf`.
    Pdf,
    /// `<prefix>-<name>.print.html`: the XHTML that the PDF is laid out from, for who changes its templates.
    Print,
    /// `<prefix>-<name>-presence.pdf`: the sheet that those present sign.
    Presence,
}

impl Format {
    /// The kinds of output that it stands for: beside its page, a meeting has its data.
    pub(super) fn kinds(self) -> &'static [OutputKind] {
        match self {
            Self::Html => &[OutputKind::Html, OutputKind::Data],
            Self::Markdown => &[OutputKind::Markdown],
            Self::Pdf => &[OutputKind::Pdf],
            Self::Print => &[OutputKind::Print],
            Self::Presence => &[OutputKind::Presence],
        }
    }
}

/// The name of an output of the record of that address, in that state.
pub(super) fn name_of(kind: OutputKind, config: &Config, address: &str, state: State) -> String {
    match kind {
        OutputKind::Markdown => markdown_file_name(config, address, state),
        OutputKind::Pdf => pdf_file_name(config, address, state),
        OutputKind::Print => print_file_name(config, address),
        OutputKind::Presence => sheet_file_name(config, address),
        OutputKind::Data => MINUTES_DATA_FILE.to_owned(),
        _ => "index.html".to_owned(),
    }
}
