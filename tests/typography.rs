//! French typography in the pages, from the record to the file: what one types carelessly is printed properly, in every kind
//! of field, in both formats. The rules one by one are in `tests/french/cases.tsv`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

use common::Project;
use greffier::french::typography::{Profile, with_profile};
use greffier::templates::EMBEDDED;
use unicode_normalization::UnicodeNormalization;

/// Both outputs of a record: no-break spaces read `⍽`, thin ones `⌇`.
struct Pages {
    html: String,
    markdown: String,
}

impl Pages {
    #[track_caller]
    fn of_record(record: &str) -> Self {
        let project = Project::empty()
            .file("meetings/2026/2026-03-17.toml", record)
            .build();
        let folder = "output/2026/2026-03-17";
        Self {
            html: shown(&project.read(&format!("{folder}/index.html"))),
            markdown: shown(&project.read(&format!("{folder}/compte-rendu-2026-03-17.md"))),
        }
    }

    #[track_caller]
    fn hold(&self, html: &str, markdown: &str) {
        assert!(self.html.contains(html), "no {html} in:\n{}", self.html);
        assert!(
            self.markdown.contains(markdown),
            "no {markdown} in:\n{}",
            self.markdown
        );
    }
}

fn shown(text: &str) -> String {
    text.replace('\u{a0}', "⍽").replace('\u{202f}', "⌇")
}

#[test]
fn the_examples_are_typeset() {
    let project = Project::example();
    project.run(["build", "--formats", "html,md"]);
    let mut faults = Vec::new();
    let mut read = 0;
    for file in project.files("output") {
        let page = || project.read(&format!("output/{file}"));
        let lines = match file.rsplit_once('.') {
            Some((_, "html")) => lines_of_html(&page()),
            Some((_, "md")) => {
                let page = page();
                assert!(!page.contains('\u{202f}'), "{file}: a thin space");
                lines_of_markdown(&page)
            }
            _ => continue,
        };
        read += 1;
        for line in lines {
            if let Some(fault) = fault(&line) {
                faults.push(format!("{file}: {fault}: {}", shown(&line)));
            }
        }
    }
    assert_eq!(
        read, 35,
        "six records, two formats, twenty-three pages of the site"
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// CAP-11: letters and accents typed apart, as some keyboards and files have them, in the record and in the series.
#[test]
fn what_is_typed_decomposed_is_printed_composed() {
    let series = "titre = \"Réunion\"\ninstance = \"Comité\"\ninstance_avec_de = \"du Comité\"\nlieu = \"à Ségou\"\n\
        [libelles]\nthemes = \"Thèmes\"\nannexes = \"Pièces\"\n";
    let record = "date = 2026-03-17\n\
        participants = [ { nom = \"Koné\", fonction = \"Adjointe à l’éducation\", organisation = \"Santé\" } ]\n\
        [[themes]]\ntitre = \"École\"\ndiscussion = \"Décidé : **à Ménaka**\"\n\
        [[themes.actions]]\ntexte = \"Préparer\"\nresponsables = [ \"Équipe\" ]\necheance = \"immédiat\"\n\
        [cloture]\nnotes = \"Été\"\nannexes = [ \"Présences\" ]\n";
    let outputs = |text: fn(&str) -> String| {
        let project = Project::empty()
            .file("greffier.toml", &text(series))
            .file("meetings/2026-03-17.toml", &text(record))
            .build();
        let folder = "output/2026-03-17";
        ["index.html", "compte-rendu-2026-03-17.md"]
            .map(|file| project.read(&format!("{folder}/{file}")))
            .concat()
    };
    let composed = outputs(str::to_owned);
    assert!(composed.contains("Pièces") && composed.contains("du Comité"));
    common::same(&outputs(|text| text.nfd().collect()), composed);
}

fn fault(line: &str) -> Option<&'static str> {
    if line.contains(['\'', '"']) {
        return Some("a straight mark");
    }
    if line.contains("  ") {
        return Some("two spaces");
    }
    if line.contains("« ") {
        return Some("an ordinary space after «");
    }
    [" ;", " :", " !", " ?", " »"]
        .iter()
        .any(|mark| line.contains(mark))
        .then_some("an ordinary space before a mark")
}

/// The texts of a page, one by line, without those of links that are their own address.
fn lines_of_html(page: &str) -> Vec<String> {
    let (head, body) = page.split_once("<main").unwrap();
    let title = head.split("<title>").nth(1).unwrap();
    let title = title.split("</title>").next().unwrap();
    let mut text = String::from(title) + "\n";
    for part in body.split('<').skip(1) {
        let (tag, said) = part.split_once('>').unwrap();
        let within_a_line = ["a", "/a", "b", "/b", "strong", "/strong", "em", "/em"];
        let name = tag.split(' ').next().unwrap();
        if !within_a_line.contains(&name) && !matches!(name, "sup" | "/sup" | "time" | "/time") {
            text.push('\n');
        }
        text.push_str(said);
        // What a browser prints of an attribute.
        if let Some((_, title)) = tag.split_once("data-titre=\"") {
            text.push_str(&format!("\n{}\n", title.split('"').next().unwrap()));
        }
    }
    let text = text
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    without_code_and_addresses(&text)
}

fn lines_of_markdown(page: &str) -> Vec<String> {
    let mut parts = page.split("](");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        text.push_str(part.split_once(')').unwrap().1);
    }
    let lines = text.lines().filter(|line| !line.starts_with("|--"));
    let lines: Vec<&str> = lines.map(str::trim_start).collect();
    without_code_and_addresses(&lines.join("\n"))
}

fn without_code_and_addresses(text: &str) -> Vec<String> {
    let line = |line: &str| {
        let prose: Vec<&str> = line.split('`').step_by(2).collect();
        let prose = prose.join("code");
        let words = prose.split(' ').map(|word| {
            if word.contains("://") || word.contains('@') {
                "adresse"
            } else {
                word
            }
        });
        words.collect::<Vec<_>>().join(" ")
    };
    text.lines().map(line).collect()
}

/// Each text and what both pages print of it, around it what tells it from the others.
#[test]
fn every_line_of_a_record_is_typeset() {
    let pages = Pages::of_record(
        r#"
date = 2026-03-17
numero = 2
titre = "Compte rendu de la 2ème réunion : l'\"AFM\" à 14h30"
instance = "Cluster de l'Est , 3ème phase"
instance_avec_de = "du Cluster de l'Est"
lieu = "au 2ème étage de l'hôtel \"Amitié\""
presidence = { nom = "N'Golo Diarra", fonction = "coordinateur de la 1ère phase" }
redaction = [ { role = "Rédigé par l'adjoint", nom = "N'Golo Sidibé", fonction = "agent de la 2ème section" } ]
ordre_du_jour = [ "point sur l'atelier du 1er mars ;", "divers :", "14h30_2ème-note.pdf" ]
participants = [
  { nom = "N'Golo Diarra", fonction = "Chef de la 3ème section", organisation = "Association \"AFM\" de l'Est" },
  { nom = "Mme Awa D'Almeida", organisation = "Comité du XXIe siècle" },
]
excuses = [ { nom = "Sa'adou N'Diaye", fonction = "Adjoint , 1ère classe", organisation = "ONG \"Aide\"" } ]
absents = [ { organisation = "Comité de la 4ème phase" } ]

[[themes]]
titre = "bilan du XXIe siècle : l'\"élan\" ;"
responsables = [ "Comité de l'Est , 2ème phase" ]

  [[themes.actions]]
  texte = "Relire"
  responsables = [ "N'Golo Touré", "ONG \"Aide\" : 5ème groupe" ]
  echeance = "avant le 1er mars à 14h30 !"

[cloture]
annexes = [
  "Rapport de la 2ème mission : l'essentiel",
  { titre = "Tableau \"3W\" du 1er mars", lien = "https://ex.org/l'a;b" },
]
liens = [ { texte = "Site de l'\"AFM\" du XXIe siècle", adresse = "https://ex.org/a?b=l'a;c=2" } ]

[prochaine_reunion]
date = 2026-04-14
debut = 14:30:00
lieu = "à l'hôtel \"Amitié\" , 2ème étage"
accueil = "l'ONG \"Aide\""
"#,
    );
    for (html, markdown) in [
        (
            "<h1>Compte rendu de la 2<sup>e</sup> réunion⍽: l’«⍽AFM⍽» à 14⍽h⍽30</h1>",
            "# Compte rendu de la 2e réunion⍽: l’«⍽AFM⍽» à 14⍽h⍽30\n",
        ),
        (
            ">Cluster de l’Est, 3<sup>e</sup> phase</p>",
            "\nCluster de l’Est, 3e phase\n",
        ),
        (
            "s’est tenue, au 2<sup>e</sup> étage de l’hôtel «⍽Amitié⍽», la deuxième réunion de l’année 2026 du Cluster de \
             l’Est. Elle a été présidée par N’Golo Diarra, coordinateur de la 1<sup>re</sup> phase.</p>",
            "s’est tenue, au 2e étage de l’hôtel «⍽Amitié⍽», la deuxième réunion de l’année 2026 du Cluster de l’Est. \
             Elle a été présidée par N’Golo Diarra, coordinateur de la 1re phase.\n",
        ),
        (
            ">Rédigé par l’adjoint <b>N’Golo Sidibé</b>⍽: agent de la 2<sup>e</sup> section</li>",
            "- Rédigé par l’adjoint **N’Golo Sidibé**⍽: agent de la 2e section\n",
        ),
        (
            ">Point sur l’atelier du 1<sup>er</sup>⍽mars</li>",
            "1. Point sur l’atelier du 1er⍽mars\n",
        ),
        (">Divers</li>", "2. Divers\n"),
        (">14h30_2ème-note.pdf</li>", "3. 14h30_2ème-note.pdf\n"),
        (
            "Chef de la 3<sup>e</sup> section</span></td>",
            "| N’Golo Diarra, Chef de la 3e section |",
        ),
        (
            ">Association «⍽AFM⍽» de l’Est</td>",
            "| Association «⍽AFM⍽» de l’Est |",
        ),
        (">Mme⍽Awa D’Almeida</td>", "| Mme⍽Awa D’Almeida |"),
        (
            ">Comité du XXI<sup>e</sup> siècle</td>",
            "| Comité du XXIe siècle |",
        ),
        (
            ">Sa’adou N’Diaye, Adjoint, 1<sup>re</sup> classe, ONG «⍽Aide⍽»</li>",
            "- Sa’adou N’Diaye, Adjoint, 1re classe, ONG «⍽Aide⍽»\n",
        ),
        (
            ">Comité de la 4<sup>e</sup> phase</li>",
            "- Comité de la 4e phase\n",
        ),
        (
            ">1. Bilan du XXI<sup>e</sup> siècle⍽: l’«⍽élan⍽»</h3>",
            "### 1. Bilan du XXIe siècle⍽: l’«⍽élan⍽»\n",
        ),
        (
            ">Comité de l’Est, 2<sup>e</sup> phase</td>",
            "- Comité de l’Est, 2e phase\n",
        ),
        (
            ">ONG «⍽Aide⍽»⍽: 5<sup>e</sup> groupe</li>",
            "| N’Golo Touré, ONG «⍽Aide⍽»⍽: 5e groupe |",
        ),
        (">N’Golo Touré</li>", "N’Golo Touré"),
        (
            ">Échéance⍽: avant le 1<sup>er</sup>⍽mars à 14⍽h⍽30⌇!</p>",
            "| avant le 1er⍽mars à 14⍽h⍽30⍽! |",
        ),
        (
            ">Rapport de la 2<sup>e</sup> mission⍽: l’essentiel</li>",
            "- Rapport de la 2e mission⍽: l’essentiel\n",
        ),
        (
            "<a href=\"https://ex.org/l&#39;a;b\">Tableau «⍽3W⍽» du 1<sup>er</sup>⍽mars</a>",
            "- [Tableau «⍽3W⍽» du 1er⍽mars](https://ex.org/l'a;b)\n",
        ),
        (
            ">Site de l’«⍽AFM⍽» du XXI<sup>e</sup> siècle⍽: \
             <a href=\"https://ex.org/a?b=l&#39;a;c=2\">https://ex.org/a?b=l&#39;a;c=2</a></p>",
            "Site de l’«⍽AFM⍽» du XXIe siècle⍽: <https://ex.org/a?b=l'a;c=2>\n",
        ),
        (
            ">Prochaine réunion⍽: mardi 14⍽avril 2026 à 14⍽h⍽30, à l’hôtel «⍽Amitié⍽» (2<sup>e</sup> étage), accueillie par \
             l’ONG «⍽Aide⍽».</p>",
            "**Prochaine réunion⍽: mardi 14⍽avril 2026 à 14⍽h⍽30, à l’hôtel «⍽Amitié⍽» (2e étage), accueillie par l’ONG \
             «⍽Aide⍽».**\n",
        ),
    ] {
        pages.hold(html, markdown);
    }
    // A window's title and what a style sheet prints hold no tags.
    let title = pages.html.split("<title>").nth(1).unwrap();
    let title = title.split("</title>").next().unwrap();
    assert_eq!(
        title.replace(['⍽', '⌇'], " "),
        "Compte rendu de la 2e réunion : l’« AFM » à 14 h 30, 17 mars 2026"
    );
    assert!(!pages.markdown.contains("<sup>"));
    assert!(!pages.markdown.contains('⌇'));
}

#[test]
fn every_formatted_text_is_typeset() {
    let typed = r#"**Attention** : l'atelier du 1er mars commence à 14h30 ; c'est la 2ème fois !

Son nom : \"**AFM**\" , une ONG du XXIe siècle  - dit *N'Golo* - à 160 000 FCFA (17%) .

Voir http://ex.org/l'a?b=2;c=1 ; o'brien@ex.org ; 14h30_2ème-note.pdf ; `code  : l'an 2ème ;`..."#;
    let paragraphs: Vec<&str> = typed.split("\n\n").collect();
    let expected_html = [
        "<strong>Attention</strong>⍽: l’atelier du 1<sup>er</sup>⍽mars commence à 14⍽h⍽30⌇; c’est la 2<sup>e</sup> fois⌇!",
        "Son nom⍽: «⍽<strong>AFM</strong>⍽», une ONG du XXI<sup>e</sup> siècle –⍽dit <em>N’Golo</em>⍽– à 160⌇000⍽FCFA (17⍽%).",
        "Voir <a href=\"http://ex.org/l&#39;a?b=2;c=1\">http://ex.org/l&#39;a?b=2;c=1</a>⌇; \
         <a href=\"mailto:o&#39;brien@ex.org\">o&#39;brien@ex.org</a>⌇; 14h30_2ème-note.pdf⌇; \
         `code  : l&#39;an 2ème ;`…",
    ];
    let expected_markdown = [
        "**Attention**⍽: l’atelier du 1er⍽mars commence à 14⍽h⍽30⍽; c’est la 2e fois⍽!",
        "Son nom⍽: «⍽**AFM**⍽», une ONG du XXIe siècle –⍽dit *N’Golo*⍽– à 160⍽000⍽FCFA (17⍽%).",
        "Voir <http://ex.org/l'a?b=2;c=1>⍽; <o'brien@ex.org>⍽; 14h30_2ème-note.pdf⍽; \\`code  : l'an 2ème ;\\`…",
    ];
    for ((typed, html), markdown) in paragraphs.iter().zip(expected_html).zip(expected_markdown) {
        for (field, record) in [
            ("adoption", format!("adoption = \"{typed}\"")),
            ("discussion", theme(&format!("discussion = \"- {typed}\""))),
            (
                "recommandations",
                theme(&format!("recommandations = [\"{typed}\"]")),
            ),
            (
                "commentaires",
                theme(&format!("commentaires = \"{typed}\"")),
            ),
            ("decisions", theme(&format!("decisions = [\"{typed}\"]"))),
            (
                "actions",
                theme(&format!("[[themes.actions]]\ntexte = \"{typed}\"")),
            ),
            ("notes", format!("[cloture]\nnotes = \"{typed}\"")),
        ] {
            let pages = Pages::of_record(&format!("date = 2026-03-17\n{record}\n"));
            assert!(
                pages.html.contains(html) && pages.markdown.contains(markdown),
                "{field}: no {html}\nor no {markdown} in:\n{}\n{}",
                pages.html,
                pages.markdown
            );
        }
    }
}

fn theme(text: &str) -> String {
    format!("[[themes]]\ntitre = \"Divers\"\n{text}")
}

#[test]
fn the_address_of_a_link_stays_while_its_words_change() {
    let pages = Pages::of_record(
        r#"
date = 2026-03-17
[cloture]
notes = """
Voir [l'accord n°5 : 2ème](https://ex.org/l'an;2eme) , \
[http://ex.org/l'an;b](http://ex.org/l'an;b) ; ["**AFM**"](https://ex.org/a) !
"""
"#,
    );
    pages.hold(
        "<p>Voir <a class=\"mots\" href=\"https://ex.org/l&#39;an;2eme\">l’accord n°⍽5⍽: 2<sup>e</sup></a>, \
         <a href=\"http://ex.org/l&#39;an;b\">http://ex.org/l&#39;an;b</a>⌇; \
         <a class=\"mots\" href=\"https://ex.org/a\">«⍽<strong>AFM</strong>⍽»</a>⌇!</p>",
        "Voir [l’accord n°⍽5⍽: 2e](https://ex.org/l'an;2eme), <http://ex.org/l'an;b>⍽; [«⍽**AFM**⍽»](https://ex.org/a)⍽!\n",
    );
}

/// What holds no ordinal to raise: names, numbers, addresses, and the words that the program or the series gives.
const NOT_RAISED: &[&str] = &[
    "adresse_du_site",
    "signature.nom",
    "personne.nom",
    "personne.numero",
    "personnes[0].numero",
    "personnes[-1].numero",
    "lien.adresse",
    "theme.numero",
    "contenu.numero",
    "action.statut",
    "horaires",
    "liste.libelle",
    "mention_projet",
    "edition",
    // Counts, years and sizes.
    "nombre_de_participants",
    "nombre_d_organisations",
    "organisation.nombre",
    "organisation.reunions",
    "taille_pdf",
    "taille_markdown",
    "nombre",
    "nombre_de_reunions",
    "non_montrees",
    "en_retard",
    "plus_anciens",
    "plus_anciennes",
    "actions_en_cours",
    "actions_en_retard",
    "lien.titre",
    "annee_precedente.titre",
    "annee_suivante.titre",
    "annee.titre",
    "annee.annee",
    "annee.nombre",
    "annee_de_reunion",
    "reunion.numero",
    "reunion.rang",
    "reunion.en_nombres",
    "reunion.autres_themes",
    "personne.nombre",
    "page.numero",
    // JSON.
    "evenement",
];

#[test]
fn every_plain_text_of_a_page_passes_through_a_filter() {
    let mut seen = 0;
    for (name, text) in EMBEDDED.iter().filter(|(name, _)| name.ends_with(".html")) {
        // No sign of a template may look like the end of a tag.
        let text = text.replace(" > ", " exceeds ");
        for (at, _) in text.match_indices("{{ ") {
            let (before, said) = (&text[..at], &text[at + 3..]);
            let said = said.split(" }}").next().unwrap();
            let value = said.split(" | ").next().unwrap();
            let filter = said.split(" | ").skip(1).last().unwrap_or_default();
            let filter = filter.split('(').next().unwrap();
            // A window's title and an attribute can hold no tags.
            let is_in_a_tag = before.rfind('<') > before.rfind('>');
            if is_in_a_tag || before.rfind("<title>") > before.rfind("</title>") {
                assert_ne!(filter, "exposants", "{name}: {said}");
                continue;
            }
            seen += 1;
            assert!(
                ["exposants", "texte", "ligne", "date", "length", "simple"].contains(&filter)
                    // The words of the program.
                    || value.starts_with("mots.")
                    || value.starts_with("absences[0].")
                    || NOT_RAISED.contains(&value),
                "{name}: {said} prints ordinals as they are"
            );
        }
    }
    assert!(seen >= 30, "only {seen} values");
}

/// What the reference of the format promises, row by row.
#[test]
fn the_documented_corrections_are_those_of_the_program() {
    let document = include_str!("../meetings/README.md");
    let table = document
        .lines()
        .skip_while(|line| !line.starts_with("| On tape | Le programme imprime |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    let mut rows = 0;
    for row in table {
        rows += 1;
        let cells: Vec<&str> = row.split('|').map(|cell| cell.trim_matches(' ')).collect();
        let typed = cells[1].split('`').skip(1).step_by(2);
        let printed: Vec<String> = typed
            .map(|text| with_profile(text, Profile::NoBreak))
            .collect();
        assert_eq!(shown(&printed.join(", ")), shown(cells[2]), "{row}");
    }
    assert!(rows >= 10, "only {rows} rows");
}
