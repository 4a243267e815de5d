//! The day or the days of a meeting, as the minutes say them.

use jiff::civil::Date;

use super::Spelling;
use super::dates::{
    Thousand, capitalised_date_with_weekday, date_in_words_with, date_range, day_in_words,
    day_number_in_words, long_date_with_weekday, month_name,
};
use super::words::{capital_first, list_join};

/// At most 3 days are named one by one; more are said by the first and the last.
const NAMED_DAYS: i32 = 3;

/// The days from the first to the last; most often one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    first: Date,
    last: Date,
}

impl Days {
    /// From the first day to the last; a last day that is missing or lies before the first is the first.
    #[must_use]
    pub fn new(first: Date, last: Option<Date>) -> Self {
        let last = last.filter(|last| *last > first).unwrap_or(first);
        Self { first, last }
    }

    /// Whether all days lie in one year.
    #[must_use]
    pub fn is_in_one_year(self) -> bool {
        self.first.year() == self.last.year()
    }

    /// `le 7 mars 2017`, `les 7 et 8 mars 2017`, `du 3 au 5 mars 2017` (DAT-R4).
    #[must_use]
    pub fn with_article(self) -> String {
        // The constructor has put the days in order.
        date_range(self.first, self.last).unwrap_or_default()
    }

    /// `le mardi 7 mars 2017`, `les 7 et 8 mars 2017`, `du 3 au 5 mars 2017`: one day alone has its weekday.
    #[must_use]
    pub fn with_weekday(self) -> String {
        if self.first == self.last {
            format!("le {}", long_date_with_weekday(self.first))
        } else {
            self.with_article()
        }
    }

    /// `du 7 mars 2017`, `des 7 et 8 mars 2017`, `du 3 au 5 mars 2017`: as it follows a noun.
    #[must_use]
    pub fn with_de(self) -> String {
        let said = self.with_article();
        match (said.strip_prefix("le "), said.strip_prefix("les ")) {
            (Some(day), _) => format!("du {day}"),
            (_, Some(days)) => format!("des {days}"),
            _ => said,
        }
    }

    /// The same without the year, for days that lie in one: `du 7 mars`, `des 7 et 8 mars`.
    #[must_use]
    pub fn with_de_without_year(self) -> String {
        let said = self.with_de();
        let year = format!(" {:04}", self.last.year());
        said.strip_suffix(&year)
            .map_or_else(|| said.clone(), str::to_owned)
    }

    /// The year of all days, if it is one.
    #[must_use]
    pub fn year(self) -> Option<i16> {
        self.is_in_one_year().then(|| self.first.year())
    }

    /// `au 21 avril 2026`, `aux 7 et 8 mars 2017`; `à la période du 3 au 5 mars 2017` for more.
    #[must_use]
    pub fn with_a(self) -> String {
        let said = self.with_article();
        match (said.strip_prefix("le "), said.strip_prefix("les ")) {
            (Some(day), _) => format!("au {day}"),
            (_, Some(days)) => format!("aux {days}"),
            _ => format!("à la période {said}"),
        }
    }

    /// The line of a page: `Mardi 7 février 2017`, `Les 13 et 14 janvier 2026`, `Du 13 au 15 janvier 2026`.
    #[must_use]
    pub fn heading(self) -> String {
        if self.first == self.last {
            capitalised_date_with_weekday(self.first)
        } else {
            capital_first(&self.with_article())
        }
    }

    /// Without the year: `le sept février`, `les treize, quatorze et quinze janvier`, `du treize au vingt janvier`.
    #[must_use]
    pub fn in_words(self, spelling: Spelling) -> String {
        let day = |date| day_number_in_words(date, spelling);
        let same_month = self.is_in_one_year() && self.first.month() == self.last.month();
        let count = i32::from(self.last.day()) - i32::from(self.first.day()) + 1;
        if self.first == self.last {
            day_in_words(self.first, spelling)
        } else if same_month && count <= NAMED_DAYS {
            let dates = self
                .first
                .series(jiff::Span::new().days(1))
                .take_while(|date| *date <= self.last);
            let days: Vec<String> = dates.map(day).collect();
            format!("les {} {}", list_join(&days), month_name(self.last))
        } else if same_month {
            format!(
                "du {} au {} {}",
                day(self.first),
                day(self.last),
                month_name(self.last)
            )
        } else {
            let first = format!("{} {}", day(self.first), month_name(self.first));
            format!("du {first} au {} {}", day(self.last), month_name(self.last))
        }
    }

    /// With the years, for days on both sides of a new year: `du trente décembre deux mille vingt-six au deux janvier
    /// deux mille vingt-sept`.
    #[must_use]
    pub fn in_words_with_years(self, thousand: Thousand, spelling: Spelling) -> String {
        let said = |date| date_in_words_with(date, thousand, spelling);
        if self.first == self.last {
            return format!("le {}", said(self.first));
        }
        format!("du {} au {}", said(self.first), said(self.last))
    }
}
