//! All action points and all decisions as tables for a spreadsheet: `actions.csv` and `decisions.csv`, for any; `actions.xlsx` and
//! `decisions.xlsx`, where a day is a day and a filter stands ready.
//!
//! What a table says is told once, a cell at a time: [`columns`] and [`rows`]. [`separated`] and [`workbook`] write it.

mod cell;
mod columns;
mod rows;
mod separated;
mod workbook;

use std::io::{self, Write};

use super::{Site, SitePage};
use cell::Cell;
use columns::Column;

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Register {
    Actions,
    Decisions,
}

/// The tables of decisions only where there is one.
pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let decisions = Some(Register::Decisions).filter(|_| site.has_decisions);
    let registers = [Register::Actions].into_iter().chain(decisions);
    registers
        .flat_map(|register| {
            let csv = format!("{}.csv", register.stem());
            let xlsx = format!("{}.xlsx", register.stem());
            [
                SitePage::of_stream(csv, move |out| separated::write(register, site, out)),
                SitePage::of_told(
                    xlsx,
                    move |out| tell(register, site, out),
                    move || workbook::write(register, site),
                ),
            ]
        })
        .collect()
}

/// All that the workbook shows, piece by piece: it is made anew only where that changes.
fn tell(register: Register, site: Site<'_>, out: &mut dyn Write) -> io::Result<()> {
    let columns = register.columns(site);
    let heads = columns.into_iter().map(|Column { head, .. }| head);
    let title = Cell::text(&register.title(site));
    for cell in [title].into_iter().chain(heads) {
        cell.tell(out)?;
    }
    for cell in register.rows(site).flatten() {
        cell.tell(out)?;
    }
    Ok(())
}

impl Register {
    /// The name of its files, without what tells their kind.
    fn stem(self) -> &'static str {
        match self {
            Self::Actions => "actions",
            Self::Decisions => "decisions",
        }
    }

    /// *Points d’action, Cluster Relèvement Rapide*.
    fn title(self, site: Site<'_>) -> String {
        let body = site.config.body.iter();
        let body = body.map(|body| format!(", {body}"));
        self.sheet().to_owned() + &body.collect::<String>()
    }
}
