//! Faults of folders, of `greffier.toml` with others, and of the user's own templates; what `build` and `--strict` make of them.

use super::project::{Project, RECORD, check};

/// The cases of this file.
pub(crate) const NAMES: &[&str] = &[
    "folder-annex-behind-link",
    "folder-annex-outside",
    "folder-annexes-alike",
    "folder-annexes-records",
    "folder-build-doubt-unsaid",
    "folder-build-fault",
    "folder-doubt-comments-unsaid",
    "folder-doubt-copies",
    "folder-doubt-file-names",
    "folder-doubt-long-path",
    "folder-doubt-owners",
    "folder-doubt-persons",
    "folder-doubt-put-aside",
    "folder-doubt-sorting",
    "folder-doubt-templates",
    "folder-doubt-templates-elsewhere",
    "folder-hidden-contacts",
    "folder-hidden-extension",
    "folder-hidden-settings",
    "folder-link-loop",
    "folder-link-to-nothing",
    "folder-long-name",
    "folder-template-behind-link",
    "folder-template-link-loop",
    "folder-template-link-to-nothing",
    "folder-name-without-address",
    "folder-names-left",
    "folder-one-address",
    "folder-several-records",
    "folder-strict",
    "folder-wrong-extension",
    "template-argument-missing",
    "template-filter-given-a-number",
    "template-form-unknown",
    "template-include-loop",
    "template-include-missing",
    "template-not-utf-8",
    "template-parent-loop",
    "template-parent-missing",
    "template-syntax",
    "template-syntax-markdown",
    "template-unclosed",
    "template-unknown-field",
    "template-unknown-filter",
    "template-unknown-function",
    "template-unknown-test",
    "template-unknown-variable",
];

const SOUND: &str = "date = 2017-02-07\n";
const DOUBTFUL: &str = "date = 2017-02-07\nmode = \"en ligne\"\nlieu = \"à Gao\"\n";

#[test]
fn one_address_for_two_records() {
    let project = Project::new()
        .with("meetings/2017/Réunion de mars.toml", SOUND)
        .with("meetings/2017/reunion-de-mars.toml", SOUND);
    check("folder-one-address", &project.greffier(&["check"]));
}

#[test]
fn a_name_without_latin_letters() {
    let project = Project::new().with("meetings/2017/会議.toml", SOUND);
    check("folder-name-without-address", &project.greffier(&["check"]));
}

/// The files of a record bear its name, and no disk takes one that is too long.
#[test]
fn a_name_that_is_too_long() {
    let name = "x".repeat(239);
    let project = Project::new()
        .with(RECORD, SOUND)
        .with(&format!("meetings/2017/{name}.toml"), SOUND);
    check("folder-long-name", &project.greffier(&["check"]));
}

/// What lies among the annexes is no record: one that was put there is told, a file that is none is not.
#[test]
fn records_among_the_annexes() {
    let project = Project::new()
        .with(RECORD, SOUND)
        .with("meetings/annexes/2017-03-07.toml", "date = 2017-03-07\n")
        .with(
            "meetings/2017/Annexes/2016/mars.TOML",
            "lieu = 'x'\ndate=2016-03-07\n",
        )
        .with("meetings/2017/annexes/donnees.toml", "x = 1\n");
    check("folder-annexes-records", &project.greffier(&["check"]));
}

#[test]
fn a_name_with_an_extension_too_many() {
    let project = Project::new().with("meetings/2017/2017-02-07.toml.txt", SOUND);
    check("folder-hidden-extension", &project.greffier(&["check"]));
}

/// Without its settings the series would publish the names that they keep back: nothing is made.
#[test]
fn settings_and_contacts_with_an_extension_too_many() {
    let settings = "[site]\nparticipants = \"organisations\"\n";
    let project = Project::new().with(RECORD, SOUND);
    let project = project.with("greffier.toml.txt", settings);
    project.run(&["build"]);
    assert!(!project.root().join("output").exists());
    check("folder-hidden-settings", &project.greffier(&["build"]));
    for name in ["greffier.toml.TXT", "Greffier.toml.toml"] {
        let project = Project::new().with(RECORD, SOUND).with(name, settings);
        let output = project.run(&["check"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            said.contains(name) && said.contains("n’est pas lu"),
            "{said}"
        );
    }
    // What is beside them under its own name is used, and so is none where nothing of that name is there.
    for (name, other) in [
        ("greffier.toml.txt", "greffier.toml"),
        ("greffier - Copie.toml", "greffier.txt"),
        ("greffier.toml.bak", "greffier.toml~"),
        ("greffier.toml~", "contacts.toml.txt"),
    ] {
        let project = Project::new().with(RECORD, SOUND);
        let project = project.with(name, "x").with(other, "");
        let output = project.run(&["check"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("aucune erreur"), "{name}: {said}");
    }
    let project = Project::new()
        .with(RECORD, SOUND)
        .with("contacts.toml.txt", "personnes = []\n");
    check("folder-hidden-contacts", &project.greffier(&["check"]));
}

#[test]
fn a_name_whose_extension_is_mistyped() {
    let project = Project::new().with("meetings/2017/2017-02-07.tml", SOUND);
    check("folder-wrong-extension", &project.greffier(&["check"]));
}

/// What is known of an earlier build stands in its folder.
#[test]
fn a_page_that_tells_names_and_was_changed() {
    let text =
        "date = 2017-02-07\nparticipants = [{ nom = \"Awa Sow\", organisation = \"PNUD\" }]\n";
    let project = Project::new().with(RECORD, text);
    project.run(&["build", "--formats", "html"]);
    let project = project
        .with("output/2017/2017-02-07/index.html", "Awa Sow, à moi")
        .with(
            "greffier.toml",
            "[site]\nparticipants = \"organisations\"\n",
        );
    check(
        "folder-names-left",
        &project.greffier(&["build", "--formats", "html", "--quiet"]),
    );
}

/// Whether names are published stands in another file, and who is known in another record.
#[test]
fn owners_who_may_be_persons() {
    let other =
        "date = 2017-01-10\nparticipants = [{ nom = \"Fanta Zinder\", organisation = \"FAO\" }]\n";
    let text = r#"date = 2017-02-07
participants = [{ nom = "Awa Sow", organisation = "PNUD" }]
[[themes]]
titre = "Gao"
actions = [{ texte = "Relancer", responsables = ["Mme Awa Sow (PNUD)", "Mme Inconnue", "Sow", "F. Zinder", "OIM"] }]
"#;
    let project = Project::new()
        .with(
            "greffier.toml",
            "[site]\nparticipants = \"organisations\"\n",
        )
        .with("meetings/2017/2017-01-10.toml", other)
        .with(RECORD, text);
    check("folder-doubt-owners", &project.greffier(&["check"]));
}

/// What is shown of earlier action points, and on which day they are judged, stands in another file.
#[test]
fn a_follow_up_that_is_shown_nowhere() {
    let taken = "date = 2017-01-10\nthemes = [{ titre = \"Gao\", actions = [{ id = \"tdr\", texte = \"Agir\", responsables = [\"OIM\"] }] }]\n";
    let text = "date = 2017-02-07\nsuivi = [{ action = \"tdr\", statut = \"en cours\", commentaire = \"Attendre.\" }]\n";
    let project = Project::new()
        .with(
            "greffier.toml",
            "[suivi]\ntableau = \"aucun\"\njour = 2017-02-06\n",
        )
        .with("meetings/2017/2017-01-10.toml", taken)
        .with(RECORD, text);
    check(
        "folder-doubt-comments-unsaid",
        &project.greffier(&["check"]),
    );
}

/// Whether persons are sorted by their names stands in another file.
#[test]
fn a_name_that_cannot_be_sorted() {
    let text = "date = 2017-02-07\nparticipants = [{ nom = \"KONE Sanaba SIDIBE\" }]\n";
    let project = Project::new()
        .with("greffier.toml", "tri_des_participants = \"nom\"\n")
        .with(RECORD, text);
    check("folder-doubt-sorting", &project.greffier(&["check"]));
}

/// Whether names are published stands in another file. What is marked is not published, nor what stands in a list.
#[test]
fn a_text_that_tells_of_persons() {
    let text = r#"date = 2017-02-07
participants = [{ nom = "Mme Awa Sow", organisation = "PNUD" }, { nom = "Ali Dicko", organisation = "OIM" }]
[[themes]]
titre = "Gao, avec DICKO Ali"
discussion = """
Mme Sow appelle le 76 12 34 56, ou écrit à gao@example.org.

[membres] Awa Sow : awa@example.org.
"""
decisions = [{ numero = "Sow Awa", texte = "Elle signe." }]
actions = [{ texte = "Joindre M. Ali Dicko", responsables = ["Awa Sow"] }, { texte = "Joindre Awa Sow", responsables = ["OIM"], visibilite = "interne" }]
[cloture]
annexes = ["Lettre de Mme Sow", { titre = "Note de Mme Awa Sow", lien = "https://example.org" }]
[prochaine_reunion]
date = 2017-03-07
lieu = "chez Mme Awa Sow"
"#;
    let project = Project::new()
        .with(
            "greffier.toml",
            "[site]\nparticipants = \"organisations\"\n",
        )
        .with(RECORD, text);
    check("folder-doubt-persons", &project.greffier(&["check"]));
}

#[cfg(unix)]
#[test]
fn links_of_the_disk() {
    let project = Project::new().with(RECORD, SOUND);
    std::os::unix::fs::symlink(
        project.root().join("meetings"),
        project.root().join("meetings/2017/encore"),
    )
    .unwrap();
    check("folder-link-loop", &project.greffier(&["check"]));

    let project = Project::new().with(RECORD, SOUND);
    std::os::unix::fs::symlink(
        "absent.toml",
        project.root().join("meetings/2017/lien.toml"),
    )
    .unwrap();
    check("folder-link-to-nothing", &project.greffier(&["check"]));

    let elsewhere = Project::new();
    let text = "date = 2017-02-07\n\n[cloture]\nannexes = [ { titre = \"Un\", fichier = \"ailleurs/rapport.pdf\" } ]\n";
    let project = Project::new().with(RECORD, text);
    let target = elsewhere.root().join("meetings/2017/annexes");
    std::os::unix::fs::symlink(target, project.root().join("meetings/2017/ailleurs")).unwrap();
    check("folder-annex-behind-link", &project.greffier(&["check"]));

    let text = "date = 2017-02-07\n\n[cloture]\nannexes = [ { titre = \"Un\", fichier = \"../../../../../../../../etc/passwd\" } ]\n";
    check(
        "folder-annex-outside",
        &Project::new().with(RECORD, text).greffier(&["check"]),
    );
}

#[cfg(unix)]
#[test]
fn links_to_templates() {
    for (case, target) in [
        ("folder-template-link-to-nothing", "absent.html"),
        ("folder-template-link-loop", ".."),
    ] {
        let project = Project::new()
            .with(RECORD, SOUND)
            .with("templates/site/ajout.css", "");
        std::os::unix::fs::symlink(target, project.root().join("templates/site/lien")).unwrap();
        // By which Emacs notes who is editing: nobody's affair.
        for folder in ["templates", "meetings/2017"] {
            let lock = project.root().join(folder).join(".#minutes.html");
            std::os::unix::fs::symlink("awa@portable.1234:1700000000", lock).unwrap();
        }
        check(case, &project.greffier(&["check"]));
    }

    // A template that a link brings into the project is one like any other.
    let elsewhere = Project::new().with("ailleurs.html", "{{ titre\n");
    let project = Project::new()
        .with(RECORD, SOUND)
        .with("templates/site/ajout.css", "");
    std::os::unix::fs::symlink(
        elsewhere.root().join("ailleurs.html"),
        project.root().join("templates/minutes.html"),
    )
    .unwrap();
    check("folder-template-behind-link", &project.greffier(&["check"]));
}

/// A record that a link brings into the project is one like any other, with the annexes beside it, and with nothing above it.
#[cfg(unix)]
#[test]
fn links_to_records() {
    let text = |file: &str| {
        format!(
            "date = 2018-02-07\n\n[cloture]\nannexes = [ {{ titre = \"Un\", fichier = \"{file}\" }} ]\n"
        )
    };
    let elsewhere = Project::new()
        .with("2018/2018-02-07.toml", text("annexes/rapport.pdf"))
        .with("2018/annexes/rapport.pdf", "%PDF")
        .with("secret.pdf", "%PDF");
    let project = Project::new().with(RECORD, SOUND);
    let link = project.root().join("meetings/2018");
    std::os::unix::fs::symlink(elsewhere.root().join("2018"), &link).unwrap();
    let output = project.run(&["check", "--strict"]);
    assert!(output.status.success(), "{output:?}");
    assert!(
        project
            .run(&["build", "--formats", "html"])
            .status
            .success()
    );
    let copied = project
        .root()
        .join("output/2018/2018-02-07/annexes/rapport.pdf");
    assert_eq!(std::fs::read(copied).unwrap(), b"%PDF");
    let _elsewhere = elsewhere.with("2018/2018-02-07.toml", text("../secret.pdf"));
    let output = project.run(&["check"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("hors du dossier du projet"), "{said}");
}

/// Copies of one record, each told; a copy that was given another day, and a second meeting of the day, are none.
#[test]
fn copies_of_a_record() {
    let text = "date = 2017-02-07\ndebut = 09:30:00\nlieu = \"à Gao\"\n";
    let later = "date = 2017-02-07\ndebut = 14:30:00\n";
    let changed = "date = 2017-02-07\ndebut = 09:30:00\nlieu = \"à Mopti\"\n";
    let project = Project::new()
        .with(RECORD, text)
        .with("meetings/2017/2017-02-07 - Copie.toml", changed)
        .with("meetings/2017/Copie de 2017-02-07.toml", text)
        .with("meetings/2017/2017-02-07-PC-DE-AWA.toml", changed)
        .with(
            "meetings/2017/2017-02-07(2).toml",
            text.replace('\n', "\r\n"),
        )
        .with("meetings/2017/2017-02-07 (1).toml", later)
        .with("meetings/2017/2017-02-07-soir.toml", text)
        .with(
            "meetings/2017/Copie (2) de 2017-02-07.toml",
            "date = 2017-03-07\n",
        );
    check("folder-doubt-copies", &project.greffier(&["check"]));
}

/// Records that a sign before their name, or that of their folder, keeps from being read.
#[test]
fn records_put_aside() {
    let project = Project::new()
        .with(RECORD, "date = 2017-02-07\n")
        .with("meetings/~archives/2016-02-07.toml", "date = 2016-02-07\n")
        .with("meetings/2017/#brouillon.toml", "date = 2017-03-07\n");
    check("folder-doubt-put-aside", &project.greffier(&["check"]));
}

/// Names that no file of Windows can have, each told once, with a better one.
#[cfg(unix)]
#[test]
fn names_that_windows_refuses() {
    let text = r#"date = 2017-02-07

[cloture]
annexes = [
  { titre = "Un", fichier = "annexes/NUL.toml" },
  { titre = "Deux", fichier = "annexes/rapport: final.pdf" },
  { titre = "Trois", fichier = "pièces./note.pdf" },
  { titre = "Quatre", fichier = "annexes/rapport.pdf" },
]
"#;
    let project = Project::new()
        .with("meetings/2017/aux.toml", text)
        .with("meetings/2017/Con!.toml", SOUND)
        .with("meetings/2017/2017-02-08 .toml", "date = 2017-02-08\n")
        .with("meetings/2017/annexes/NUL.toml", "x")
        .with("meetings/2017/annexes/rapport: final.pdf", "x")
        .with("meetings/2017/pièces./note.pdf", "x");
    check("folder-doubt-file-names", &project.greffier(&["check"]));
}

#[test]
fn a_path_too_long_for_windows() {
    let folder = "dossier-".repeat(12);
    let name = format!("meetings/{folder}/{folder}/2017-02-07.toml");
    let project = Project::new().with(&name, SOUND);
    check("folder-doubt-long-path", &project.greffier(&["check"]));
}

/// One name, with its accent as a letter of its own and without. Some disks cannot hold both.
#[cfg(target_os = "linux")]
#[test]
fn annexes_whose_names_read_alike() {
    let text = "date = 2017-02-07\n\n[cloture]\nannexes = [ { titre = \"Un\", fichier = \"annexes/données.pdf\" } ]\n";
    let project = Project::new()
        .with(RECORD, text)
        .with("meetings/2017/annexes/données.pdf", "x")
        .with("meetings/2017/annexes/donne\u{301}es.pdf", "y");
    check("folder-annexes-alike", &project.greffier(&["check"]));
}

/// Every record is reported, in the order of their addresses, and the count is of them all.
#[test]
fn several_records() {
    let project = Project::new()
        .with(
            "greffier.toml",
            "instance = \"Cluster Relèvement Rapide\"\n",
        )
        .with(
            "meetings/2017/2017-01-10.toml",
            "date = 2017-01-10\nlieux = \"à Gao\"\n",
        )
        .with("meetings/2017/2017-02-07.toml", SOUND)
        .with(
            "meetings/2017/2017-03-07.toml",
            "date = 7/3/2017\nnumero = 0\n",
        )
        .with("meetings/2017/2017-04-04.toml", "date = 2017-04-05\n");
    check("folder-several-records", &project.greffier(&["check"]));
}

#[test]
fn strict_refuses_a_doubt() {
    check(
        "folder-strict",
        &Project::new()
            .with(RECORD, DOUBTFUL)
            .greffier(&["check", "--strict"]),
    );
}

#[test]
fn build_says_faults_but_no_doubt() {
    let project = Project::new().with(RECORD, DOUBTFUL);
    check("folder-build-doubt-unsaid", &project.greffier(&["build"]));
    let project = Project::new().with(RECORD, DOUBTFUL).with(
        "meetings/2017/2017-03-07.toml",
        format!("{DOUBTFUL}lieux = \"à Gao\"\n").replace("02-07", "03-07"),
    );
    check("folder-build-fault", &project.greffier(&["build"]));
}

/// What `build` tells of them, `check` tells too.
#[test]
fn templates_that_take_the_place_of_none() {
    let project = Project::new()
        .with(RECORD, SOUND)
        .with("templates/partials/foter.html", "")
        .with("templates/compte-rendu.htm", "")
        .with("templates/partials/zones.html", "")
        .with("templates/partials/asked-for.html", "")
        .with(
            "templates/partials/footer.html",
            "{% include \"partials/asked-for.html\" %}",
        )
        .with("templates/LISEZMOI.txt", "")
        .with("templates/fonts/Inter.ttf", "")
        // Pages of the site link to these names, and no template asks for them.
        .with("templates/actions.html", "")
        .with("templates/style.css", "");
    check("folder-doubt-templates", &project.greffier(&["check"]));
}

#[test]
fn templates_in_a_folder_of_another_name_are_told() {
    let project = Project::new()
        .with(RECORD, SOUND)
        .with("modeles/partials/footer.html", "");
    check(
        "folder-doubt-templates-elsewhere",
        &project.greffier(&["build"]),
    );
    // A folder of something else is none of the program's business.
    let project = Project::new()
        .with(RECORD, SOUND)
        .with("modeles/lettre.docx", "");
    let said = String::from_utf8(project.run(&["check"]).stderr).unwrap();
    assert!(!said.contains("modeles"), "{said}");
}

#[track_caller]
fn check_template(case: &str, name: &str, text: impl AsRef<[u8]>) {
    let project = Project::new()
        .with(RECORD, SOUND)
        .with(&format!("templates/{name}"), text);
    check(case, &project.greffier(&["build"]));
}

#[test]
fn templates_that_cannot_be_read() {
    check_template(
        "template-not-utf-8",
        "minutes.html",
        b"<h1>R\xE9union</h1>\n",
    );
    check_template("template-syntax", "minutes.html", "<h1>{{ titre }</h1>\n");
    check_template(
        "template-syntax-markdown",
        "minutes.md",
        "# {{ titre\n\n{% if %}\n",
    );
    check_template(
        "template-unclosed",
        "minutes.html",
        "{% if titre %}\n<h1>{{ titre }}</h1>\n",
    );
    check_template(
        "template-unknown-filter",
        "minutes.html",
        "<h1>{{ titre | capitale }}</h1>\n",
    );
    check_template(
        "template-include-missing",
        "minutes.html",
        "{% include \"partials/nulle-part.html\" %}\n",
    );
    check_template(
        "template-include-loop",
        "partials/footer.html",
        "{% include \"partials/footer.html\" %}\n",
    );
    check_template(
        "template-parent-missing",
        "minutes.html",
        "{% extends \"base.html\" %}\n",
    );
    check_template(
        "template-parent-loop",
        "minutes.html",
        "{% extends \"minutes.html\" %}\n",
    );
    check_template(
        "template-unknown-test",
        "minutes.html",
        "{% if titre is vide %}{% endif %}\n",
    );
    check_template(
        "template-unknown-function",
        "minutes.html",
        "{{ maintenant() }}\n",
    );
}

#[test]
fn templates_that_cannot_be_applied() {
    check_template(
        "template-unknown-variable",
        "minutes.html",
        "<h1>{{ titr }}</h1>\n",
    );
    check_template(
        "template-filter-given-a-number",
        "minutes.html",
        "<p>{{ 3 | date }}</p>\n",
    );
    check_template(
        "template-form-unknown",
        "minutes.html",
        "<p>{{ date | date(forme=\"brève\") }}</p>\n",
    );
    check_template(
        "template-unknown-field",
        "minutes.html",
        "{{ libelles.titre }}\n",
    );
    check_template(
        "template-argument-missing",
        "minutes.html",
        "{{ titre | replace(from=\"a\") }}\n",
    );
}

/// Whether two spellings are one organisation stands in another file: what the contacts know is not asked, and the rest is.
#[test]
fn spellings_that_the_contacts_unite() {
    const CONTACTS: &str = r#"[[organisations]]
nom = "Oxfam"
autres_noms = ["Oxfam Intermón", "Oxfam Intermon"]

[[organisations]]
nom = "Collège Nord"

[[organisations]]
nom = "Collège Nort"
"#;
    let record = |participants: &str, owners: &str| {
        format!(
            "date = 2017-02-07\nparticipants = [{participants}]\n[[themes]]\ntitre = \"Gao\"\n  [[themes.actions]]\n  texte = \"Agir\"\n  responsables = [{owners}]\n"
        )
    };
    let of = |name: &str| format!("{{ organisation = \"{name}\" }}");
    for (one, other, is_united) in [
        ("Oxfam", "oxfam", true),
        ("OXFAM", "Oxfam ", true),
        ("Oxfam Intermón", "Oxfam Intermom", false),
        ("Oxfam Intermón", "Oxfam Intermon", true),
        ("Collège Nord", "Collège Nort", true),
        ("Direction du génie", "Direction du Genie", false),
    ] {
        let text = record(&of(one), &format!("\"{other}\""));
        let project = Project::new()
            .with("contacts.toml", CONTACTS)
            .with(RECORD, text);
        let answer = project.run(&["check"]);
        let said = String::from_utf8_lossy(&answer.stderr).into_owned()
            + &String::from_utf8_lossy(&answer.stdout);
        let is_asked = said.contains("est-ce la même organisation");
        assert_eq!(is_asked, !is_united, "{one}, {other}: {said}");
    }
}
