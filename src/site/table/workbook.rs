//! A table as a workbook (XLSX): a day is a day, the heads stay in sight and bear a filter, long texts are wrapped, and no text is ever a
//! formula. Equal tables give equal bytes.

use std::io::{self, Write};

use jiff::civil::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::Register;
use super::archive::OneSystem;
use super::cell::Cell;
use crate::site::Site;

/// Above that many rows, some 15 MiB, what is written waits in a file without a name among the temporary ones, and not in memory.
const MOST_IN_MEMORY: usize = 5_000;
/// What a sheet takes below its heads; the table for any spreadsheet holds all.
const MOST_ROWS: usize = 1_048_575;
/// What the file says of when it was made; an output does not know the time.
const MADE_ON: (u16, u8, u8) = (2000, 1, 1);
/// A4.
const PAPER: u8 = 9;

/// Writes it piece by piece: that of a large archive is held nowhere whole.
pub(super) fn write(
    register: Register,
    site: Site<'_>,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    let mut archive = OneSystem::new(out);
    save(register, site, &mut archive).map_err(io::Error::other)?;
    archive.end()
}

fn save(
    register: Register,
    site: Site<'_>,
    out: &mut (impl Write + Send),
) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let (year, month, day) = MADE_ON;
    let made_on = ExcelDateTime::from_ymd(year, month, day)?;
    let properties = DocProperties::new()
        .set_title(register.title(site))
        .set_creation_datetime(&made_on);
    workbook.set_properties(&properties);
    let sheet = sheet(&mut workbook, register.most_rows(site))?;
    sheet.set_name(sheet_name(register.label(site)))?;
    let last_row = fill(sheet, register, site)?;
    let last_column = register.columns(site).len() - 1;
    sheet.autofilter(
        0,
        0,
        last_row,
        u16::try_from(last_column).unwrap_or_default(),
    )?;
    // On paper: all columns on the width of a sheet that lies, the heads on each page.
    sheet.set_paper_size(PAPER).set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    workbook.save_to_writer(out)
}

/// What Excel takes as the name of a sheet: at most 31 units of UTF-16, none of `[ ] : * ? / \`, no apostrophe at an end.
fn sheet_name(label: &str) -> String {
    let mut units = 0;
    let taken: String = label
        .chars()
        .map(|sign| if "[]:*?/\\".contains(sign) { ' ' } else { sign })
        .take_while(|sign| {
            units += sign.len_utf16();
            units <= 31
        })
        .collect();
    match taken.trim_matches(|sign: char| sign == '\'' || sign.is_whitespace()) {
        "" => "Registre".to_owned(),
        name => name.to_owned(),
    }
}

/// Where there is no room for temporary files, memory has to do.
fn sheet(workbook: &mut Workbook, rows: usize) -> Result<&mut Worksheet, XlsxError> {
    let waits_on_disk =
        rows > MOST_IN_MEMORY && workbook.add_worksheet_with_constant_memory().is_ok();
    match waits_on_disk {
        true => workbook.worksheet_from_index(0),
        false => Ok(workbook.add_worksheet()),
    }
}

/// Writes the heads and the rows, and says which row is the last.
fn fill(sheet: &mut Worksheet, register: Register, site: Site<'_>) -> Result<u32, XlsxError> {
    let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let bold = plain.clone().set_bold();
    let of_day = plain.clone().set_num_format("dd/mm/yyyy");
    let of_day = of_day.set_align(FormatAlign::Left);
    for (at, column) in (0..).zip(register.columns(site)) {
        sheet.set_column_width(at, column.width)?;
        put(sheet, (0, at), &column.head, &bold, &of_day)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let mut last = 0;
    for (row, cells) in (1..).zip(register.rows(site).take(MOST_ROWS)) {
        for (at, cell) in (0..).zip(&cells) {
            put(sheet, (row, at), cell, &plain, &of_day)?;
        }
        last = row;
    }
    Ok(last)
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    plain: &Format,
    of_day: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, text, plain)?;
        }
        Cell::Day(day) => match counted(*day) {
            Some(counted) => {
                sheet.write_datetime_with_format(row, column, &counted, of_day)?;
            }
            None => {
                sheet.write_string_with_format(row, column, day.to_string(), plain)?;
            }
        },
        Cell::Count(count) => {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            sheet.write_number_with_format(row, column, count, plain)?;
        }
    }
    Ok(())
}

/// A day as spreadsheets count it, from 1900 on.
fn counted(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    let month = u8::try_from(day.month()).ok()?;
    let day = u8::try_from(day.day()).ok()?;
    ExcelDateTime::from_ymd(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_excel_takes() {
        for (label, name) in [
            ("Décisions", "Décisions"),
            (
                "Délibérations : 2026/2027 [Gao]",
                "Délibérations   2026 2027  Gao",
            ),
            ("'Actions'", "Actions"),
            (
                "Registre des délibérations du conseil",
                "Registre des délibérations du c",
            ),
            (
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
            ),
            ("*", "Registre"),
        ] {
            let given = sheet_name(label);
            assert_eq!(given, name, "{label}");
            assert!(Workbook::new().add_worksheet().set_name(given).is_ok());
        }
    }
}
