//! The columns of each table: their heads, in the words of the series where it has some, and how wide they are.

use super::Register;
use super::cell::Cell;
use crate::french::words::capital_first;
use crate::site::Site;

/// A column of a table.
pub(super) struct Column {
    pub(super) head: Cell,
    /// In figures of the default font, as spreadsheets measure it.
    pub(super) width: u16,
}

impl Register {
    /// The name of its sheet.
    pub(super) fn sheet(self) -> &'static str {
        match self {
            Self::Actions => "Points d’action",
            Self::Decisions => "Décisions",
        }
    }

    /// From the left to the right; what serves programs stands last.
    pub(super) fn columns(self, site: Site<'_>) -> Vec<Column> {
        let labels = &site.config.labels;
        let meeting = capital_first(site.words().seance);
        let columns: Vec<(&str, u16)> = match self {
            Self::Actions => vec![
                ("Numéro", 11),
                (&meeting, 12),
                (&labels.actions, 60),
                (&labels.owners, 28),
                (&labels.due_date, 14),
                (&labels.status, 14),
                ("En retard", 11),
                ("Première échéance", 20),
                ("Reports", 10),
                ("Suite", 44),
                ("Adresse", 40),
                ("Identifiant", 28),
            ],
            Self::Decisions => vec![
                ("Numéro", 11),
                ("Date", 12),
                (&labels.decision, 60),
                ("Vote", 32),
                (&meeting, 30),
                ("Thème", 32),
                ("Adresse", 40),
                ("Identifiant", 28),
            ],
        };
        let column = |(head, width): (&str, u16)| Column {
            head: Cell::text(head),
            width,
        };
        columns.into_iter().map(column).collect()
    }
}
