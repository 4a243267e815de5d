//! The PDF of each record: made by default, refused with a reason, dressed by the user's own style sheet and template.

use snapbox::str;

use crate::common::{Project, same};

const RECORD: &str = "meetings/2026/2026-03-17.toml";
const PAGE: &str = "output/2026/2026-03-17/index.html";
const MARKDOWN: &str = "output/2026/2026-03-17/compte-rendu-2026-03-17.md";
const PDF: &str = "output/2026/2026-03-17/compte-rendu-2026-03-17.pdf";

/// A record with a name that Inter does not hold.
const ARABIC: &str = "date = 2026-03-17\nlieu = \"à مالي\"\n";

/// How many times the page offers its PDF.
fn links_to_the_pdf(project: &Project) -> usize {
    let page = project.read(PAGE);
    page.matches("href=\"compte-rendu-2026-03-17.pdf\"").count()
}

#[test]
fn it_stands_beside_the_page_that_links_to_it() {
    let project = Project::of_dates(&["2026-03-17"]).build();
    assert!(project.bytes(PDF).starts_with(b"%PDF-1.7\n"));
    assert_eq!(links_to_the_pdf(&project), 1);
}

#[test]
fn it_is_made_alone() {
    let project = Project::example();
    project.run(["build", "--formats", "pdf"]).is(str![[r#"
code 0
── stderr
6 comptes rendus dans output⍽: 7 fichiers créés.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2017/2017-02-07/compte-rendu-2017-02-07.pdf
2026/2026-04-14/annexes/tdr-atelier-gao.txt
2026/2026-04-14/compte-rendu-2026-04-14.pdf
2026/2026-05-12/compte-rendu-2026-05-12.pdf
2026/2026-06-16/compte-rendu-2026-06-16-soumis.pdf
2026/2026-07-14/compte-rendu-2026-07-14-report.pdf
2026/2026-07-21/compte-rendu-2026-07-21-convocation.pdf

"#]],
    );
}

/// A page that is made without its PDF offers the one of an earlier build as long as that still tells the same.
#[test]
fn a_page_offers_what_stands_beside_it() {
    let project = Project::of_dates(&["2026-03-17"]).build();
    assert_eq!(links_to_the_pdf(&project), 1);
    let opening = "templates/partials/opening.html";
    project.write(opening, "<h1>{{ titre }}</h1>\n");
    project.run(["build", "--formats", "html,md"]);
    assert_eq!(links_to_the_pdf(&project), 0, "the new opening has no link");
    std::fs::remove_file(project.path(opening)).unwrap();
    project.run(["build", "--formats", "html"]);
    assert_eq!(links_to_the_pdf(&project), 1);
    project.write(RECORD, "date = 2026-03-17\nlieu = \"à Gao\"\n");
    project.run(["build", "--formats", "html"]);
    assert_eq!(links_to_the_pdf(&project), 0);
    assert!(project.path(PDF).exists());
}

#[test]
fn a_character_that_no_font_holds() {
    let project = Project::of_dates(&["2026-04-14"]).file(RECORD, ARABIC);
    project.run(["build"]).is(str![[r#"
code 1
── stderr
erreur⍽: aucune police du PDF ne contient «⍽مالي⍽» (U+0645, U+0627, U+0644, …, écriture arabe)
 --> meetings/2026/2026-03-17.toml:2:11
  |
2 | lieu = "à مالي"
  |           ^^^^
  |
  = aide⍽: écrivez-le en lettres latines, ou donnez une police qui le contient dans templates/style.toml, bloc [polices]
  = aide⍽: sans cela, le PDF n’est pas fait⍽; la page HTML et le fichier Markdown le sont

2 comptes rendus dans output⍽: 25 fichiers créés. 1 compte rendu sans PDF à cause des erreurs ci-dessus.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/index.html
2026/2026-03-17/minutes.json
2026/2026-04-14/compte-rendu-2026-04-14.md
2026/2026-04-14/compte-rendu-2026-04-14.pdf
2026/2026-04-14/index.html
2026/2026-04-14/minutes.json
404.html
actions-par-responsable.html
actions-par-statut.html
actions.csv
actions.html
actions.json
actions.xlsx
annee-2026.html
calendrier.ics
index.html
organisations.html
recherche.html
recherche.js
recherche/2026/0.json
recherche/2026/index.json
recherche/annees.json
robots.txt
style.css

"#]],
    );
    assert_eq!(links_to_the_pdf(&project), 0);
    assert!(project.read(PAGE).contains("مالي"));
    assert!(project.read(MARKDOWN).contains("مالي"));
}

#[test]
fn other_characters_that_no_font_holds() {
    let project = Project::empty().file(
        RECORD,
        "date = 2026-03-17\nlieu = \"à Kidal (ⴽⵉⴷⴰⵍ)\"\n[cloture]\nnotes = \"Merci 🙏 à tous.\"\n",
    );
    project.run(["build"]).is(str![[r#"
code 1
── stderr
erreur⍽: aucune police du PDF ne contient «⍽ⴽⵉⴷⴰⵍ⍽» (U+2D3D, U+2D49, U+2D37, …, écriture tifinagh)
 --> meetings/2026/2026-03-17.toml:2:18
  |
2 | lieu = "à Kidal (ⴽⵉⴷⴰⵍ)"
  |                  ^^^^^
  |
  = aide⍽: écrivez-le en lettres latines, ou donnez une police qui le contient dans templates/style.toml, bloc [polices]
  = aide⍽: sans cela, le PDF n’est pas fait⍽; la page HTML et le fichier Markdown le sont

erreur⍽: aucune police du PDF ne contient «⍽🙏⍽» (U+1F64F, émoji)
 --> meetings/2026/2026-03-17.toml:4:16
  |
4 | notes = "Merci 🙏 à tous."
  |                ^^
  |
  = aide⍽: supprimez-le ou écrivez-le en mots, ou donnez une police qui le contient dans templates/style.toml, bloc [polices]
  = aide⍽: sans cela, le PDF n’est pas fait⍽; la page HTML et le fichier Markdown le sont

1 compte rendu dans output⍽: 21 fichiers créés. 1 compte rendu sans PDF à cause des erreurs ci-dessus.

"#]]);
    assert!(!project.path(PDF).exists());
}

/// Who makes no PDF is told nothing of its fonts.
#[test]
fn without_the_pdf_every_character_is_sound() {
    let project = Project::empty().file(RECORD, ARABIC);
    project.run(["build", "--formats", "html,md"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 21 fichiers créés.

"#]]);
}

/// It is the user's, so it stays; but nobody should send it with the new page.
#[test]
fn an_old_pdf_stays_and_is_told() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]).build();
    let old = project.bytes(PDF);
    project.write(RECORD, ARABIC);
    project.run(["build"]).is(str![[r#"
code 1
── stderr
erreur⍽: aucune police du PDF ne contient «⍽مالي⍽» (U+0645, U+0627, U+0644, …, écriture arabe)
 --> meetings/2026/2026-03-17.toml:2:11
  |
2 | lieu = "à مالي"
  |           ^^^^
  |
  = aide⍽: écrivez-le en lettres latines, ou donnez une police qui le contient dans templates/style.toml, bloc [polices]
  = aide⍽: sans cela, le PDF n’est pas fait⍽; la page HTML et le fichier Markdown le sont

2 comptes rendus dans output⍽: 6 fichiers refaits, 19 fichiers inchangés. 1 compte rendu sans PDF à cause des erreurs ci-dessus.
Ce PDF d’avant est resté⍽; il ne dit plus la même chose que le compte rendu, ne l’envoyez pas⍽:
  output/2026/2026-03-17/compte-rendu-2026-03-17.pdf

"#]]);
    assert!(project.bytes(PDF) == old);
    assert_eq!(links_to_the_pdf(&project), 0);
}

#[test]
fn several_old_pdfs() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]).build();
    project.write("templates/partials/closing.print.html", "<p>Fin</div>\n");
    project.run(["build"]).is_with_original(str![[r#"
code 1
── stderr
erreur⍽: </div> arrive alors que <p> est encore ouvert (expected 'p' tag, not 'div')
  --> minutes.print.html appliqué à meetings/2026/2026-03-17.toml:21:7
   |
21 | <p>Fin</div>
   | ---   ^^^^^^
   | |
   | ouvert ici
   |
   = aide⍽: écrivez d’abord </p>

2 comptes rendus dans output⍽: 2 fichiers refaits, 22 fichiers inchangés. 2 comptes rendus sans PDF à cause des erreurs ci-dessus.
Ces PDF d’avant sont restés⍽; ils ne disent plus la même chose que les comptes rendus, ne les envoyez pas⍽:
  output/2026/2026-03-17/compte-rendu-2026-03-17.pdf
  output/2026/2026-04-14/compte-rendu-2026-04-14.pdf

"#]]);
}

#[test]
fn a_style_sheet_of_the_users_own() {
    let project = Project::of_dates(&["2026-03-17"]).build();
    let embedded = project.bytes(PDF);
    project.write(
        "templates/style.toml",
        "[styles.h1]\ncouleur = \"#7a1f3d\"\n",
    );
    project.run(["build"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 1 fichier refait, 21 fichiers inchangés.

"#]]);
    assert!(project.bytes(PDF) != embedded);
    project.write("templates/style.toml", "");
    project.run(["build"]);
    assert!(project.bytes(PDF) == embedded);
}

/// All the faults are told at once, and nothing is made in a dress that nobody chose.
#[test]
fn a_broken_style_sheet() {
    let project = Project::of_dates(&["2026-03-17"]).file(
        "templates/style.toml",
        "[page]\nformat = \"A6\"\n\n[styles.h1]\ncouleurs = \"#7a1f3d\"\ntaille = 200\n",
    );
    project.run(["build"]).is(str![[r##"
code 1
── stderr
erreur⍽: valeur inconnue⍽: «⍽A6⍽»
 --> templates/style.toml:2:10
  |
2 | format = "A6"
  |          ^^^^
  |
  = aide⍽: vouliez-vous dire "A3"⍽?
  = aide⍽: valeurs admises⍽: "A3", "A4", "A5", "lettre"

erreur⍽: clé inconnue⍽: `couleurs`
 --> templates/style.toml:5:1
  |
5 | couleurs = "#7a1f3d"
  | ^^^^^^^^
  |
  = aide⍽: vouliez-vous dire `couleur`⍽?

erreur⍽: une taille de texte va de 4 à 72 points
 --> templates/style.toml:6:10
  |
6 | taille = 200
  |          ^^^
  |
  = aide⍽: un texte courant se lit bien entre 9 et 11 points

Corrigez d’abord cela⍽: rien d’autre n’a été lu.

"##]]);
    assert!(!project.path("output").exists());
}

#[test]
fn a_template_of_the_pdf_that_fails() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]).file(
        "templates/minutes.print.html",
        "<html lang=\"fr\">\n<body>{{ titr }}</body>\n</html>\n",
    );
    project.run(["build"]).is_with_original(str![[r#"
code 1
── stderr
erreur⍽: ce modèle ne peut pas être appliqué à meetings/2026/2026-03-17.toml
 --> templates/minutes.print.html:2:10
  |
2 | <body>{{ titr }}</body>
  |          ^^^^ cette variable n’existe pas (Variable `titr` is not defined)
  |
  = aide⍽: sont disponibles⍽: a_eu_lieu, absences, adoption, adresse, adresse_du_site, annee, annexes, approbation, approuve_le, categories, convocation, convoques, date, date_fin, description, edition, effectif, etat, evenement, extra, fait_a, faits_dates, fichier_markdown, fichier_pdf, formule, grille, horaires, instance, levee, libelles, liens, lieu, lieu_complet, logo, mention_projet, mots, nombre_d_organisations, nombre_de_participants, notes, objectif, ordre_du_jour, organisations, ouverture, paysage, presences, presents, prochaine_reunion, quand, quorum, racine, redaction, registre_des_decisions, representes, reunion_precedente, reunion_suivante, roles, sans_noms, serie, signatures, suites, suivi, tableau_en_paysage, taille_markdown, taille_pdf, titre, titre_dit_le_jour
  = aide⍽: sans templates/minutes.print.html, le modèle du programme reprend sa place

Rien à écrire dans output. 2 comptes rendus laissés de côté à cause des erreurs ci-dessus.

"#]]);
}

/// What is rendered cannot be printed: the other outputs are made, and the fault is told once for all the records.
#[test]
fn a_template_of_the_pdf_with_an_unknown_element() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]).file(
        "templates/minutes.print.html",
        "<html lang=\"fr\">\n<head><title>{{ titre }}</title></head>\n<body>\n<h1>{{ titre }}</h1>\n<center>Fin</center>\n</body>\n</html>\n",
    );
    project.run(["build"]).is_with_original(str![[r#"
code 1
── stderr
erreur⍽: élément inconnu⍽: <center>
 --> minutes.print.html appliqué à meetings/2026/2026-03-17.toml:5:1
  |
5 | <center>Fin</center>
  | ^^^^^^^^
  |
  = aide⍽: employez <div> ou <section>, et réglez leur aspect dans style.toml

2 comptes rendus dans output⍽: 24 fichiers créés. 2 comptes rendus sans PDF à cause des erreurs ci-dessus.

"#]]);
    same(
        &project.tree("output"),
        str![[r#"
2026/2026-03-17/compte-rendu-2026-03-17.md
2026/2026-03-17/index.html
2026/2026-03-17/minutes.json
2026/2026-04-14/compte-rendu-2026-04-14.md
2026/2026-04-14/index.html
2026/2026-04-14/minutes.json
404.html
actions-par-responsable.html
actions-par-statut.html
actions.csv
actions.html
actions.json
actions.xlsx
annee-2026.html
calendrier.ics
index.html
organisations.html
recherche.html
recherche.js
recherche/2026/0.json
recherche/2026/index.json
recherche/annees.json
robots.txt
style.css

"#]],
    );
    assert_eq!(links_to_the_pdf(&project), 0);
}

/// Records that meet the same faults tell them once, though each has them at places and beside words of its own; other faults of the same
/// kind are told too.
#[test]
fn a_template_of_the_pdf_with_other_faults_in_other_records() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14", "2026-05-12"]).file(
        "templates/minutes.print.html",
        "<html lang=\"fr\">\n<head><title>{{ titre }}</title></head>\n<body>\n<h1>{{ titre }}, {{ date }}</h1>\n\
         {% if reunion_precedente %}<font>Fin</font>{% else %}<center>Fin</center>{% endif %}\n\
         <table>Le {{ date | date }}</table>\n</body>\n</html>\n",
    );
    let run = project.run(["build"]);
    assert_eq!(run.code, 1, "{}", run.text());
    for (said, times) in [
        ("<center>\n", 1),
        ("<font>\n", 1),
        ("2026-03-17.toml:6:8\n", 1),
        ("2026-04-14.toml:6:8\n", 1),
        ("2026-05-12.toml", 0),
    ] {
        let told = run.stderr.matches(said).count();
        assert_eq!(told, times, "{said}: {}", run.stderr);
    }
}

#[test]
fn a_template_of_the_users_own() {
    let project = Project::of_dates(&["2026-03-17"]).build();
    let embedded = project.bytes(PDF);
    let own: String = (1..400)
        .map(|number| format!("<p>Fait à Bamako, point {number}.</p>\n"))
        .collect();
    project.write("templates/partials/closing.print.html", &own);
    // The page too, which tells how large the PDF is.
    project.run(["build"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 2 fichiers refaits, 20 fichiers inchangés.

"#]]);
    assert!(project.bytes(PDF) != embedded);
}

/// The sheet to sign is made on request, of any meeting that is held or to come.
#[test]
fn a_sheet_to_sign() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"])
        .file(
            "meetings/2026/2026-05-12.toml",
            "date = 2026-05-12\netat = \"annulée\"\n",
        )
        .build();
    assert!(!project.tree("output").contains("presence"));
    let formats = ["build", "--formats", "presence"];
    project.run(formats).is(str![[r#"
code 0
── stderr
3 comptes rendus dans output⍽: 2 fichiers créés.

"#]]);
    let sheet = "output/2026/2026-03-17/compte-rendu-2026-03-17-presence.pdf";
    assert!(project.bytes(sheet).starts_with(b"%PDF-1.7\n"));
    project.run(formats).is(str![[r#"
code 0
── stderr
3 comptes rendus dans output⍽: 2 fichiers inchangés.

"#]]);
    // What it is made from: the record, its own template, the style sheet.
    project.write(
        "templates/style.toml",
        "[styles.feuille-de-presence]\nmarge_verticale = 12\n",
    );
    assert_eq!(
        project
            .run(["build", "--formats", "presence", "--dry-run"])
            .stdout
            .lines()
            .count(),
        2
    );
    project.run(formats);
    project.write(RECORD, "date = 2026-03-17\netat = \"reportée\"\n");
    project.run(formats);
    assert!(
        !project.path(sheet).exists(),
        "nobody signs at a meeting that is not held"
    );
}

#[test]
fn a_sheet_to_sign_that_no_font_holds() {
    let project = Project::empty().file(RECORD, ARABIC);
    let run = project.run(["build", "--formats", "presence"]);
    assert_eq!(run.code, 1, "{}", run.text());
    assert!(run.stderr.contains("aucune police"), "{}", run.text());
    assert!(
        !project
            .path("output/2026/2026-03-17/compte-rendu-2026-03-17-presence.pdf")
            .exists()
    );
}
