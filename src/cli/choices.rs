//! The words that options and arguments take.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::archive::Format;
use crate::guide::{DOCUMENTS, Document};
use crate::record::Edition;

/// How messages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MessageFormat {
    Text,
    Json,
}

impl ValueEnum for MessageFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Text, Self::Json]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Text => "texte",
            Self::Json => "json",
        }))
    }
}

/// What the formats are called on the command line.
impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Html,
            Self::Markdown,
            Self::Pdf,
            Self::Presence,
            Self::Print,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Pdf => "pdf",
            Self::Presence => "presence",
            Self::Print => "print",
        }))
    }
}

/// What the editions are called on the command line.
impl ValueEnum for Edition {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Public, Self::Members, Self::Internal]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SchemaOf {
    Record,
    Config,
    Contacts,
    Style,
    Minutes,
    Actions,
}

impl ValueEnum for SchemaOf {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Record,
            Self::Config,
            Self::Contacts,
            Self::Style,
            Self::Minutes,
            Self::Actions,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Record => "compte-rendu",
            Self::Config => "configuration",
            Self::Contacts => "contacts",
            Self::Style => "style",
            Self::Minutes => "minutes",
            Self::Actions => "actions",
        }))
    }
}

/// A document of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HelpPage(pub(super) &'static Document);

impl ValueEnum for HelpPage {
    fn value_variants<'a>() -> &'a [Self] {
        const PAGES: [HelpPage; DOCUMENTS.len()] = {
            let mut pages = [HelpPage(&DOCUMENTS[0]); DOCUMENTS.len()];
            let mut place = 0;
            while place < pages.len() {
                pages[place] = HelpPage(&DOCUMENTS[place]);
                place += 1;
            }
            pages
        };
        &PAGES
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name))
    }
}
