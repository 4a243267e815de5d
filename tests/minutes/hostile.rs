//! Texts that mean something to HTML, to Markdown or to the templates, in every field: they are printed as they are.

use std::fmt::Write;

use rayon::prelude::*;

use super::Pages;
use crate::common::Project;
use greffier::french::folding::composed;
use greffier::french::formulas::tidy;

use crate::common::document::{Document, Heads, content, heading, printed, words};
use crate::common::synthetic::quoted;
use crate::common::{from_html, from_markdown, sound};

const TEXTS: [&str; 91] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.example>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table>",
    "</main></body>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "<!-- rien -->",
    "-->",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "<br>",
    "<b>gras</b>",
    "{{ 7*7 }}",
    "{% include \"x\" %}",
    "{{ titre }}",
    "{# rien #}",
    "{% raw %}x{% endraw %}",
    "%}",
    "}}",
    "](javascript:x)",
    "[x](javascript:alert(1))",
    "[x]( java\tscript:alert(1))",
    "<javascript:alert(1)>",
    "javascript:alert(1)",
    "data:text/html,x",
    "[x](https://example.org)",
    "[x][y]",
    "[x]: https://example.org",
    "[^1]: note",
    "![image](x.png)",
    "<https://example.org>",
    "https://example.org/a_b_c*d*",
    "www.example.org",
    "nom@example.org",
    "| barre |",
    "a | b | c",
    "|---|---|",
    "\\|",
    "a \\",
    "\\",
    "\\\\",
    "\\*x\\*",
    "`code`",
    "``` bloc",
    "`",
    "~~~",
    "~~barré~~",
    "~Relu par~",
    "~10 (~20)",
    "*italique*",
    "**gras**",
    "_souligné_",
    "__init__",
    "*",
    "_",
    "***",
    "---",
    "- - -",
    "===",
    "=",
    "- tiret",
    "+ plus",
    "* étoile",
    "1. Un",
    "1) Un",
    "12. Douze",
    "1.",
    "-",
    "+",
    "# Titre",
    "# : titre",
    "#\u{a0}: titre",
    "#",
    "Titre #",
    "Titre ##",
    "> citation",
    ">",
    "- [ ] tâche",
    ": définition",
    "&amp; &lt; &#39; &eacute; &nbsp;",
    "&",
    "&copy",
    "a\u{202e}b\u{202c}c",
    "e\u{301}\u{200d}\u{1f468}\u{200d}\u{1f469}",
    "\u{feff}marque",
    "zéro\u{200b}largeur",
    "insécable\u{a0}: fine\u{202f}!",
    "\u{e000}privé",
    "hyperanticonstitutionnellementissimusquadragenairementbamakoi",
    "É",
];

/// The text alone, after a word, and before one.
fn shapes(text: &str) -> [String; 3] {
    [
        text.to_owned(),
        format!("mot {text}"),
        format!("{text} mot"),
    ]
}

/// A record that holds the text in every field of plain text, and what both pages must say of it.
fn plain(text: &str) -> (String, Document) {
    let value = quoted(text);
    let mut record = format!(
        "date = 2026-03-17\ntitre = {value}\ninstance = {value}\ninstance_avec_de = {value}\nlieu = {value}\n"
    );
    // What is alike is said once.
    let (function, organisation) = (quoted(&format!("{text} F")), quoted(&format!("{text} G")));
    let _ = writeln!(
        record,
        "presidence = {{ nom = {value}, fonction = {function}, organisation = {organisation} }}"
    );
    let _ = writeln!(
        record,
        "redaction = [ {{ role = {value}, nom = {value}, fonction = {value} }}, {{ role = {value}, nom = {value} }} ]"
    );
    let _ = writeln!(record, "ordre_du_jour = [ {value}, {value} ]");
    let _ = writeln!(
        record,
        "participants = [ {{ nom = {value}, fonction = {value}, organisation = {value} }}, {{ nom = \"B\", organisation = {value} }} ]"
    );
    let _ = writeln!(record, "excuses = [ {{ organisation = {value} }} ]");
    let _ = writeln!(
        record,
        "absents = [ {{ nom = {}, organisation = \"C\" }} ]",
        quoted(&format!("{text}\u{a0}B"))
    );
    let _ = writeln!(
        record,
        "[[themes]]\ntitre = {value}\npoint = 2\nresponsables = [ {value}, \"D\", {value} ]"
    );
    let _ = writeln!(
        record,
        "[[themes]]\ntitre = {value}\n[[themes.actions]]\ntexte = \"Faire\"\nresponsables = [ {value}, {value} ]"
    );
    let _ = writeln!(
        record,
        "[[themes.actions]]\ntexte = \"Refaire\"\nresponsables = [ {value} ]\necheance = {}",
        quoted(&format!("vers {text}"))
    );
    let _ = writeln!(
        record,
        "[cloture]\nannexes = [ {value}, {{ titre = {value}, lien = \"https://example.org\" }} ]"
    );
    let _ = writeln!(
        record,
        "liens = [ {{ texte = {value}, adresse = \"https://example.org/\" }} ]"
    );
    let _ = writeln!(
        record,
        "[prochaine_reunion]\nlieu = {value}\naccueil = {value}"
    );
    let said = printed(text);
    let mut expected = Document {
        title: said.clone(),
        authors: authors(text),
        agenda: vec![heading(text), heading(text)],
        absences: vec![
            ("Absence excusée".into(), vec![name(text)]),
            (
                "Absence".into(),
                vec![format!("{}, C", name(&format!("{text}\u{a0}B")))],
            ),
        ],
        annexes: vec![said.clone(), said.clone()],
        links: vec![words(&format!("{said} : https://example.org/"))],
        ..Document::default()
    };
    expected.head = vec![said.clone(), "Mardi 17 mars 2026".into()];
    (record, expected)
}

/// A name, a function, an organisation or a role: without marks that mean nothing, unless nothing else is left.
fn name(text: &str) -> String {
    match tidy(text) {
        tidied if tidied.is_empty() => printed(text),
        tidied => printed(&tidied),
    }
}

fn authors(text: &str) -> Vec<String> {
    let name = name(text);
    if tidy(text).is_empty() {
        return vec![words(&format!("{name} :")), words(&format!("{name} :"))];
    }
    // A function that is the organisation is not said twice.
    let title = words(&format!("{name} : {name}"));
    vec![title.clone(), title]
}

#[test]
fn in_every_plain_field() {
    // The mail address of a person is not published, which other tests see to.
    let texts = TEXTS.iter().filter(|text| **text != "nom@example.org");
    let shaped: Vec<String> = texts.flat_map(|text| shapes(text)).collect();
    let mut project = Project::empty();
    for (number, text) in shaped.iter().enumerate() {
        project = project.file(&format!("meetings/r{number}.toml"), &plain(text).0);
    }
    let project = project.build_texts();
    check_all(&project, &shaped, check_plain);
}

/// Checks the pages of each text, and tells all the faults together.
#[track_caller]
fn check_all(project: &Project, texts: &[String], check: fn(&Pages, &str)) {
    let check_one = |(number, text): (usize, &String)| {
        let pages = Pages::of(project, &format!("r{number}"));
        let fault = std::panic::catch_unwind(|| check(&pages, text)).err()?;
        let fault = fault.downcast_ref::<String>().cloned().unwrap_or_default();
        Some(format!(
            "« {text} »: {}",
            fault.chars().take(600).collect::<String>()
        ))
    };
    let faults: Vec<String> = texts.par_iter().enumerate().filter_map(check_one).collect();
    assert!(
        faults.is_empty(),
        "{} texts of {}:\n\n{}",
        faults.len(),
        texts.len(),
        faults.join("\n\n")
    );
}

fn check_plain(pages: &Pages, text: &str) {
    let document = pages.sound();
    let expected = plain(text).1;
    let said = printed(text);
    assert_eq!(document.title, expected.title);
    assert_eq!(document.head, expected.head);
    assert_eq!(document.authors, expected.authors);
    assert_eq!(document.agenda, expected.agenda);
    assert_eq!(document.absences, expected.absences);
    assert_eq!(document.annexes, expected.annexes);
    assert_eq!(document.links, expected.links);
    let participant = &document.participants[0];
    let name = name(text);
    assert_eq!(
        [&participant.name, &participant.organisation],
        [&words(&format!("{name}, {name}")), &name]
    );
    let [first, second] = document.themes.as_slice() else {
        panic!("{} themes", document.themes.len())
    };
    assert_eq!(
        (&first.title, &first.owners),
        (
            &words(&format!("2. {}", heading(text))),
            &words(&format!("{said}, D, {said}"))
        )
    );
    assert_eq!(second.title, heading(text));
    assert_eq!(second.actions[0].owners, words(&format!("{said}, {said}")));
    assert_eq!(second.actions[1].owners, said);
    // A due date in words may lose its final period, and nothing else.
    let due = words(&format!("Échéance : {}", printed(&format!("vers {text}"))));
    let bare = due.strip_suffix('.').unwrap_or(&due);
    let [said] = second.actions[1].follow_up.as_slice() else {
        panic!("{:?}", second.actions[1].follow_up)
    };
    assert!(*said == due || said == bare, "{said}, {due}");
    // Within a sentence, a box to tick or a colon in front says nothing.
    let within = content(&tidy(text));
    assert!(
        content(&document.opening).matches(&within).count() >= 5,
        "place, body and chair: {}",
        document.opening
    );
    assert!(content(&document.next).contains(&within));
}

/// Letters and digits, in order: what no mark of Markdown can take away.
fn letters(text: &str) -> String {
    composed(text)
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect()
}

/// The same texts where Markdown is allowed: structure may be read in them, no word may be lost, and the two formats agree.
#[test]
fn in_every_field_of_markup() {
    // The mark of a list alone is an item without a text, not a text.
    let is_mark = |text: &String| ["-", "+", "*", "1."].contains(&text.as_str());
    let shaped: Vec<String> = TEXTS
        .iter()
        .flat_map(|text| shapes(text))
        .filter(|text| !is_mark(text))
        .collect();
    let mut project = Project::empty();
    for (number, text) in shaped.iter().enumerate() {
        let value = quoted(text);
        let record = format!(
            "date = 2026-03-17\nordre_du_jour = [\"Un\"]\nadoption = {value}\n[[themes]]\ntitre = \"T\"\ndiscussion = {value}\n\
             commentaires = {value}\nrecommandations = [{value}, {value}]\ndecisions = [{value}]\n\
             [[themes.actions]]\ntexte = {value}\n[cloture]\nnotes = {value}\n"
        );
        project = project.file(&format!("meetings/r{number}.toml"), &record);
    }
    let project = project.build_texts();
    check_all(&project, &shaped, check_markup);
}

fn check_markup(pages: &Pages, text: &str) {
    let html = from_html::whole_text(&sound::page(&pages.html));
    sound::markdown(&pages.markdown);
    let markdown = from_markdown::whole_text(&pages.markdown);
    // The number of an item is structure in one format and text in the other; the address of a link is no text.
    let is_structure =
        text.starts_with(|first: char| first.is_ascii_digit()) || text.contains("](https:");
    if !is_structure {
        for page in [&html, &markdown] {
            let found = letters(page).matches(&letters(text)).count();
            assert!(found >= 7, "{found} times of 7 in {page}");
        }
    }
    assert!(
        !html.contains("49") && !markdown.contains("49"),
        "a template in a record was obeyed"
    );
}

/// A record cannot run off with the page of the series' own words either.
#[test]
fn in_the_configuration() {
    for text in [
        "<script>alert(1)</script>",
        "a | b",
        "{{ 7*7 }}",
        "*x*",
        "# Titre #",
        "&amp;",
        "[x](javascript:y)",
        "- x",
    ] {
        let label = |name: &str| format!("{text} {name}");
        let mut config = format!(
            "titre = {}\ninstance = {}\n[libelles]\n",
            quoted(text),
            quoted(text)
        );
        for key in [
            "themes",
            "recommandations",
            "decision",
            "decisions",
            "actions",
            "responsables",
            "echeance",
            "statut",
            "themes_traites",
            "ordre_du_jour",
            "participants",
            "numero",
            "nom",
            "fonction",
            "organisation",
            "objectif",
            "notes",
            "annexes",
        ] {
            let _ = writeln!(config, "{key} = {}", quoted(&label(key)));
        }
        let record = "date = 2026-03-17\nordre_du_jour = [\"Un\"]\nparticipants = [ { nom = \"A\" } ]\n[[themes]]\ntitre = \"T\"\nrecommandations = [\"R\"]\n\
             [[themes.actions]]\ntexte = \"F\"\n[[themes]]\ntitre = \"U\"\nresponsables = [\"V\"]\n[cloture]\nannexes = [\"X\"]\n";
        let project = Project::empty()
            .file("greffier.toml", &config)
            .file("meetings/r.toml", record)
            .build_texts();
        let document = Pages::of(&project, "r").sound_with(&Heads::of(&config));
        assert_eq!(document.title, printed(text));
        assert_eq!(document.agenda, ["Un"]);
        assert_eq!(document.themes[1].owners, "V");
    }
}

#[test]
fn an_organisation_of_three_hundred_letters() {
    let organisation = format!("Association {}", "pour le développement ".repeat(14))
        .trim_end()
        .to_owned();
    let record = format!(
        "date = 2026-03-17\nparticipants = [ {{ nom = \"A\", organisation = {} }} ]\n",
        quoted(&organisation)
    );
    let document = Pages::of_record(&record).sound();
    assert_eq!(document.participants[0].organisation, organisation);
}

/// Names of annexes and of folders that mean something in an address.
#[test]
fn in_the_name_of_an_annex() {
    let names = [
        "50% du budget #1?.txt",
        "a&b \"c\" (d) [e].txt",
        "<x>.txt",
        "é ɲ.txt",
        "a|b*c_d_.txt",
        "javascript:alert(1).txt",
    ];
    let names: Vec<&str> = names
        .into_iter()
        .filter(|name| !cfg!(windows) || !name.contains(['?', '"', '<', '|', '*', ':']))
        .collect();
    let annexes: Vec<String> = names
        .iter()
        .map(|name| {
            format!(
                "{{ titre = {}, fichier = {} }}",
                quoted(name),
                quoted(&format!("annexes/{name}"))
            )
        })
        .collect();
    let record = format!(
        "date = 2026-03-17\n[cloture]\nannexes = [ {} ]\n",
        annexes.join(", ")
    );
    let project = names
        .iter()
        .fold(Project::empty(), |project, name| {
            project.file(&format!("meetings/2026/annexes/{name}"), name)
        })
        .file("meetings/2026/2026-03-17.toml", &record)
        .build_texts();
    let document = Pages::of(&project, "2026/2026-03-17").sound();
    let titles: Vec<String> = names.iter().map(|name| printed(name)).collect();
    assert_eq!(document.annexes, titles);
    for (address, name) in document.addresses.iter().zip(&names) {
        let path = percent_encoding::percent_decode_str(address)
            .decode_utf8()
            .unwrap()
            .into_owned();
        assert_eq!(
            project.read(&format!("output/2026/2026-03-17/{path}")),
            *name,
            "{address}"
        );
        assert!(
            !address.contains([' ', '#', '?', '"', '<', ':']),
            "{address}"
        );
    }
}
