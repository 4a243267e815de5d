"""Makes a PDF of each record with Typst, in one process: `typst_documents.py MEETINGS OUTPUT STANDARD…`.

The documents are comparable with ours: the same texts in the same parts, A4, justified and hyphenated, tagged. The sources are
written first; only the compiling is counted. Prints the seconds of processor that it took.
"""

import pathlib
import sys
import time
import tomllib

import typst

SPECIAL = '\\#*_$`<>@[]/~'
FRONT = """#set document(title: "Compte rendu {date}", date: datetime(year: 2017, month: 2, day: 7))
#set text(lang: "fr", size: 9.5pt, hyphenate: true)
#set page(paper: "a4", margin: 18mm, footer: context [Cluster · {date} · #counter(page).display("1 / 1", both: true)])
#set par(justify: true)
= Compte rendu de la réunion du {date}
"""


def plain(text):
    return ''.join('\\' + letter if letter in SPECIAL else letter for letter in text)


def listed(texts):
    return '\n'.join('- ' + plain(text) for text in texts)


def people(rows, first):
    cells = ','.join(
        f'[{number}],[{plain(one["nom"])}],[{plain(one["organisation"])}]' for number, one in enumerate(rows, first)
    )
    return f'table(columns: (auto, 1fr, 1fr), table.header([N°],[Nom et prénom],[Organisation]),{cells})'


def theme_rows(number, theme):
    actions = theme.get('actions') or [{'texte': '', 'responsables': []}]
    left = f'*{number}\\. {plain(theme["titre"])}*\n\n{plain(theme["discussion"])}'
    first = f'table.cell(rowspan: {len(actions)})[{left}],table.cell(rowspan: {len(actions)})[{listed(theme["recommandations"])}]'
    for action in actions:
        text = f'{action["texte"]} ({action["echeance"]})' if action['texte'] else ''
        yield (first + ',' if first else '') + f'[{listed([text] if text else [])}],[{listed(action["responsables"])}]'
        first = ''


def document(record):
    half = (len(record['participants']) + 1) // 2
    left, right = record['participants'][:half], record['participants'][half:]
    rows = [row for number, theme in enumerate(record['themes'], 1) for row in theme_rows(number, theme)]
    heads = 'table.header([*Thèmes*],[*Recommandations / Commentaires*],[*Points d’action*],[*Responsable*])'
    return '\n\n'.join([
        FRONT.format(date=record['date']),
        f'S’est tenue, {plain(record["lieu"])}, la réunion. Elle a été présidée par {plain(record["presidence"]["nom"])}.',
        '== Points à l’ordre du jour\n' + '\n'.join('+ ' + plain(point) for point in record['ordre_du_jour']),
        f'== Liste des participants\n#grid(columns: (1fr, 1fr), gutter: 12pt, {people(left, 1)}, {people(right, half + 1)})',
        '== Thèmes traités\n#set par(justify: false)\n#set text(size: 9pt)',
        f'#table(columns: (2.2fr, 1.3fr, 1.3fr, 1fr), {heads},' + ','.join(rows) + ')',
        '== Notes\n' + plain(record['cloture']['notes']),
        '== Annexes\n' + listed(record['cloture']['annexes']),
    ])


def main(meetings, output, *standards):
    output = pathlib.Path(output)
    output.mkdir(parents=True)
    sources = []
    for path in sorted(pathlib.Path(meetings).rglob('*.toml')):
        source = output / (path.stem + '.typ')
        source.write_text(document(tomllib.loads(path.read_text())))
        sources.append(source)
    begin = time.process_time()
    for source in sources:
        options = {'pdf_standards': list(standards)} if standards else {}
        typst.compile(str(source), output=str(source.with_suffix('.pdf')), **options)
    print(time.process_time() - begin)


main(*sys.argv[1:])
