"""Judges each PDF below a folder; run by `judge-pdf` in the environment that holds the libraries."""

import json
import subprocess
import sys
from bisect import bisect_left
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import page
import pikepdf
from outloud.model import Document
from outloud.rules.tables import grids

# The name that the library gives a standard, and ours.
STANDARDS = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: judge-pdf FOLDER")
    files = sorted(Path(sys.argv[1]).rglob("*.pdf"))
    if not files:
        print(f"nothing to judge in {sys.argv[1]}")
        sys.exit(1)
    failed = 0
    # Each file is judged in a process of its own, as many at a time as there are processors.
    with ProcessPoolExecutor() as workers:
        judged = workers.map(own_faults, files)
        heard = reader_faults(files)
        verdicts = [(file, [*own, *heard[str(file)]]) for file, own in zip(files, judged)]
    for file, faults in verdicts:
        if faults:
            failed += 1
            print(f"FAIL {file}")
            for fault in faults:
                print(f"  {fault}")
    print(f"{len(files) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def own_faults(file):
    return [*standard_faults(file), *syntax_faults(file), *font_faults(file)]


def standard_faults(file):
    for profile, standard in STANDARDS.items():
        try:
            report = page.validate_pdf(str(file), profile=profile)
        except page.PageError as error:
            yield f"{standard}: {error}"
            continue
        for failure in report.failures:
            yield f"{standard}: {failure.rule_id}: {failure.message}"
        if not report.is_compliant and not report.failures:
            yield f"{standard}: not compliant"


def reader_faults(files):
    """What outloud says of all files at once, since its start takes longer than its verdict."""
    command = [Path(sys.executable).with_name("outloud"), "--quiet", "--json", "-", *files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        results = json.JSONDecoder().raw_decode(run.stdout[run.stdout.index("{") :])[0]["results"]
    except (ValueError, KeyError):
        sys.exit(f"outloud gave no report:\n{run.stdout}{run.stderr}")
    faults = {str(file): [] for file in files}
    for result in results:
        said = faults[result["path"]]
        if result["error"]:
            said.append(f"outloud: {result['error']}")
        findings = [finding for finding in result["findings"] if finding["severity"] in ("error", "warning")]
        told = [finding for finding in findings if not is_excused(finding, result["path"])]
        said += [f"outloud: {finding['rule']}: {finding['message']}" for finding in told]
        if result["verdict"] != "pass" and not findings:
            said.append(f"outloud: {result['verdict']}")
    if len(results) != len(files):
        sys.exit(f"outloud judged {len(results)} of {len(files)} files")
    return faults


def is_excused(finding, file):
    return (
        is_repeated_head(finding, file) or is_row_of_a_closed_grid(finding, file) or is_link_within_text(finding, file)
    )


# The share of the stretches of a page that outloud asks for in the order of the tags.
IN_ORDER = 0.8


def is_link_within_text(finding, file):
    """Whether outloud takes the order of the tags for another than it is: it reads all that is a paragraph's own before the
    links in it, so that a page with many links seems out of order (ORD-001)."""
    if finding["rule"] != "ORD-001":
        return False
    document = Document(file)
    try:
        told = stretches(document, document.struct_root, None)
        for page in document.pages:
            rank = {number: place for place, number in enumerate(number for own, number in told if own == page.index)}
            painted = [rank[number] for _, number in document.content(page.index).paint_order if number in rank]
            if painted and rising(painted) < IN_ORDER * len(painted):
                return False
        return True
    finally:
        document.close()


def stretches(document, node, page):
    """The stretches of marked content below a node of the tags, with their pages, as a reader hears them."""
    if isinstance(node, pikepdf.Array):
        return [stretch for kid in node for stretch in stretches(document, kid, page)]
    if not isinstance(node, pikepdf.Dictionary):
        return [] if node is None else [(page, int(node))]
    page = document.page_index.get(node.Pg.objgen, page) if "/Pg" in node else page
    if node.get("/Type") == "/MCR":
        return [(page, int(node.MCID))]
    return [] if node.get("/Type") == "/OBJR" else stretches(document, node.get("/K"), page)


def rising(numbers):
    """The length of the longest part of them, in their order, that rises."""
    ends = []
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


def is_row_of_a_closed_grid(finding, file):
    """Whether outloud has lost count of cells that go on from the rows above to the right of the last cell of a row: it drops
    them before it counts the last row that they reach (TBL-004), and takes a row that they complete for one cell (TBL-015)."""
    if finding["rule"] not in ("TBL-004", "TBL-015"):
        return False
    document = Document(file)
    try:
        return all(len(set(widths(grid.rows))) <= 1 for grid in grids(document))
    finally:
        document.close()


def widths(rows):
    """How many columns each row takes up, with the cells of rows above that reach it (ISO 32000-1, 14.8.5.7)."""
    taken = [set() for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in taken[number]:
                column += 1
            for reached in taken[number : number + cell.rowspan]:
                reached.update(range(column, column + cell.colspan))
    return [len(columns) for columns in taken]


def is_repeated_head(finding, file):
    """Whether what outloud takes for prose that no reader hears is the head of a table, painted again where the table goes on
    overleaf: it is heard the first time, and is an artifact from then on."""
    if finding["rule"] != "TAG-002" or finding["count"] != 1:
        return False
    run = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=False)
    line = letters(finding["evidence"])
    return sum(line in letters(other) for other in run.stdout.splitlines()) > 1


def letters(text):
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def syntax_faults(file):
    run = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        yield from (f"qpdf: {line}" for line in (run.stderr or run.stdout).splitlines())


def font_faults(file):
    run = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        yield f"pdffonts: {run.stderr.strip()}"
    for line in run.stdout.splitlines()[2:]:
        # name, type (several words), encoding, then emb sub uni and the object's two numbers
        embedded, subset, unicode = line.split()[-5:-2]
        if (embedded, subset, unicode) != ("yes", "yes", "yes"):
            yield f"pdffonts: embedded {embedded}, subset {subset}, Unicode {unicode}: {line.split()[0]}"


if __name__ == "__main__":
    main()
