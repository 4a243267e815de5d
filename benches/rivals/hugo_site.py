"""Writes the records as a site for Hugo, with a page of the same parts as ours: `hugo_site.py MEETINGS SITE`."""

import json
import pathlib
import sys
import tomllib

LAYOUT = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Compte rendu du {{ .Params.jour }}</title>
<style>STYLE</style></head><body><main><h1>Compte rendu de la réunion du {{ .Params.jour }}</h1>
<p>S’est tenue, {{ .Params.lieu }}, la réunion. Elle a été présidée par {{ .Params.presidence.nom }}.</p>
<h2>Ordre du jour</h2><ol>{{ range .Params.ordre_du_jour }}<li>{{ . }}</li>{{ end }}</ol>
<h2>Participants</h2><table><thead><tr><th>N°</th><th>Nom</th><th>Organisation</th></tr></thead><tbody>
{{ range $i, $one := .Params.participants }}<tr><td>{{ add $i 1 }}</td><td>{{ .nom }}</td><td>{{ .organisation }}</td></tr>
{{ end }}</tbody></table><h2>Thèmes</h2>{{ range $i, $theme := .Params.themes }}
<section id="theme-{{ add $i 1 }}"><h3>{{ .titre }}</h3>{{ .discussion | markdownify }}
<ul>{{ range .recommandations }}<li>{{ . | markdownify }}</li>{{ end }}</ul>
<ul>{{ range .actions }}<li>{{ .texte | markdownify }} {{ .echeance }} : {{ delimit .responsables ", " }}</li>{{ end }}</ul></section>
{{ end }}<h2>Notes</h2>{{ .Params.cloture.notes | markdownify }}
<ul>{{ range .Params.cloture.annexes }}<li>{{ . }}</li>{{ end }}</ul>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Params.jour }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Params.jour }}</a>{{ end }}</nav></main></body></html>
"""
CONFIG = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section", "home"]\n'


def main(meetings, site, style):
    site = pathlib.Path(site)
    layouts = site / 'layouts/_default'
    layouts.mkdir(parents=True)
    (layouts / 'single.html').write_text(LAYOUT.replace('STYLE', pathlib.Path(style).read_text()))
    (site / 'hugo.toml').write_text(CONFIG)
    for path in pathlib.Path(meetings).rglob('*.toml'):
        record = tomllib.loads(path.read_text())
        record['jour'] = str(record['date'])
        page = site / 'content' / path.parent.name / (path.stem + '.md')
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(json.dumps(record, default=str, ensure_ascii=False) + '\n')


main(*sys.argv[1:])
