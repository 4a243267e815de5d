//! Editions are built as the public one is: only what changed, in their own folder, never in the one that is published.

use super::{EDITIONS, SETTINGS, holding, run};
use crate::common::Project;

const RECORD: &str = "date = 2026-03-17\n[[themes]]\ntitre = \"Un\"\ndiscussion = \"\"\"\nPublic.\n\n[interne] Secret.\n\"\"\"\n";

fn series(record: &str) -> Project {
    Project::empty()
        .file("greffier.toml", &format!("{SETTINGS}{EDITIONS}"))
        .file("meetings/2026/2026-03-17.toml", record)
}

#[test]
fn a_second_build_has_nothing_to_do_though_a_record_is_hidden() {
    let project = series(RECORD).file(
        "meetings/2026/2026-02-10.toml",
        "date = 2026-02-10\nvisibilite = \"interne\"\n",
    );
    run(&project, ["build"]);
    project.make_old("meetings");
    run(&project, ["build"]);
    let said = run(&project, ["build"]);
    assert_eq!(said.matches("inchangé").count(), 3, "{said}");
    assert!(
        !said.contains("refait") && !said.contains("réécrit"),
        "{said}"
    );
    assert_eq!(
        said.matches("1 compte rendu n’est pas de cette édition")
            .count(),
        2,
        "{said}"
    );
    // It is seen when it changes.
    project.write("meetings/2026/2026-02-10.toml", "date = 2026-02-10\n");
    run(&project, ["build"]);
    assert!(project.path("output/2026/2026-02-10/index.html").is_file());
}

#[test]
fn the_last_record_takes_the_site_with_it() {
    let project = series("date = 2026-03-17\ntitre = \"Zorglub\"\n");
    run(&project, ["build"]);
    assert!(!holding(&project, "output", "zorglub").is_empty());
    project.write(
        "meetings/2026/2026-03-17.toml",
        "date = 2026-03-17\ntitre = \"Zorglub\"\nvisibilite = \"membres\"\n",
    );
    run(&project, ["build"]);
    assert_eq!(holding(&project, "output", "zorglub"), Vec::<String>::new());
    assert_eq!(
        holding(&project, "output", "2026-03-17"),
        Vec::<String>::new()
    );
}

#[test]
fn an_edition_does_not_go_into_the_folder_that_is_published() {
    let project = series(RECORD);
    let refused = project.run(["build", "--edition", "interne", "--output", "output/x"]);
    assert_eq!(refused.code, 2, "{}", refused.text());
    let refused = project.run(["build", "--edition", "membres,interne", "--output", "x"]);
    assert_eq!(refused.code, 2, "{}", refused.text());
    run(&project, ["build", "--edition", "interne", "--output", "x"]);
    assert!(!holding(&project, "x", "secret").is_empty());
    assert!(!project.path("output").exists());
}

/// A build of one record that is not shown any more takes its pages away; the lists that showed it wait for no other build.
#[test]
fn a_build_of_a_newly_hidden_record_leaves_nothing_of_it() {
    let record = |mark: &str| {
        format!(
            "date = 2026-03-17\n{mark}titre = \"Zorglub\"\n[[themes]]\ntitre = \"Zorglub\"\nactions = [{{ texte = \"Faire zorglub\" }}]\n"
        )
    };
    for mark in ["visibilite = \"membres\"\n", "visibilite = \"interne\"\n"] {
        let project =
            series(&record("")).file("meetings/2026/2026-04-14.toml", "date = 2026-04-14\n");
        run(&project, ["build"]);
        assert!(!holding(&project, "output", "zorglub").is_empty());
        project.write("meetings/2026/2026-03-17.toml", &record(mark));
        run(&project, ["build", "meetings/2026/2026-03-17.toml"]);
        assert_eq!(holding(&project, "output", "zorglub"), Vec::<String>::new());
        assert_eq!(
            holding(&project, "output", "2026-03-17"),
            Vec::<String>::new()
        );
    }
}

/// What was changed in several minutes may be what was changed in those that an edition does not show: it does not tell it, nor that
/// nothing was changed.
#[test]
fn an_approval_of_hidden_minutes_tells_no_changes() {
    let both = "[\"2026/2026-03-03\", \"2026/2026-03-10\"]";
    let all = "[\"2026/2026-03-03\", \"2026/2026-03-10\", \"2026/2026-03-17\"]";
    let hidden = "[\"2026/2026-03-03\"]";
    let one = "\"2026/2026-03-10\"";
    let told = "Dans celui du 3 mars, le nom de Zqali est ôté.";
    let marked = "[membres] Le nom de Zqali est ôté.";
    let bare = "compte rendu de la réunion du 10 mars 2026 est approuvé.";
    let several = "des réunions du 10 mars et du 17 mars 2026 sont approuvés.";
    for (named, changes, said) in [
        (both, told, Some(bare)),
        (all, told, Some(several)),
        (one, marked, Some(bare)),
        (hidden, told, None),
    ] {
        let minutes = |date: &str, mark: &str| format!("{mark}date = {date}\netat = \"projet\"\n");
        let last = format!(
            "date = 2026-04-14\napprobation = {{ reunion = {named}, modifications = \"{changes}\" }}\n"
        );
        let mark = "visibilite = \"membres\"\n";
        let project = Project::empty()
            .file("greffier.toml", &format!("{SETTINGS}{EDITIONS}"))
            .file(
                "meetings/2026/2026-03-03.toml",
                &minutes("2026-03-03", mark),
            )
            .file("meetings/2026/2026-03-10.toml", &minutes("2026-03-10", ""))
            .file("meetings/2026/2026-03-17.toml", &minutes("2026-03-17", ""))
            .file("meetings/2026/2026-04-14.toml", &last);
        run(&project, ["build"]);
        assert!(holding(&project, "output", "zqali").is_empty(), "{last}");
        assert!(!holding(&project, "circulation/membres", "zqali").is_empty());
        let page = project.read("output/2026/2026-04-14/index.html");
        let page = page.replace(['\u{a0}', '\u{202f}'], " ");
        match said {
            Some(said) => assert!(page.contains(said), "{said}\n{page}"),
            None => assert!(!page.contains("approuvé"), "{page}"),
        }
        assert!(!page.contains("modification"), "{page}");
    }
}

/// Where nothing was changed in any of several, nothing was changed in those that are shown.
#[test]
fn an_approval_of_hidden_minutes_without_changes_is_one() {
    let last = "date = 2026-04-14\napprobation = { reunion = [\"2026/2026-03-03\", \"2026/2026-03-10\"] }\n";
    let hidden = "visibilite = \"membres\"\ndate = 2026-03-03\n";
    let project = Project::empty()
        .file("meetings/2026/2026-03-03.toml", hidden)
        .file("meetings/2026/2026-03-10.toml", "date = 2026-03-10\n")
        .file("meetings/2026/2026-04-14.toml", last);
    run(&project, ["build"]);
    let page = project.read("output/2026/2026-04-14/index.html");
    let page = page.replace(['\u{a0}', '\u{202f}'], " ");
    let said = "compte rendu de la réunion du 10 mars 2026 est approuvé sans modification.";
    assert!(page.contains(said), "{page}");
}

/// Another record’s follow-up of what is hidden is no fault, and one of what never was is one.
#[test]
fn an_action_that_never_was_is_a_fault_all_the_same() {
    let project = series(RECORD).file(
        "meetings/2026/2026-04-14.toml",
        "date = 2026-04-14\n[[suivi]]\naction = \"nulle\"\nstatut = \"fait\"\n",
    );
    let run = project.run(["build"]);
    assert_eq!(run.code, 1, "{}", run.text());
    assert!(run.text().contains("nulle"), "{}", run.text());
}

/// How to reach somebody, typed with a name, stands in the internal edition alone.
#[test]
fn contacts_are_internal() {
    let project = series(
        "date = 2026-03-17\nparticipants = [{ nom = \"Awa Sow, tél. 76 12 34 56, zorglub@example.org\", organisation = \"ONU\" }]\n",
    );
    run(&project, ["build"]);
    run(&project, ["send", "2026-03-17"]);
    assert!(!holding(&project, "circulation/interne", "zorglub@").is_empty());
    for folder in ["output", "circulation/membres", "circulation/2026-03-17"] {
        for contact in ["zorglub", "12 34 56", "12\u{a0}34\u{a0}56"] {
            let found = holding(&project, folder, contact);
            assert_eq!(found, Vec::<String>::new(), "{folder}: {contact}");
        }
    }
}

/// The same where one person is named alone: who presents an item, who hosts the next meeting. Its writer is told.
#[test]
fn contacts_of_who_presents_or_hosts_are_internal() {
    let hosting = |host: &str| {
        format!("[prochaine_reunion]\ndate = 2026-04-14\ndebut = 09:00:00\naccueil = \"{host}\"\n")
    };
    let presenting = |presenter: &str| {
        format!("ordre_du_jour = [{{ titre = \"Un\", presente_par = \"{presenter}\" }}]\n")
    };
    let typed = [
        "Mme Awa Sow, tél. +223 76 12 34 56",
        "Mme Awa Sow (76 12 34 56 ; zorglub@example.org)",
        "OIM (contact : zorglub@example.org)",
        "zorglub@example.org",
    ];
    let texts = typed
        .into_iter()
        .flat_map(|one| [hosting(one), presenting(one)]);
    for text in texts {
        for site in ["", "[site]\nparticipants = \"organisations\"\n"] {
            let project = series(&format!("date = 2026-03-17\n{text}"))
                .file("greffier.toml", &format!("{SETTINGS}{site}{EDITIONS}"));
            run(&project, ["build", "--formats", "html,md"]);
            run(&project, ["send", "2026-03-17"]);
            for folder in ["output", "circulation/membres", "circulation/2026-03-17"] {
                for contact in ["zorglub", "12 34 56", "12\u{a0}34\u{a0}56"] {
                    let found = holding(&project, folder, contact);
                    assert_eq!(found, Vec::<String>::new(), "{folder}: {text}");
                }
            }
            let said = run(&project, ["check", "--message-format", "json"]);
            assert!(
                said.contains("\"coordonnees-avec-un-nom\""),
                "{text}: {said}"
            );
            assert!(!said.contains("donne des coordonnées"), "{text}: {said}");
        }
    }
}

/// Whoever is marked is named nowhere, however they are named there; who is called nearly so stays.
#[test]
fn a_marked_person_is_not_named_otherwise() {
    let typed = [
        "Awa Zorglub",
        "A. Zorglub",
        "Zorglub, Awa",
        "ZORGLUB Awa",
        "Mme Zorglub",
        "Awa Zorglub (ACTED)",
        "Awa Zorglub, ACTED",
        "Awa Zorglub et Issa Ba",
        "l’équipe d’Awa Zorglub",
    ];
    let named = |typed: &str| {
        format!(
            "date = 2026-03-17\nparticipants = [ {{ nom = \"Awa Zorglub\", organisation = \"ACTED\", visibilite = \"membres\" }}, \
             {{ nom = \"Issa Ba\", organisation = \"OIM\", represente_par = \"{typed}\" }} ]\n\
             presidence = {{ nom = \"Ali Ly\", accompagne_par = \"{typed}\" }}\n\
             roles = [ {{ role = \"Relu par\", nom = \"{typed}\" }} ]\n\
             ordre_du_jour = [ {{ titre = \"Un\", presente_par = \"{typed}\" }} ]\n\
             [[themes]]\ntitre = \"Un\"\nresponsables = [\"{typed}\", \"FAO\"]\n\
             decisions = [ {{ texte = \"Oui\", vote = {{ pour = 1, contre = 0, noms = {{ pour = [\"{typed}\"] }} }} }} ]\n\
             [[themes.actions]]\ntexte = \"Faire\"\nresponsables = [\"{typed}\", \"Zita Zorglu\"]\n"
        )
    };
    for settings in ["", "[site]\nparticipants = \"organisations\"\n"] {
        for typed in typed {
            let project = Project::empty()
                .file("greffier.toml", &format!("{SETTINGS}{settings}"))
                .file("meetings/2026/2026-03-17.toml", &named(typed));
            run(&project, ["build"]);
            assert_eq!(
                holding(&project, "output", "zorglub"),
                Vec::<String>::new(),
                "{typed} {settings}"
            );
            assert!(!holding(&project, "output", "zorglu").is_empty());
        }
    }
}

/// Whoever gave a proxy to somebody who is hidden is represented all the same, and not present.
#[test]
fn who_gave_a_proxy_to_a_hidden_person_is_no_present_one() {
    for (list, others) in [
        ("participants", ""),
        (
            "excuses",
            "participants = [{ nom = \"Issa Ba\" }, { nom = \"Zcachee Sow\", visibilite = \"interne\" }]\n",
        ),
    ] {
        let holder = match list {
            "participants" => {
                ", { nom = \"Issa Ba\" }, { nom = \"Zcachee Sow\", visibilite = \"interne\" }"
            }
            _ => "",
        };
        let record = format!(
            "date = 2026-03-17\n{others}{list} = [{{ nom = \"Ali Dicko\", pouvoir_a = \"Zcachee Sow\" }}{holder}]\n"
        );
        let project = series(&record);
        run(&project, ["build", "--formats", "md"]);
        let page = project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.md");
        let represented = page
            .split("représenté\n")
            .nth(1)
            .unwrap_or_else(|| panic!("{page}"));
        assert!(represented.contains("Ali Dicko"), "{page}");
        assert_eq!(page.matches("Ali Dicko").count(), 1, "{page}");
        assert!(!page.contains("Zcachee"), "{page}");
    }
}
