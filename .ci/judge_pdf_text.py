"""Judges each PDF of a project against its record; run by `judge-pdf-text PROJECT [OUTPUT]`.

The record is read by Python's tomllib; the PDF by poppler, in the order of painting (`pdftotext -raw`) and in that of the tags
(`pdfinfo -struct-text`). What is looked for are letters and digits, in the order of the record.
"""

import re
import subprocess
import sys
import tomllib
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# What French typography demands, in what is read from the page: the pattern of a fault, and its name.
TYPOGRAPHY = [
    (r"(?<=[\w)»])[ \u00a0](?=[;!?](?:\s|$))", "no narrow no-break space before ; ! ?"),
    (r"(?<=[\w)»])[ \u202f](?=:(?:\s|$))", "no no-break space before :"),
    (r"« |«\w| »|(?<=\w)»", "no no-break space inside « »"),
    (r"(?<=\w)'(?=\w)", "a straight apostrophe"),
    (r'(?<=\s)"(?=\w)|(?<=\w)"(?=\s)', "a straight quotation mark"),
]
ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)\S+|[A-Za-z]:\\\S*|\S+@\S+")
RUNNING_FOOT = re.compile(r"page \d+ / \d+")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: judge-pdf-text PROJECT [OUTPUT]")
    project = Path(sys.argv[1])
    output = Path(sys.argv[2]) if len(sys.argv) == 3 else project / "output"
    pairs = [(record, pdf_of(record, project, output)) for record in sorted((project / "meetings").rglob("*.toml"))]
    if not pairs:
        print(f"nothing to judge in {project}")
        sys.exit(1)
    with ThreadPoolExecutor(2) as workers:
        verdicts = list(workers.map(lambda pair: list(faults(*pair)), pairs))
    failed = 0
    for (record, pdf), said in zip(pairs, verdicts):
        if said:
            failed += 1
            print(f"FAIL {pdf or record}")
            for fault in said:
                print(f"  {fault}")
    print(f"{len(pairs) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def pdf_of(record, project, output):
    """The address of a meeting is its record's path."""
    folder = output / record.relative_to(project / "meetings").with_suffix("")
    return next(iter(sorted(folder.glob("*.pdf"))), None)


def faults(record, pdf):
    if pdf is None:
        yield "no PDF was made"
        return
    meeting = tomllib.loads(record.read_text(encoding="utf-8"))
    series = series_of(record)
    runs = list(runs_of(meeting, series))
    fields = [field for _, run_fields in runs for field in run_fields]
    raw = run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")
    lines = spoken(run("pdfinfo", "-struct-text", pdf))
    tagged = " ".join(lines)
    yield from lost(fields, raw, "on the pages")
    yield from out_of_order(runs, fields, tagged)
    yield from artifacts(raw, lines, is_plain(meeting, series))
    for pattern, name in TYPOGRAPHY:
        for found in re.finditer(pattern, ADDRESS.sub("", tagged)):
            around = tagged_around(ADDRESS.sub("", tagged), found.start())
            yield f"{name}: « {around} »"


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return f"{command[0]}: {done.stderr.strip()}"
    return done.stdout


def spoken(structure):
    """The texts of the structure, one for each element; but for the numbers of notes, which are no part of what the record says."""
    said, reference = [], None
    for line in structure.splitlines():
        depth = len(line) - len(line.lstrip())
        if reference is None or depth <= reference:
            reference = depth if line.strip().startswith("Reference ") else None
        if reference is None and line.strip().startswith('"'):
            said.append(line.strip()[1:-1].replace('\\"', '"'))
    return said


def tagged_around(text, at):
    return text[max(0, at - 20) : at + 20].strip()


def letters(text):
    """What a text is known by, whatever its typography and its first capital: its letters and digits."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in composed if sign.isalnum())


# ── The record ──────────────────────────────────────────────────────────────


def series_of(record):
    """The greffier.toml above a record."""
    for folder in record.parents:
        if (folder / "greffier.toml").is_file():
            return tomllib.loads((folder / "greffier.toml").read_text(encoding="utf-8"))
    return {}


def is_plain(record, series):
    """Whether the themes are set in one table of the usual columns."""
    choices = ("presentation", "colonnes", "colonne_delai")
    themes = record.get("themes", [])
    chosen = any(key in settings for settings in (record, series, *themes) for key in choices)
    return not chosen and not any("parties" in theme or "|" in str(theme) for theme in themes)


IN_ORDER, ANYHOW = "in order", "anyhow"


def runs_of(record, series):
    """Each text of a record with the name of its field, in runs that follow each other. Those of a run stand in their order, or
    anyhow: people may be put in groups, and a table of themes has its columns in any order."""
    is_held = record.get("etat") not in ("annulée", "reportée")
    yield IN_ORDER, list(each("titre", [record.get("titre")]))
    yield ANYHOW, list(head_texts(record)) if is_held else []
    if is_held:
        yield IN_ORDER, list(agenda_texts(record))
        yield ANYHOW, [text for key in PEOPLE for person in people(record.get(key)) for text in person_texts(key, person)]
    is_in_columns = "colonnes" in record or "colonnes" in series
    for theme in record.get("themes", []) if is_held else []:
        for name, content in [("themes", theme), *(("themes.parties", part) for part in theme.get("parties", []))]:
            texts = list(content_runs(name, content))
            if is_in_columns:
                texts = [(ANYHOW, [field for _, fields in texts for field in fields])]
            yield from texts
    closing = record.get("cloture", {})
    yield IN_ORDER, list(closing_texts(closing))


PEOPLE = ("participants", "representes", "excuses", "absents")


def head_texts(record):
    for role in record.get("redaction", []) + record.get("roles", []):
        yield from each("roles", [role.get("role")])
        yield from person_texts("roles", role)
    yield from each("lieu", [once(record.get("lieu") or "")])
    chairs = record.get("presidence", [])
    for chair in chairs if isinstance(chairs, list) else [chairs]:
        yield from person_texts("presidence", chair)
        yield from each("presidence", [chair.get("accompagne_par")])
    yield from markdown("objectif", record.get("objectif"))


def agenda_texts(record):
    for item in record.get("ordre_du_jour", []):
        item = {"titre": item} if isinstance(item, str) else item
        yield from each("ordre_du_jour", [item.get("titre"), item.get("presente_par"), *item.get("sous_points", [])])
    # One of these words stands for a sentence of the program.
    if record.get("adoption") not in ("adopté", "amendé et adopté"):
        yield from markdown("adoption", record.get("adoption"))


def people(listed):
    """The persons of a list, or of a text with a line for each."""
    if isinstance(listed, str):
        parts = [re.split(r"[;\t]", line) for line in listed.splitlines() if line.strip()]
        return [dict(zip(("nom", "fonction", "organisation"), (part.strip() for part in line))) for line in parts]
    return listed or []


def content_runs(name, content):
    """The runs of a theme or a part: its texts, then each of its actions."""
    texts = list(each(f"{name}.titre", [content.get("titre")]))
    texts += markdown(f"{name}.discussion", content.get("discussion"))
    for text in content.get("recommandations", []):
        texts += markdown(f"{name}.recommandations", text)
    texts += markdown(f"{name}.commentaires", content.get("commentaires"))
    for decision in content.get("decisions", []):
        decision = {"texte": decision} if isinstance(decision, str) else decision
        texts += each(f"{name}.decisions", [decision.get("numero")])
        texts += markdown(f"{name}.decisions", decision.get("texte"))
        for names in decision.get("vote", {}).get("noms", {}).values():
            texts += each(f"{name}.decisions.vote", names)
    yield IN_ORDER, texts
    for action in content.get("actions", []):
        texts = list(each(f"{name}.actions", [action.get("numero")]))
        texts += markdown(f"{name}.actions.texte", action.get("texte"))
        if isinstance(action.get("echeance"), str):
            texts += each(f"{name}.actions.echeance", [action["echeance"]])
        yield ANYHOW, texts + list(each(f"{name}.actions.responsables", action.get("responsables", [])))
    yield IN_ORDER, list(each(f"{name}.responsables", content.get("responsables", [])))


def closing_texts(closing):
    yield from markdown("cloture.notes", closing.get("notes"))
    for annex in closing.get("annexes", []):
        yield from each("cloture.annexes", [annex if isinstance(annex, str) else annex.get("titre")])
    for link in closing.get("liens", []):
        yield from each("cloture.liens", [link.get("texte")])


def person_texts(field, person):
    yield from each(field, [person.get("nom"), person.get("fonction"), person.get("organisation")])


def once(text):
    """A text whose words a sentence takes in: it says no preposition twice in a row."""
    return re.sub(r"\b(à|au|aux|dans|de|des|du|en|les)(\s+\1)+\b", r"\1", text)


def each(field, texts):
    for text in texts:
        if text and letters(text):
            yield field, text


def markdown(field, text):
    """The blocks of a text without their marks, the cells of its tables each for itself."""
    cells = re.sub(r"(?m)^\s*\|?(?:\s*:?-{3,}:?\s*\|)+.*$", "", text or "")
    cells = re.sub(r"(?m)^\s*\|.*$", lambda row: "\n\n" + row[0].replace("|", "\n\n"), cells)
    for line in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+•–▪·]|\d+[.)])\s)", cells):
        line = re.sub(r"^\s*(?:[-*+•–▪·]|\d+[.)])\s+", "", line)
        line = re.sub(r"(?<!!)\[([^\]]*)\]\([^)\s]*\)", r"\1", line)
        line = re.sub(r"^\s*#{1,6}\s+", "", line)
        yield from each(field, [re.sub(r"[*\\]", "", line)])


# ── The pages ───────────────────────────────────────────────────────────────


def lost(fields, raw, where):
    """A field whose words are not on the pages in their order; those of other cells may stand between them."""
    whole = letters(raw.replace("\u00ad\n", ""))
    on_pages = words(raw)
    endings = set(words(raw.replace("\u00ad", " ")))
    # Where a cell goes on overleaf, its last word may be cut by what stands between: the foot, the header, other cells.
    cuts = [(at, word[:-1]) for at, word in enumerate(on_pages) if word.endswith("\u00ad")]
    for field, text in fields:
        if letters(text) in whole:
            continue
        at = 0
        for word in words(text):
            places = [on_pages.index(word, at)] if word in on_pages[at:] else []
            places += [
                cut for cut, head in cuts if cut >= at and word.startswith(head) and word[len(head) :] in endings
            ]
            if not places:
                yield f"{field}: not {where}: « {word} » of « {text[:60].strip()} »"
                break
            at = min(places) + 1


def words(text):
    joined = re.sub(r"\u00ad\n(?![^\n]*page.\d+ / \d+)", "", text)
    plain = unicodedata.normalize("NFKC", joined).casefold()
    return re.findall(r"[^\W_]+\u00ad?", plain)


def out_of_order(runs, fields, tagged):
    """A field that does not stand in the tags after those of the runs before it, or not as a whole."""
    whole = letters(tagged)
    at = 0
    for order, run_fields in runs:
        begin = at
        for field, text in run_fields:
            wanted = letters(text)
            found = whole.find(wanted, at if order == IN_ORDER else begin)
            if found < 0:
                verdict = "out of order" if wanted in whole else "not as a whole"
                yield f"{field}: {verdict} in the tags: « {text[:60].strip()} »"
                continue
            at = max(at, found + len(wanted)) if order == ANYHOW else found + len(wanted)
    # A long text is there as often as it is in the record.
    count = {}
    for _, text in fields:
        wanted = letters(text)
        if len(wanted) >= 60:
            count[wanted] = count.get(wanted, 0) + 1
    for wanted, times in count.items():
        inside = sum(other.count(wanted) * number for other, number in count.items())
        if whole.count(wanted) > inside:
            yield f"{whole.count(wanted)} times in the tags, {times} in the record: « {wanted[:60]} »"


def artifacts(raw, lines, is_plain):
    for line in lines:
        if RUNNING_FOOT.search(line.replace("\u00a0", " ")):
            yield f"the running foot is in the tags: « {line} »"
    # A page alone is not counted. Each page ends with a form feed.
    is_counted = RUNNING_FOOT.search(raw.replace("\u00a0", " ")) is not None
    if raw.count("\f") > 1 and not is_counted:
        yield "no running foot on the pages"
    if raw.count("\f") == 1 and is_counted:
        yield "a running foot counts a page that stands alone"
    heads = sum(line.startswith("Recommandations / Commentaires") or line.startswith("Recommandations\u00a0/") for line in lines)
    # In sections, and over the full width of a table, each theme has its own.
    if heads > 1 and is_plain:
        yield f"the header of the table is {heads} times in the tags"


if __name__ == "__main__":
    main()
