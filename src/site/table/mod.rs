//! All action points and all decisions as tables for a spreadsheet: `actions.csv` and `decisions.csv`, for any; `actions.xlsx` and
//! `decisions.xlsx`, where a day is a day and a filter stands ready.
//!
//! What a table says is told once, a cell at a time: [`columns`] and [`rows`]. [`separated`] and [`workbook`] write it.

mod archive;
mod cell;
mod columns;
mod rows;
mod separated;
mod workbook;

use std::io::{self, Write};

use super::{Site, SitePage, page};
use crate::minutes::edition_mark;
use crate::record::Edition;

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
            // Whoever carries a table away sees of which edition it is.
            let stem = format!("{}{}", register.stem(), edition_mark(site.config));
            let (csv, xlsx) = (format!("{stem}.csv"), format!("{stem}.xlsx"));
            [
                SitePage::of_stream(
                    csv,
                    move |out| register.tell(site, out),
                    move |out| separated::write(register, site, out),
                ),
                SitePage::of_stream(
                    xlsx,
                    move |out| register.tell(site, out),
                    move |out| workbook::write(register, site, out),
                ),
            ]
        })
        .collect()
}

impl Register {
    /// Writes all that its tables show beside what the templates and the configuration say.
    fn tell(self, site: Site<'_>, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Actions => page::tell(&site.traces(site.points()), out),
            Self::Decisions => {
                let meetings = site.meetings.iter().rev();
                let mut meetings = meetings.filter(|meeting| !meeting.decisions.is_empty());
                meetings.try_for_each(|meeting| {
                    let place = (&meeting.address, site.name(meeting), &meeting.decisions);
                    page::tell(&place, out)
                })
            }
        }
    }

    /// The name of its files, without what tells their kind.
    fn stem(self) -> &'static str {
        match self {
            Self::Actions => "actions",
            Self::Decisions => "decisions",
        }
    }

    /// *Points d’action, Cluster Relèvement Rapide*, and the edition.
    fn title(self, site: Site<'_>) -> String {
        let body = site.config.body.as_deref();
        let edition = site.config.named_edition().and_then(Edition::heading);
        let more = [body, edition].into_iter().flatten();
        more.fold(self.label(site).to_owned(), |title, more| {
            title + ", " + more
        })
    }
}
