//! Commands that cannot be obeyed: code 2, nothing on stdout, a sentence and a way out in French.

use snapbox::{IntoData, str};

use crate::common::Project;

/// Runs the program in a copy of the example; nothing may be written.
#[track_caller]
fn check<const N: usize>(arguments: [&str; N], expected: impl IntoData) {
    let project = Project::example();
    let before = project.tree("");
    let run = project.run(arguments);
    run.is(expected);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert_eq!(project.tree(""), before);
}

#[test]
fn unknown_command() {
    check(
        ["frobnicate"],
        str![[r#"
code 2
── stderr
erreur⍽: la commande «⍽frobnicate⍽» n’existe pas
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn mistyped_command() {
    check(
        ["biuld"],
        str![[r#"
code 2
── stderr
erreur⍽: la commande «⍽biuld⍽» n’existe pas
  aide⍽: vouliez-vous dire build⍽?
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn the_help_command_of_other_programs() {
    check(
        ["help"],
        str![[r#"
code 2
── stderr
erreur⍽: la commande «⍽help⍽» n’existe pas
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn unknown_option() {
    check(
        ["--frobnicate"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽--frobnicate⍽» n’est pas admis ici
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn mistyped_option() {
    check(
        ["build", "--forse"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽--forse⍽» n’est pas admis ici
  aide⍽: vouliez-vous dire --force⍽?
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn option_of_another_command() {
    check(
        ["check", "--force"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽--force⍽» n’est pas admis ici
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn unknown_short_option() {
    check(
        ["build", "-x"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽-x⍽» n’est pas admis ici
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn option_given_twice() {
    check(
        ["build", "--force", "--force"],
        str![[r#"
code 2
── stderr
erreur⍽: --force est donné deux fois, ou avec une option contraire
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn value_for_a_flag() {
    check(
        ["build", "--force=oui"],
        str![[r#"
code 2
── stderr
erreur⍽: --force ne prend pas de valeur
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn formats_without_value() {
    check(
        ["build", "--formats"],
        str![[r#"
code 2
── stderr
erreur⍽: il manque la valeur de --formats <LISTE>
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn formats_with_an_empty_value() {
    check(
        ["build", "--formats="],
        str![[r#"
code 2
── stderr
erreur⍽: il manque la valeur de --formats <LISTE>
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn unknown_format() {
    check(
        ["build", "--formats", "docx"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽docx⍽» n’est pas admis⍽; choisissez parmi⍽: html, md, pdf, presence, print
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn unknown_format_among_others() {
    check(
        ["build", "--formats", "html,docx"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽docx⍽» n’est pas admis⍽; choisissez parmi⍽: html, md, pdf, presence, print
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn jobs_without_value() {
    check(
        ["build", "--jobs"],
        str![[r#"
code 2
── stderr
erreur⍽: il manque la valeur de --jobs <N>
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn jobs_that_is_no_number() {
    check(
        ["build", "--jobs", "deux"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽deux⍽» n’est pas admis pour --jobs <N>⍽: c’est un nombre de 1 à 1024
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn no_jobs() {
    check(
        ["build", "--jobs", "0"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽0⍽» n’est pas admis pour --jobs <N>⍽: c’est un nombre de 1 à 1024
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn too_many_jobs() {
    check(
        ["build", "--jobs", "100000"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽100000⍽» n’est pas admis pour --jobs <N>⍽: c’est un nombre de 1 à 1024
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn negative_jobs() {
    check(
        ["build", "--jobs", "-1"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽-1⍽» n’est pas admis ici
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn output_without_value() {
    check(
        ["build", "--output"],
        str![[r#"
code 2
── stderr
erreur⍽: il manque la valeur de --output <DOSSIER>
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn empty_output() {
    check(
        ["build", "--output", ""],
        str![[r#"
code 2
── stderr
erreur⍽: il manque la valeur de --output <DOSSIER>
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn date_with_slashes() {
    check(
        ["new", "14/04/2026"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽14/04/2026⍽» n’est pas une date⍽; écrivez l’année, le mois, puis le jour⍽: 2026-04-14

"#]],
    );
}

#[test]
fn date_with_the_year_last() {
    check(
        ["new", "14-04-2026"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽14-04-2026⍽» n’est pas une date⍽; écrivez l’année, le mois, puis le jour⍽: 2026-04-14

"#]],
    );
}

#[test]
fn date_without_zeros() {
    check(
        ["new", "2026-4-14"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽2026-4-14⍽» n’est pas une date⍽; écrivez l’année, le mois, puis le jour⍽: 2026-04-14

"#]],
    );
}

#[test]
fn date_that_does_not_exist() {
    check(
        ["new", "2026-02-30"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽2026-02-30⍽» n’est pas une date⍽; vérifiez le jour et le mois⍽: une date s’écrit année-mois-jour

"#]],
    );
}

#[test]
fn date_in_words() {
    check(
        ["new", "demain"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽demain⍽» n’est pas une date⍽; écrivez l’année, le mois, puis le jour⍽: 2026-04-14

"#]],
    );
}

#[test]
fn two_dates() {
    check(
        ["new", "2026-06-09", "2026-06-10"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽2026-06-10⍽» n’est pas admis ici
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn unknown_schema() {
    check(
        ["schema", "projet"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽projet⍽» n’est pas admis⍽; choisissez parmi⍽: compte-rendu, configuration, contacts, style, minutes, actions
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn completions_for_no_shell() {
    check(
        ["completions"],
        str![[r#"
code 2
── stderr
erreur⍽: il manque <TERMINAL>
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn completions_for_an_unknown_shell() {
    check(
        ["completions", "tcsh"],
        str![[r#"
code 2
── stderr
erreur⍽: «⍽tcsh⍽» n’est pas admis⍽; choisissez parmi⍽: bash, elvish, fish, powershell, zsh
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]],
    );
}

#[test]
fn path_that_does_not_exist() {
    check(
        ["build", "meetings/2018"],
        str![[r#"
code 2
── stderr
erreur⍽: meetings/2018 n’existe pas

"#]],
    );
    check(
        ["check", "meetings/2018"],
        str![[r#"
code 2
── stderr
erreur⍽: meetings/2018 n’existe pas

"#]],
    );
}

#[test]
fn path_outside_meetings() {
    check(
        ["build", "greffier.toml"],
        str![[r#"
code 2
── stderr
erreur⍽: greffier.toml n’est pas dans le dossier meetings du projet

"#]],
    );
    check(
        ["check", "greffier.toml"],
        str![[r#"
code 2
── stderr
erreur⍽: greffier.toml n’est pas dans le dossier meetings du projet

"#]],
    );
}

/// A file of `meetings/` that is no record: saying « 0 compte rendu » and success would hide the slip.
#[test]
fn path_of_a_file_that_is_no_record() {
    let project = Project::example();
    for command in ["build", "check"] {
        let run = project.run([command, "meetings/2026/annexes/tdr-atelier-gao.txt"]);
        run.speaks_french();
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{}", run.text());
        assert!(run.stderr.contains("tdr-atelier-gao.txt"), "{}", run.text());
    }
}

/// A folder without records is no success either.
#[test]
fn path_of_a_folder_without_records() {
    let project = Project::example().folder("meetings/2031");
    for (folder, arguments) in [
        ("meetings/2031", ["build", "meetings/2031"]),
        ("meetings/2031", ["check", "meetings/2031"]),
        ("meetings/2026/annexes", ["check", "meetings/2026/annexes"]),
    ] {
        let run = project.run(arguments);
        run.speaks_french();
        assert_eq!(
            (run.code, run.stderr.replace('\u{a0}', " ")),
            (
                2,
                format!(
                    "erreur : {folder} ne contient aucun compte rendu : les noms de leurs fichiers se terminent par .toml\n"
                )
            )
        );
    }
}

/// Where there is no project, nothing looks like an answer, and nothing is made.
#[test]
fn a_folder_that_is_no_project() {
    for project in [
        Project::empty().file("notes/2026-03-17.toml", "date = 2026-03-17\n"),
        Project::empty().file("greffier.toml", "instance = \"Cluster\"\n"),
    ] {
        let before = project.tree("");
        for arguments in [
            vec!["build"],
            vec!["check"],
            vec!["check", "--strict"],
            vec!["serve"],
            vec!["send", "2026-03-17"],
            vec!["publish"],
        ] {
            let run = arguments
                .iter()
                .fold(project.greffier([]), |run, argument| {
                    run.argument(*argument)
                });
            let run = run.run();
            assert_eq!(run.code, 2, "{arguments:?}\n{}", run.text());
            assert_eq!(
                run.stderr.replace('\u{a0}', " "),
                "erreur : ce dossier n’est pas un projet : il n’a pas de dossier meetings ; allez dans celui du projet, ou créez-en un avec « greffier init »\n"
            );
        }
        assert_eq!(project.tree(""), before);
    }
}

#[cfg(unix)]
#[test]
fn argument_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let project = Project::example();
    let broken = std::ffi::OsStr::from_bytes(b"meetings/\xff.toml");
    let run = project.greffier(["build"]).argument(broken).run();
    run.is(str![[r#"
code 2
── stderr
erreur⍽: meetings/�.toml n’existe pas

"#]]);
    let run = project
        .greffier(["new"])
        .argument(std::ffi::OsStr::from_bytes(b"\xff"))
        .run();
    run.is(str![[r#"
code 2
── stderr
erreur⍽: un des mots de la commande n’est pas lisible
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]]);
}

#[test]
fn pages_among_the_records() {
    for folder in ["meetings", "meetings/pages", "output/../meetings/a/b"] {
        let project = Project::example();
        let before = project.tree("");
        let run = project.run(["build", "--output", folder]);
        assert_eq!(
            run.stderr.replace('\u{a0}', " "),
            format!(
                "erreur : {folder} contient les comptes rendus : choisissez un autre dossier pour les pages\n"
            )
        );
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert_eq!(project.tree(""), before);
    }
}

/// A folder of the name of a file of the project would stop every command.
#[test]
fn pages_in_the_place_of_a_file() {
    let there = "est un fichier : choisissez un dossier pour les pages";
    let named = "porte le nom d’un fichier, et non d’un dossier : choisissez pour les pages un nom sans .toml";
    let table = [
        ("greffier.toml", there),
        ("meetings/2026/2026-04-14.toml", there),
        ("contacts.toml", named),
        ("style.toml", named),
        ("Contacts.TOML", named),
        ("pages/site.toml", named),
    ];
    for (folder, said) in table {
        let project = Project::example();
        let before = project.tree("");
        let run = project.run(["build", "--output", folder]);
        let told = run.stderr.replace('\u{a0}', " ");
        assert_eq!(told, format!("erreur : {folder} {said}\n"));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert_eq!(project.tree(""), before);
        assert_eq!(project.run(["check"]).code, 0, "{folder}");
    }
}

#[test]
fn pages_around_the_project_are_refused_by_a_name_that_says_something() {
    let project = Project::example();
    let whole = project.path("").display().to_string();
    for (folder, told) in [(".", "."), (&whole, "."), ("..", "..")] {
        let run = project.run(["build", "--output", folder]);
        let expected = format!(
            "erreur : {told} contient le projet : choisissez un autre dossier pour les pages\n"
        );
        assert_eq!(run.stderr.replace('\u{a0}', " "), expected);
        assert_eq!(run.code, 2);
    }
}

#[test]
fn a_project_among_the_records() {
    let project = Project::example();
    let before = project.tree("");
    for run in [
        project.run(["init", "meetings/autre"]),
        project.greffier(["init"]).within("meetings/2026").run(),
        project.greffier(["init", "."]).within("meetings").run(),
    ] {
        assert!(run.stderr.contains("contient les comptes rendus du projet"));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert_eq!(project.tree(""), before);
    }
}
