"""Judges the tables of a site, the output folder given: the CSV by csv and by LibreOffice under French settings, the workbooks by
openpyxl and by LibreOffice. Prints the faults and a count, like the other judges."""

import csv
import datetime
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl

FORMULA = tuple("=+-@\t\r＝＋－＠")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# A number may look like a day, and is none.
NUMBERS = {"Numéro"}
SHEETS = {"actions": "Points d’action", "decisions": "Décisions"}
FRENCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>
"""
# Cells end at « ; », texts stand in quotes, UTF-8, from the first line on, in French.
AS_CSV = "CSV:59,34,76,1,,1036"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def rows_of(path):
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";", strict=True))


def csv_faults(path):
    data = path.read_bytes()
    if not data.startswith(b"\xef\xbb\xbf"):
        yield "no byte order mark"
    if data.count(b"\n") != data.count(b"\r\n") or not data.endswith(b"\r\n"):
        yield "a line that does not end as Windows has it"
    rows = rows_of(path)
    for head in rows[0]:
        if "_" in head or not head[:1].isupper():
            yield f"a head that is no French word: {head}"
    for row in rows:
        if len(row) != len(rows[0]):
            yield f"{len(row)} cells in {row}"
        for cell in row:
            pieces = re.split("[;,\t]", cell)
            if any(piece.lstrip(' \u00a0\u202f"').startswith(FORMULA) for piece in pieces):
                yield f"a spreadsheet may run {cell}"


def kept(value):
    """What a cell of a workbook is in the CSV."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def workbook_faults(path, stem):
    try:
        sheet = openpyxl.load_workbook(path).active
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        yield f"no workbook: {error}"
        return
    if sheet.title != SHEETS[stem] or sheet.freeze_panes != "A2" or sheet.auto_filter.ref != sheet.dimensions:
        yield f"name, frozen head or filter: {sheet.title}, {sheet.freeze_panes}, {sheet.auto_filter.ref}"
    rows = rows_of(path.with_suffix(".csv"))
    if sheet.max_row != len(rows) or sheet.max_column != len(rows[0]):
        yield f"{sheet.max_row} rows of {sheet.max_column} cells, {len(rows)} of {len(rows[0])} in the CSV"
        return
    for row, cells in zip(rows, sheet.iter_rows()):
        for head, cell, said in zip(rows[0], cells, row):
            if cell.data_type == "f":
                yield f"{cell.coordinate} is a formula"
            elif kept(cell.value).replace("'", "") != said.replace("'", ""):
                yield f"{cell.coordinate} says {cell.value!r}, the CSV {said!r}"
            elif DAY.fullmatch(said) and head not in NUMBERS and not cell.is_date:
                yield f"{cell.coordinate} is no day: {said}"


def opened(folder, path, *how):
    """What LibreOffice takes for the cells of a table: their kinds, row by row."""
    (folder / "user").mkdir(exist_ok=True)
    (folder / "user" / "registrymodifications.xcu").write_text(FRENCH, "utf-8")
    to = folder / path.suffix.lstrip(".")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={folder.as_uri()}", *how, "--convert-to", "fods", "--outdir", to, path],
        check=True, capture_output=True, timeout=300,
    )
    rows = []
    for row in ElementTree.parse(to / path.with_suffix(".fods").name).iter(f"{TABLE}table-row"):
        cells = []
        for cell in row.iter(f"{TABLE}table-cell"):
            kind = cell.get(f"{OFFICE}value-type", "")
            kind = cell.get(f"{OFFICE}date-value", "") if kind == "date" else kind
            if cell.get(f"{TABLE}formula"):
                kind = "formula"
            cells += [kind] * min(int(cell.get(f"{TABLE}number-columns-repeated", 1)), 100)
        while cells and not cells[-1]:
            cells.pop()
        rows += [cells] * min(int(row.get(f"{TABLE}number-rows-repeated", 1)), 2 if cells else 0)
    return rows


def office_faults(folder, path, *how):
    """Faults of what LibreOffice sees: as many rows and columns as the CSV has, and each day a day."""
    expected = rows_of(path.with_suffix(".csv"))
    seen = opened(folder, path, *how)
    if len(seen) != len(expected):
        yield f"LibreOffice sees {len(seen)} rows, not {len(expected)}"
        return
    for number, (row, cells) in enumerate(zip(expected, seen), 1):
        # The last cells of each row, its address and its name in the series, are never empty.
        if len(cells) != len(row):
            yield f"LibreOffice sees {len(cells)} columns in row {number}, not {len(row)}"
        for head, said, kind in zip(expected[0], row, cells):
            if kind == "formula":
                yield f"LibreOffice runs {said}"
            if number > 1 and DAY.fullmatch(said) and head not in NUMBERS and kind != said:
                yield f"LibreOffice takes {said} for a {kind or 'nothing'}"


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: judge-tables OUTPUT_FOLDER")
    root = Path(sys.argv[1]).resolve()
    stems = [stem for stem in SHEETS if stem == "actions" or (root / "decisions.html").exists()]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for stem in stems:
            table, workbook = root / f"{stem}.csv", root / f"{stem}.xlsx"
            try:
                found = [(table, fault) for fault in csv_faults(table)]
                if not found:
                    found += [(table, fault) for fault in office_faults(Path(folder), table, f"--infilter={AS_CSV}")]
                    found += [(workbook, fault) for fault in workbook_faults(workbook, stem)]
                if not found:
                    found += [(workbook, fault) for fault in office_faults(Path(folder), workbook)]
            except (OSError, csv.Error, subprocess.SubprocessError, UnicodeDecodeError) as error:
                found = [(table, f"cannot be read: {error}")]
            faults += found
    for path, fault in faults:
        print(f"FAIL {path.name}\n  {fault}")
    print(f"{2 * len(stems)} tables, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
