"""Writes the records as a site for Hugo, with pages of the same parts as ours: `hugo_site.py MEETINGS SITE STYLE`.

Beside the page and the data of each meeting: a home, the meetings of each year by pages of 200, the open actions, the actions and the
organisations of each year, the actions of each owner by pages of 100 with a calendar, a page not found, RSS, a calendar, all actions as a
table and as data, a sitemap. What it lacks: the search index, the workbook of actions.
"""

import collections
import json
import pathlib
import sys
import tomllib

HEAD = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="stylesheet" href="/style.css"></head><body><nav><a href="/">Accueil</a> <a href="/actions/ouvertes/">Points d’action</a></nav><main>
"""
FOOT = '</main></body></html>\n'
ACTION = """<tr><td><a href="{{ .page.RelPermalink }}">{{ .action.texte }}</a></td><td>{{ with .action.responsables }}{{ delimit . ", " }}{{ end }}</td>
<td>{{ .action.echeance }}</td><td>{{ .action.statut }}</td><td>{{ .page.Params.jour }}</td></tr>
"""
MEETING = """<h1>Compte rendu de la réunion du {{ .Params.jour }}</h1>
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
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Params.jour }}</a>{{ end }}</nav>"""
HOME = """<h1>Comptes rendus</h1>{{ range first 1 (where .Site.RegularPages "Params.est" "reunion").ByDate.Reverse }}
<p><a href="{{ .RelPermalink }}">{{ .Params.jour }}</a></p>{{ end }}
<ul>{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>"""
YEAR = """<h1>{{ .Title }}</h1>{{ $pages := .Paginate .Pages.ByDate.Reverse }}<ul>{{ range $pages.Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Params.jour }}</a> {{ with .Params.participants }}{{ len . }} participants{{ end }}<ul>{{ $page := . }}
{{ with .Params.themes }}{{ range $i, $theme := first 12 . }}<li><a href="{{ $page.RelPermalink }}#theme-{{ add $i 1 }}">{{ .titre }}</a></li>{{ end }}{{ end }}</ul></li>
{{ end }}</ul>{{ range $pages.Pagers }}<a href="{{ .URL }}">{{ .PageNumber }}</a>{{ end }}"""
TABLE = '<h1>{{ .Title }}</h1><table><tbody>%s</tbody></table>'
ACTIONS = TABLE % f"""{{{{ range where .Site.RegularPages "Section" .Params.annee }}}}{{{{ $page := . }}}}{{{{ range .Params.themes }}}}{{{{ range .actions }}}}
{{{{ with dict "page" $page "action" . }}}}{ACTION}{{{{ end }}}}{{{{ end }}}}{{{{ end }}}}{{{{ end }}}}"""
OPEN_ACTIONS = TABLE % f"""{{{{ $open := slice }}}}{{{{ range (where .Site.RegularPages "Params.est" "reunion").ByDate.Reverse }}}}{{{{ $page := . }}}}
{{{{ if lt (len $open) 200 }}}}{{{{ range .Params.themes }}}}{{{{ range .actions }}}}{{{{ if ne .statut "fait" }}}}
{{{{ $open = $open | append (dict "page" $page "action" .) }}}}{{{{ end }}}}{{{{ end }}}}{{{{ end }}}}{{{{ end }}}}{{{{ end }}}}
{{{{ range first 200 $open }}}}{ACTION}{{{{ end }}}}"""
ORGANISATIONS = TABLE % """{{ $counts := newScratch }}{{ range where .Site.RegularPages "Section" .Params.annee }}
{{ range uniq (apply .Params.participants "index" "." "organisation") }}{{ if . }}
{{ $counts.SetInMap "of" . (add 1 (index (or ($counts.Get "of") dict) . | default 0)) }}{{ end }}{{ end }}{{ end }}
{{ range $name, $count := $counts.Get "of" }}<tr><td>{{ $name }}</td><td>{{ $count }}</td></tr>{{ end }}"""
# All actions by owner, gone through once for all their pages.
OWNED = """{{ $owned := newScratch }}{{ range (where .Site.RegularPages "Params.est" "reunion").ByDate.Reverse }}{{ $page := . }}
{{ range .Params.themes }}{{ range .actions }}{{ $action := . }}{{ range .responsables }}
{{ $owned.Add . (slice (dict "page" $page "action" $action)) }}{{ end }}{{ end }}{{ end }}{{ end }}{{ return $owned }}"""
OF_OWNER = '{{ $all := (partialCached "owned.html" .).Get .Params.responsable }}'
OWNER = TABLE % f"""{OF_OWNER}{{{{ range first 100 (after .Params.premier $all) }}}}{ACTION}{{{{ end }}}}"""
OWNER_CALENDAR = f"""BEGIN:VCALENDAR
VERSION:2.0
{OF_OWNER}{{{{ range $all }}}}{{{{ if .action.echeance }}}}BEGIN:VEVENT
UID:{{{{ .page.RelPermalink }}}}#{{{{ .action.texte }}}}
DTSTART;VALUE=DATE:{{{{ .action.echeance }}}}
SUMMARY:{{{{ .action.texte }}}}
END:VEVENT
{{{{ end }}}}{{{{ end }}}}END:VCALENDAR
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
{{ range where .Site.RegularPages "Params.est" "reunion" }}BEGIN:VEVENT
UID:{{ .RelPermalink }}
DTSTART;VALUE=DATE:{{ .Params.jour }}
SUMMARY:Réunion
END:VEVENT
{{ $page := . }}{{ range .Params.themes }}{{ range .actions }}{{ if .echeance }}BEGIN:VEVENT
UID:{{ $page.RelPermalink }}#{{ .texte }}
DTSTART;VALUE=DATE:{{ .echeance }}
SUMMARY:{{ .texte }}
END:VEVENT
{{ end }}{{ end }}{{ end }}{{ end }}END:VCALENDAR
"""
CSV = """{{ range where .Site.RegularPages "Params.est" "reunion" }}{{ $page := . }}{{ range .Params.themes }}{{ range .actions }}{{ $page.Params.jour }},"{{ .texte }}","{{ with .responsables }}{{ delimit . " ; " }}{{ end }}",{{ .echeance }},{{ .statut }}
{{ end }}{{ end }}{{ end }}"""
DATA = """[{{ range where .Site.RegularPages "Params.est" "reunion" }}{{ $page := . }}{{ range .Params.themes }}{{ range .actions }}
{{ merge . (dict "adresse" $page.RelPermalink "date_de_reunion" $page.Params.jour) | jsonify }},{{ end }}{{ end }}{{ end }}
null]
"""
LAYOUTS = {
    '_default/single.html': HEAD + MEETING + FOOT,
    '_default/single.json': '{{ .Params | jsonify }}\n',
    '_default/list.html': HEAD + YEAR + FOOT,
    'actions/single.html': HEAD + ACTIONS + FOOT,
    'actions/ouvertes.html': HEAD + OPEN_ACTIONS + FOOT,
    'organisations/single.html': HEAD + ORGANISATIONS + FOOT,
    'responsables/single.html': HEAD + OWNER + FOOT,
    'responsables/single.calendar.ics': OWNER_CALENDAR,
    'partials/owned.html': OWNED,
    'index.html': HEAD + HOME + FOOT,
    'index.ics': CALENDAR,
    'index.csv': CSV,
    'index.json': DATA,
    '404.html': HEAD + '<h1>Page introuvable</h1>' + FOOT,
}
CONFIG = """baseURL = "https://example.org/"
locale = "fr"
enableRobotsTXT = true
disableKinds = ["taxonomy", "term"]
[pagination]
pagerSize = 200
[outputs]
home = ["html", "rss", "calendar", "csv", "json"]
section = ["html"]
page = ["html"]
"""


def page(path, front_matter):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(front_matter, default=str, ensure_ascii=False) + '\n')


def main(meetings, site, style):
    site = pathlib.Path(site)
    for name, text in LAYOUTS.items():
        layout = site / 'layouts' / name
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(text)
    (site / 'hugo.toml').write_text(CONFIG)
    (site / 'static').mkdir()
    (site / 'static/style.css').write_text(pathlib.Path(style).read_text())
    years = set()
    owned = collections.Counter()
    for path in pathlib.Path(meetings).rglob('*.toml'):
        record = tomllib.loads(path.read_text())
        year = path.parent.name
        years.add(year)
        record |= {'jour': str(record['date']), 'est': 'reunion', 'title': f'Réunion du {record["date"]}', 'outputs': ['html', 'json']}
        owned.update(owner for theme in record.get('themes', []) for action in theme.get('actions', []) for owner in action['responsables'])
        page(site / 'content' / year / (path.stem + '.md'), record)
    for year in years:
        for kind in 'actions', 'organisations':
            page(site / 'content' / kind / f'{year}.md', {'title': f'{kind}, {year}', 'annee': year})
    for number, (owner, count) in enumerate(sorted(owned.items())):
        for first in range(0, count, 100):
            outputs = ['html', 'calendar'] if first == 0 else ['html']
            page_of_owner = {'title': owner, 'responsable': owner, 'premier': first, 'outputs': outputs}
            page(site / 'content/responsables' / f'{number}-{first}.md', page_of_owner)
    page(site / 'content/actions/ouvertes.md', {'title': 'Points d’action à suivre', 'layout': 'ouvertes'})


main(*sys.argv[1:])
