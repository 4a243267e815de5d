//! The user's own templates: used in place of the embedded ones, and their faults told at their line.

use snapbox::str;

use crate::common::{Project, Run};

#[test]
fn a_page_of_the_users_own() {
    let project = Project::of_dates(&["2026-03-17"])
        .file(
            "templates/minutes.html",
            "<p>{{ titre }}, {{ date | date(forme=\"jour\") }}</p>\n",
        )
        .build();
    assert_eq!(
        project.read("output/2026/2026-03-17/index.html"),
        "<p>Compte rendu de la réunion, mardi 17\u{a0}mars 2026</p>\n",
    );
}

#[test]
fn a_part_of_the_users_own() {
    let record = "date = 2026-03-17\n[cloture]\nnotes = \"Une *note*.\"\n";
    let project = Project::empty()
        .file("meetings/2026/2026-03-17.toml", record)
        .file(
            "templates/partials/closing.md",
            "FIN : {{ notes | texte }}\n",
        )
        .build();
    let text = project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.md");
    assert!(text.ends_with("\nFIN : Une *note*.\n"), "{text}");
    assert!(
        project
            .read("output/2026/2026-03-17/index.html")
            .contains("<em>note</em>")
    );
}

#[test]
fn a_changed_template_makes_the_pages_stale() {
    let project = Project::of_dates(&["2026-03-17"]).build();
    project.write("templates/minutes.md", "{{ titre }}\n");
    project.run(["build", "--dry-run"]).is(str![[r#"
code 0
── stdout
output/2026/2026-03-17/index.html⍽: à faire, un modèle a changé
output/2026/2026-03-17/compte-rendu-2026-03-17.md⍽: à faire, un modèle a changé
── stderr
1 compte rendu dans output⍽: 2 fichiers à faire, 20 fichiers inchangés.

"#]]);
}

/// What a template does not say is escaped all the same.
#[test]
fn a_template_of_the_users_own_escapes() {
    let record = "date = 2026-03-17\ntitre = \"<b>*x*</b>\"\n";
    let project = Project::empty()
        .file("meetings/2026/2026-03-17.toml", record)
        .file("templates/minutes.html", "{{ titre }}\n")
        .file("templates/minutes.md", "{{ titre }}\n")
        .build();
    assert_eq!(
        project.read("output/2026/2026-03-17/index.html"),
        "&lt;b&gt;*x*&lt;/b&gt;\n"
    );
    assert_eq!(
        project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.md"),
        "&lt;b>\\*x\\*&lt;/b>\n"
    );
}

#[test]
fn other_files_are_no_templates() {
    Project::of_dates(&["2026-03-17"])
        .file("templates/README.md", "{% if %}")
        .file("templates/notes.txt", "{% if %}")
        .file("templates/minutes.html.bak", "{% if %}")
        .build();
}

#[test]
fn a_template_that_cannot_be_parsed() {
    let project =
        Project::of_dates(&["2026-03-17"]).file("templates/minutes.html", "<h1>{{ titre }</h1>\n");
    project.run(["build"]).is_with_original(str![[r#"
code 1
── stderr
erreur⍽: ce modèle n’est pas valable
 --> templates/minutes.html:1:14
  |
1 | <h1>{{ titre }</h1>
  |              ^ ce signe n’est pas attendu ici (Found `}` but expected }})
  |
  = aide⍽: sans templates/minutes.html, le modèle du programme reprend sa place

Corrigez d’abord cela⍽: rien d’autre n’a été lu.

"#]]);
    assert!(!project.path("output").exists());
}

/// Ours is the voice, and the place is the line of the template.
#[test]
fn a_template_that_asks_for_one_that_does_not_exist() {
    let project = Project::of_dates(&["2026-03-17"]).file(
        "templates/minutes.html",
        "{% include \"partials/logo.html\" %}\n",
    );
    names_the_line(&project.run(["build"]), "templates/minutes.html:1:12");
}

#[track_caller]
fn names_the_line(run: &Run, place: &str) {
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains(&format!(" --> {place}\n")),
        "{}",
        run.text()
    );
    for foreign in ["error:", "--> templates\n"] {
        assert!(!run.stderr.contains(foreign), "{}", run.text());
    }
    assert_eq!(run.stderr.matches("-->").count(), 1, "{}", run.text());
}

#[test]
fn a_template_that_fails_names_the_record() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"])
        .file("templates/minutes.md", "# {{ titre }}\n\n{{ lieux }}\n");
    project.run(["build", "meetings/2026/2026-03-17.toml"]).is_with_original(str![[r#"
code 1
── stderr
erreur⍽: ce modèle ne peut pas être appliqué à meetings/2026/2026-03-17.toml
 --> templates/minutes.md:3:4
  |
3 | {{ lieux }}
  |    ^^^^^ cette variable n’existe pas (Variable `lieux` is not defined)
  |
  = aide⍽: sont disponibles⍽: a_eu_lieu, absences, adoption, adresse, adresse_du_site, annee, annexes, approbation, approuve_le, categories, convocation, convoques, date, date_fin, description, edition, effectif, etat, evenement, extra, fait_a, faits_dates, fichier_markdown, fichier_pdf, formule, grille, horaires, instance, levee, libelles, liens, lieu, lieu_complet, logo, mention_projet, mots, nombre_d_organisations, nombre_de_participants, notes, objectif, ordre_du_jour, organisations, ouverture, paysage, presences, presents, prochaine_reunion, quand, quorum, racine, redaction, registre_des_decisions, representes, reunion_precedente, reunion_suivante, roles, sans_noms, serie, signatures, suites, suivi, tableau_en_paysage, taille_markdown, taille_pdf, titre, titre_dit_le_jour
  = aide⍽: sans templates/minutes.md, le modèle du programme reprend sa place

Rien à écrire dans output. 1 compte rendu laissé de côté à cause des erreurs ci-dessus.

"#]]);
}

#[test]
fn a_filter_that_does_not_exist() {
    let project = Project::of_dates(&["2026-03-17"]).file(
        "templates/partials/footer.html",
        "{{ date | datelongue }}\n",
    );
    names_the_line(
        &project.run(["build"]),
        "templates/partials/footer.html:1:11",
    );
}

/// A record may fail in one format and not in the other; what fails is said once a record, at most.
#[test]
fn a_template_that_fails_for_every_record() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"])
        .file("templates/minutes.html", "{{ date | date(forme=\"x\") }}\n");
    project.run(["build"]).is_with_original(str![[r#"
code 1
── stderr
erreur⍽: ce modèle ne peut pas être appliqué à meetings/2026/2026-03-17.toml
 --> templates/minutes.html:1:11
  |
1 | {{ date | date(forme="x") }}
  |           ^^^^^^^^^^^^^^^ la forme «⍽x⍽» n’existe pas⍽; les formes d’une date sont longue, article, jour, titre et courte
  |
  = aide⍽: sans templates/minutes.html, le modèle du programme reprend sa place

Rien à écrire dans output. 2 comptes rendus laissés de côté à cause des erreurs ci-dessus.

"#]]);
}

/// What the PDF is laid out from, beside the page, when it is asked for; a part of the user's own takes its place there too.
#[test]
fn the_text_of_the_pdf() {
    let project = Project::of_dates(&["2026-03-17"]).file(
        "templates/partials/closing.print.html",
        "<p class=\"levee\">FIN</p>\n",
    );
    project.run(["build", "--formats", "print"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 1 fichier créé.

"#]]);
    let text = project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.print.html");
    assert!(
        text.ends_with("<p class=\"levee\">FIN</p>\n</body>\n</html>\n"),
        "{text}"
    );
}

/// It is written all the same, so that the line can be looked at; many records that meet one fault tell it once.
#[test]
fn a_fault_of_the_text_of_the_pdf() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]).file(
        "templates/partials/opening.print.html",
        "<p>{{ titre }}</p>\n<h2>{{ date }}<br>Deux</h2>\n",
    );
    project
        .run(["build", "--formats", "print"])
        .is_with_original(str![[r#"
code 1
── stderr
erreur⍽: </h2> arrive alors que <br> est encore ouvert (expected 'br' tag, not 'h2')
  --> minutes.print.html appliqué à meetings/2026/2026-03-17.toml:16:23
   |
16 | <h2>2026-03-17<br>Deux</h2>
   |               ----    ^^^^^
   |               |
   |               ouvert ici
   |
   = aide⍽: cet élément se ferme lui-même⍽: écrivez <br/>

2 comptes rendus dans output⍽: 2 fichiers créés.

"#]]);
    assert_eq!(project.files("output").len(), 2);
}

#[test]
fn several_faults_of_the_text_of_the_pdf() {
    let project = Project::of_dates(&["2026-03-17"]).file(
        "templates/partials/opening.print.html",
        "<h5>{{ titre }}</h5>\n<p><a href=\"#points\">Un</a></p>\n",
    );
    project.run(["build", "--formats", "print"]).is(str![[r##"
code 1
── stderr
erreur⍽: élément inconnu⍽: <h5>
  --> minutes.print.html appliqué à meetings/2026/2026-03-17.toml:15:1
   |
15 | <h5>Compte rendu de la réunion</h5>
   | ^^^^
   |
   = aide⍽: les titres vont de <h1> à <h4>

erreur⍽: aucun élément ne porte l’identifiant «⍽points⍽»
  --> minutes.print.html appliqué à meetings/2026/2026-03-17.toml:16:13
   |
16 | <p><a href="#points">Un</a></p>
   |             ^^^^^^^
   |
   = aide⍽: donnez id="points" à l’élément où ce lien doit mener

1 compte rendu dans output⍽: 1 fichier créé.

"##]]);
}

/// A style sheet of the user's own beside that of the pages: linked after it on each, and copied as it is.
#[test]
fn a_style_sheet_is_added_to_that_of_the_pages() {
    let added = "@media print{#menu{color:red}}\n{{ not a template }}\n";
    let project = Project::of_dates(&["2026-03-17"]).build();
    let pages = |project: &Project| {
        let files = project.files("output").into_iter();
        files
            .filter(|name| name.ends_with(".html"))
            .collect::<Vec<String>>()
    };
    let linked = "style.css\">\n<link rel=\"stylesheet\" href=\"";
    let before = pages(&project);
    assert!(before.len() > 5, "{before:?}");
    for page in &before {
        assert!(
            !project
                .read(&format!("output/{page}"))
                .contains("ajout.css"),
            "{page}"
        );
    }
    project.write("templates/site/ajout.css", added);
    let run = project.run(["build"]);
    assert_eq!(
        (run.code, run.stderr.contains("avis")),
        (0, false),
        "{}",
        run.text()
    );
    assert_eq!(project.read("output/ajout.css"), added);
    for page in &before {
        let text = project.read(&format!("output/{page}"));
        assert!(
            text.contains(linked) && text.contains("ajout.css\">"),
            "{page}"
        );
    }
    // What it holds is no part of the pages.
    project.write("templates/site/ajout.css", "h1 { color: red }\n");
    project.run(["build", "--dry-run"]).is(str![[r#"
code 0
── stdout
output/ajout.css⍽: à faire, la feuille de style ou une police a changé
── stderr
1 compte rendu dans output⍽: 1 fichier à faire, 22 fichiers inchangés.

"#]]);
    std::fs::remove_file(project.path("templates/site/ajout.css")).unwrap();
    project.run(["build"]);
    assert!(!project.path("output/ajout.css").exists());
    assert!(!project.read("output/index.html").contains("ajout.css"));
}

/// A template saved by Notepad says what it said before.
#[test]
fn the_line_ends_of_a_template_are_not_those_of_the_page() {
    let template = std::fs::read_to_string("templates/minutes.md").unwrap();
    let page = "output/2026/2026-03-17/compte-rendu-2026-03-17.md";
    let build = ["build", "--formats", "md"];
    let project = Project::of_dates(&["2026-03-17"]);
    assert_eq!(project.run(build).code, 0);
    let as_built = project.read(page);
    let windows = format!("\u{feff}{}", template.replace('\n', "\r\n"));
    project.write("templates/minutes.md", &windows);
    assert_eq!(project.run(["build", "--formats", "md", "--force"]).code, 0);
    assert_eq!(project.read(page), as_built);
}

/// `[extra]` of the record and of the series reaches every template; the record's own comes first.
#[test]
fn keys_of_the_users_own_reach_every_template() {
    let record = "date = 2026-03-17\n[extra]\ndossier = \"CRR/14\"\nbudget = 1200\nresume = \"Du *gras*.\"\nle = 2026-04-01\n\
        [extra.bailleur]\nnom = \"PNUD\"\nlots = [1, 2.5, true]\n";
    let shown = "{{ extra.dossier }} {{ extra.budget }} {{ extra.pays }} {{ extra.le | date }} {{ extra.bailleur.nom }} {{ extra.bailleur.lots[1] }}";
    let page = format!("{shown} {{{{ extra.resume | texte }}}}\n");
    let project = Project::empty()
        .file("meetings/2026/2026-03-17.toml", record)
        .file(
            "greffier.toml",
            "[extra]\npays = \"Mali\"\ndossier = \"commun\"\n",
        )
        .file("contacts.toml", "[[organisations]]\nnom = \"ACTED\"\nadresses = [\"a@example.org\"]\n")
        .file("templates/minutes.html", &page)
        .file("templates/minutes.md", &page)
        .file("templates/message.txt", &page)
        .file(
            "templates/minutes.print.html",
            &format!("<html lang=\"fr\"><head><title>x</title></head><body><h1>{shown}</h1></body></html>\n"),
        )
        .file("templates/site/foot.html", "{{ extra.pays }}, {{ extra.dossier }}\n")
        .file("templates/site/ajout.css", "h1 { color: red }\n")
        .build();
    let said = "CRR/14 1200 Mali 1<sup>er</sup>\u{a0}avril 2026 PNUD 2.5";
    let page = project.read("output/2026/2026-03-17/index.html");
    assert!(
        page.starts_with(said) && page.contains("<em>gras</em>"),
        "{page}"
    );
    let page = project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.md");
    assert!(page.contains("*gras*") && page.contains("PNUD"), "{page}");
    let home = project.read("output/index.html");
    assert!(home.contains("Mali, commun"), "{home}");
    project.run(["build", "--formats", "print"]);
    let print = project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.print.html");
    assert!(print.contains(said), "{print}");
    assert_eq!(project.run(["send", "2026-03-17"]).code, 0);
    // A change of the series' keys makes all that may show them anew.
    project.write(
        "greffier.toml",
        "[extra]\npays = \"Niger\"\ndossier = \"commun\"\n",
    );
    project.run(["build"]);
    assert!(project.read("output/index.html").contains("Niger, commun"));
}
