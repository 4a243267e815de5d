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
    /// What the series calls it.
    pub(super) fn label<'a>(self, site: Site<'a>) -> &'a str {
        let labels = &site.config.labels;
        match self {
            Self::Actions => &labels.action_register,
            Self::Decisions => &labels.decision_register,
        }
    }

    /// From the left to the right; what serves programs stands last.
    pub(super) fn columns(self, site: Site<'_>) -> Vec<Column> {
        let labels = &site.config.labels;
        let meeting = capital_first(site.words().seance);
        let late = capital_first(&labels.late);
        let columns: Vec<(&str, u16)> = match self {
            Self::Actions => vec![
                (&labels.register_number, 11),
                (&meeting, 12),
                (&labels.actions, 60),
                (&labels.owners, 28),
                (&labels.due_date, 14),
                (&labels.status, 14),
                (&late, 11),
                (&labels.first_due, 20),
                (&labels.postponements, 10),
                (&labels.sequel, 44),
                (&labels.address, 40),
                (&labels.identifier, 28),
            ],
            Self::Decisions => vec![
                (&labels.register_number, 11),
                (&labels.date, 12),
                (&labels.decision, 60),
                (&labels.vote, 32),
                (&meeting, 30),
                (&labels.theme, 32),
                (&labels.address, 40),
                (&labels.identifier, 28),
            ],
        };
        let column = |(head, width): (&str, u16)| Column {
            head: Cell::text(head),
            width,
        };
        columns.into_iter().map(column).collect()
    }
}
