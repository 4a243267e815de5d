//! The print XHTML of records, read: sound for any record, and holding all its words.

use std::collections::BTreeSet;

use greffier::config::{self, Config};
use greffier::diagnostic::{Report, Source};
use greffier::document::{BlockKind, Document};
use greffier::minutes::{Minutes, Surroundings};
use greffier::record::{self, AnnexFile};
use greffier::templates::{EMBEDDED, Templates};
use proptest::prelude::*;

use crate::{dump, source};

fn templates() -> Templates {
    Templates::new(Default::default()).unwrap()
}

/// The print XHTML of a record; `None` if the record itself is not sound.
fn printed(templates: &Templates, record: &str, config: &Config) -> Option<String> {
    let source = Source {
        name: "record".into(),
        text: record.into(),
    };
    let meeting = record::read(&source, &|_| AnnexFile::Present).meeting?;
    let surroundings = Surroundings {
        address: "2026/2026-03-17".into(),
        ..Surroundings::default()
    };
    let minutes = Minutes::new(&meeting, config, &surroundings);
    Some(templates.print(&minutes, "record").unwrap())
}

#[track_caller]
fn read(text: String) -> Document {
    let source = source(text);
    Document::parse(&source)
        .unwrap_or_else(|faults| panic!("{}", Report::new(source, faults).render(false)))
}

fn config(text: &str) -> Config {
    let source = Source {
        name: "greffier.toml".into(),
        text: text.into(),
    };
    config::read(&source, &|_| {
        config::PictureFile::NotThere(AnnexFile::Missing)
    })
    .config
    .unwrap()
}

/// The classes that the style sheet must know, of blocks and of columns.
#[test]
fn of_the_classes_of_the_embedded_templates() {
    let mut styles = BTreeSet::new();
    let mut columns = BTreeSet::new();
    for (_, text) in EMBEDDED
        .iter()
        .filter(|(name, _)| name.ends_with(".print.html"))
    {
        for tag in text.split('<') {
            let classes = if tag.starts_with("col ") {
                &mut columns
            } else {
                &mut styles
            };
            // A class may be chosen among two: `{% if … %}one{% else %}other{% endif %}`.
            for attribute in tag.split("class=\"").skip(1) {
                let mut rest = attribute;
                while let Some((class, after)) = rest.split_once(['"', '{']) {
                    classes.extend(Some(class).filter(|class| !class.is_empty()));
                    if rest[class.len()..].starts_with('"') {
                        break;
                    }
                    rest = after
                        .split_once('}')
                        .map_or("", |(_, after)| after.trim_start_matches('}'));
                }
            }
        }
    }
    let listed = |classes: BTreeSet<&str>| classes.into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(
        listed(styles),
        "a-remplir absences actions-de-section annexes annulee categories colonnes decision decisions details diffusion en-tete-instance \
         en-tete-logo en-tete-site en-tete-texte etat fait-a feuille-de-presence filet-d-en-tete filigrane fonction fonction-du-signataire grille \
         instance levee libelle-de-groupe lien logo mentions nom numero numero-de-decision ordre-du-jour organisations ouverture \
         page pages paysage personnes personnes-en-colonnes pied pied-numero pied-texte place-de-signer presences prochaine qualite quand quorum \
         rangee-suivante recit redaction signataire signatures sous-points sous-titre suivi texte texte-vote themes titre-partie titre-section titre-theme vote"
    );
    assert_eq!(
        listed(columns),
        "action action-suivie action-suivie-de-groupe delai delai-de-groupe fonctions libelle nom nom-a-signer nom-de-groupe nom-seul-de-groupe numero \
         numero-a-signer numero-de-groupe organisation organisation-a-signer organisation-de-groupe origine origine-de-groupe responsables \
         responsables-de-groupe responsables-de-section signature statut statut-de-groupe theme valeur"
    );
}

/// What follows the heading of that anchor.
fn after(document: &Document, anchor: &str) -> String {
    let body = document.body.iter();
    let mut blocks = body.flat_map(|block| match &block.kind {
        BlockKind::Section(blocks) => blocks.as_slice(),
        _ => std::slice::from_ref(block),
    });
    blocks
        .find(|block| block.id.as_deref() == Some(anchor))
        .expect(anchor);
    dump::blocks(std::slice::from_ref(blocks.next().expect("a block")))
}

const ANNEXES: &str = "date = 2026-03-17\n[cloture]\nannexes = [ { titre = \"Un\", fichier = \"annexes/a b.pdf\" }, \
    { titre = \"Deux\", lien = \"https://example.org/2\" }, \"Trois\" ]\n";

#[test]
fn an_annex_is_clickable_once_the_site_has_an_address() {
    let printed =
        |config: &str| read(printed(&templates(), ANNEXES, &self::config(config)).unwrap());
    assert_eq!(
        after(
            &printed("adresse_du_site = \"https://example.org/cr\"\n"),
            "annexes"
        ),
        "ul.annexes[(p[<https://example.org/cr/2026/2026-03-17/annexes/a%20b.pdf>{Un}]) \
         (p[<https://example.org/2>{Deux}]) (p[Trois])]"
    );
    assert_eq!(
        after(&printed("instance = \"X\"\n"), "annexes"),
        "ul.annexes[(p[Un]) (p[<https://example.org/2>{Deux}]) (p[Trois])]"
    );
}

#[test]
fn of_a_draft() {
    let record = "date = 2026-03-01\netat = \"projet\"\ninstance = \"Comité & Cie\"\n\
        redaction = [ { role = \"Par\", nom = \"A & B\", fonction = \"C\" } ]\n";
    let document = read(printed(&templates(), record, &Config::default()).unwrap());
    assert_eq!(document.watermark.as_deref(), Some("PROJET"));
    assert_eq!(document.language, "fr");
    assert_eq!(document.metadata.authors, ["A & B"]);
    assert_eq!(
        document.metadata.subject.as_deref(),
        Some("Comité & Cie, 1er mars 2026")
    );
    assert_eq!(document.metadata.date, Some(jiff::civil::date(2026, 3, 1)));
    assert_eq!(
        dump::blocks(&document.running_footer),
        "div.pied[columns.colonnes[div.pied-texte[p[Comité & Cie · 1^er^⍽mars 2026]] | div.pied-numero[p[page⍽%page⍽/⍽%pages]]]]"
    );
}

/// What the templates themselves write has its no-break spaces too.
#[test]
fn no_double_mark_begins_a_line() {
    let record = std::fs::read_to_string("meetings/2026/2026-04-14.toml").unwrap();
    let text = printed(&templates(), &record, &Config::default()).unwrap();
    let text = dump::text(&read(text));
    for mark in [" :", " ;", " !", " ?", " »", "« "] {
        assert!(!text.contains(mark), "« {mark} » in {text}");
    }
    assert!(text.contains("Modibo Traoré\u{a0}: chargé") && text.contains("Mali\u{a0}: https"));
}

/// Each action and its owners are one row, level with each other; the theme and its opinions reach over all of them.
#[test]
fn of_actions_and_owners() {
    let record = "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\nrecommandations = [\"R\"]\nresponsables = [\"Tous\"]\n\
        [[themes.actions]]\ntexte = \"A\"\nresponsables = [\"B\", \"C\"]\necheance = 2026-04-01\nstatut = \"fait\"\n\
        [[themes.actions]]\ntexte = \"D\"\n[[themes]]\ntitre = \"U\"\n";
    let document = read(printed(&templates(), record, &Config::default()).unwrap());
    let table = after(&document, "themes");
    assert_eq!(
        table.split(" / ").skip(3).collect::<Vec<_>>(),
        [
            "tr: td0×1×3(h3#theme-1.titre-theme[1. T]) td1×1×3(div.texte[p[R]]) \
             td2#action-1-1(div.texte[p[A]] | p.suivi[Échéance⍽: 1^er^⍽avril 2026] | p.suivi[Statut⍽: fait]) \
             td3(ul[(p[span.nom{B}]) (p[span.nom{C}])])",
            "tr: td2#action-1-2(div.texte[p[D]]) td3()",
            "tr: td2() td3(p[span.nom{Tous}])",
            "tr: td0(h3#theme-2.titre-theme[2. U]) td1() td2() td3()]",
        ],
    );
}

/// Eight persons and more are one table, set in two columns.
#[test]
fn of_participants() {
    for (number, class) in [
        (1, "personnes"),
        (7, "personnes"),
        (8, "personnes-en-colonnes"),
        (200, "personnes-en-colonnes"),
    ] {
        let people: String = (0..number)
            .map(|number| format!("{{ nom = \"N{number}\" }},\n"))
            .collect();
        let record = format!("date = 2026-03-17\nparticipants = [\n{people}]\n");
        let document = read(printed(&templates(), &record, &Config::default()).unwrap());
        let tables: Vec<(&str, usize)> = document
            .body
            .iter()
            .filter_map(|block| match &block.kind {
                BlockKind::Table(table) => Some((block.class.as_deref()?, table.body.len())),
                _ => None,
            })
            .collect();
        assert_eq!(tables, [(class, number)]);
    }
}

/// The title of a link, which a mouse shows on screen, is printed.
#[test]
fn of_titled_links_and_line_breaks() {
    let record = "date = 2026-03-17\n[cloture]\nnotes = '''[Un](https://e.org \"le <2e> & plus\")  \nDeux [ ](https://e.org)'''\n";
    let document = read(printed(&templates(), record, &Config::default()).unwrap());
    let notes = after(&document, "notes");
    assert!(
        notes.starts_with("div.texte[p[<https://e.org>{Un} (le <2^e^> & plus)↵Deux "),
        "{notes}"
    );
}

/// What Markdown, XML and Tera trip over.
const PIECES: &[&str] = &[
    "mot",
    " ",
    "  \n",
    "\n\n",
    "\n- ",
    "\n  - ",
    "\n3. ",
    "**",
    "*",
    "[",
    "](https://e.org)",
    "](https://e.org \"t\")",
    "<b>",
    "</p>",
    "<br>",
    "&amp;",
    "&",
    "]]>",
    "<!--",
    "{{ x }}",
    "{% raw %}",
    "\u{a0}",
    "\u{202f}",
    "é",
    "1er",
    "\\",
    "`",
    "|",
    "#",
    "> ",
    "https://e.org/a",
    "a@e.org",
    "\u{feff}",
    "\u{fdd0}",
    "\u{200b}",
    "\t",
    "« x »",
    " : ",
    "--",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed into its texts, a sound record gives a sound text to print, with every letter in its order.
    #[test]
    fn of_any_text(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..25)) {
        let text = format!("x{}", pieces.concat());
        let value = toml::Value::String(text).to_string();
        let line = toml::Value::String(format!("x{}", pieces.concat().replace(['\n', '\t'], " "))).to_string();
        let record = format!(
            "date = 2026-03-17\ntitre = {line}\nadoption = {value}\nordre_du_jour = [{line}]\n[[themes]]\ntitre = {line}\n\
             discussion = {value}\nrecommandations = [{value}]\ncommentaires = {value}\ndecisions = [{value}]\nresponsables = [{line}]\n\
             [[themes.actions]]\ntexte = {value}\nresponsables = [{line}]\n[cloture]\nnotes = {value}\nannexes = [{line}]\n"
        );
        let templates = templates();
        if let Some(text) = printed(&templates, &record, &Config::default()) {
            let source = source(text);
            let faults = Document::parse(&source).err().map(|faults| Report::new(source, faults).render(false));
            prop_assert_eq!(faults, None);
        }
    }
}
