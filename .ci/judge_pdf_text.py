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
    fields = list(texts_of(tomllib.loads(record.read_text(encoding="utf-8"))))
    raw = run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")
    lines = spoken(run("pdfinfo", "-struct-text", pdf))
    tagged = " ".join(lines)
    yield from lost(fields, raw, "on the pages")
    yield from out_of_order(fields, tagged)
    yield from artifacts(raw, lines)
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
    """The texts of the structure, one for each element."""
    return [line.strip()[1:-1].replace('\\"', '"') for line in structure.splitlines() if line.strip().startswith('"')]


def tagged_around(text, at):
    return text[max(0, at - 20) : at + 20].strip()


def letters(text):
    """What a text is known by, whatever its typography and its first capital: its letters and digits."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in composed if sign.isalnum())


# ── The record ──────────────────────────────────────────────────────────────


def texts_of(record):
    """Each text of a record with the name of its field, in the order of the document."""
    yield from each("titre", [record.get("titre")])
    for person in record.get("redaction", []):
        yield from person_texts("redaction", person)
    yield from each("lieu", [record.get("lieu")])
    if isinstance(record.get("presidence"), dict):
        yield from person_texts("presidence", record["presidence"])
    yield from each("ordre_du_jour", record.get("ordre_du_jour", []))
    # One of these words stands for a sentence of the program.
    if record.get("adoption") not in ("adopté", "amendé et adopté"):
        yield from markdown("adoption", record.get("adoption"))
    for key in ("participants", "excuses", "absents"):
        for person in record.get(key, []):
            yield from person_texts(key, person)
    for theme in record.get("themes", []):
        yield from each("themes.titre", [theme.get("titre")])
        yield from markdown("themes.discussion", theme.get("discussion"))
        for text in theme.get("recommandations", []):
            yield from markdown("themes.recommandations", text)
        yield from markdown("themes.commentaires", theme.get("commentaires"))
        for text in theme.get("decisions", []):
            yield from markdown("themes.decisions", text)
        for action in theme.get("actions", []):
            yield from markdown("themes.actions.texte", action.get("texte"))
            if isinstance(action.get("echeance"), str):
                yield from each("themes.actions.echeance", [action["echeance"]])
            yield from each("themes.actions.responsables", action.get("responsables", []))
        yield from each("themes.responsables", theme.get("responsables", []))
    closing = record.get("cloture", {})
    yield from markdown("cloture.notes", closing.get("notes"))
    for annex in closing.get("annexes", []):
        yield from each("cloture.annexes", [annex if isinstance(annex, str) else annex.get("titre")])
    for link in closing.get("liens", []):
        yield from each("cloture.liens", [link.get("texte")])


def person_texts(field, person):
    yield from each(field, [person.get("nom"), person.get("fonction"), person.get("organisation")])


def each(field, texts):
    for text in texts:
        if text and letters(text):
            yield field, text


def markdown(field, text):
    """The blocks of a text without their marks."""
    for line in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)", text or ""):
        line = re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", line)
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


def out_of_order(fields, tagged):
    """A field that does not stand in the tags after those before it, or not as a whole."""
    whole = letters(tagged)
    at = 0
    for field, text in fields:
        wanted = letters(text)
        found = whole.find(wanted, at)
        if found < 0:
            verdict = "out of order" if wanted in whole else "not as a whole"
            yield f"{field}: {verdict} in the tags: « {text[:60].strip()} »"
            continue
        at = found + len(wanted)
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


def artifacts(raw, lines):
    for line in lines:
        if RUNNING_FOOT.search(line.replace("\u00a0", " ")):
            yield f"the running foot is in the tags: « {line} »"
    if not RUNNING_FOOT.search(raw.replace("\u00a0", " ")):
        yield "no running foot on the pages"
    heads = sum(line.startswith("Recommandations / Commentaires") or line.startswith("Recommandations\u00a0/") for line in lines)
    if heads > 1:
        yield f"the header of the table is {heads} times in the tags"


if __name__ == "__main__":
    main()
