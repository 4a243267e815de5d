//! `greffier` alone, its help, its version, the schema and the completions.

use snapbox::str;

use crate::common::Project;

#[test]
fn alone_outside_a_project() {
    Project::empty().run([]).is(str![[r#"
code 0
── stderr
greffier tient et publie les comptes rendus de réunions.
«⍽greffier init⍽» crée ici un projet, avec un compte rendu d’exemple.
«⍽greffier --help⍽» montre toutes les commandes.

"#]]);
}

#[test]
fn alone_in_a_project() {
    Project::example().run([]).is(str![[r#"
code 0
── stderr
greffier tient et publie les comptes rendus de réunions.
«⍽greffier check⍽» vérifie les comptes rendus de ce dossier, «⍽greffier build⍽» en fait les pages.
«⍽greffier --help⍽» montre toutes les commandes.

"#]]);
}

#[test]
fn help() {
    Project::empty().run(["--help"]).is(str![[r#"
code 0
── stdout
Tient et publie les comptes rendus de réunions⍽: des fichiers TOML en entrée, des pages HTML, des
PDF et du Markdown en sortie.

Utilisation⍽: greffier [COMMANDE]

Commandes⍽:
  build        Faire les pages des comptes rendus dans le dossier output
  check        Vérifier les comptes rendus⍽; n’y écrit qu’avec --fix
  serve        Voir les pages dans le navigateur, refaites à chaque enregistrement
  send         Préparer ce qui part après une réunion⍽: PDF, message, texte court, rappels
  publish      Dire ce qui est à copier sur le site, et ce qui est à y supprimer, depuis la dernière
               fois
  new          Créer un compte rendu à partir du dernier
  init         Créer un projet, avec un compte rendu d’exemple
  guide        Ouvrir le guide, ou la description du format, des modèles, des messages
  schema       Afficher le schéma JSON du format, pour un éditeur de texte
  completions  Afficher le script qui complète les commandes dans un terminal

Options⍽:
  -h, --help     Afficher cette aide
  -V, --version  Afficher la version

«⍽greffier COMMANDE --help⍽» décrit une commande. Pour commencer⍽: «⍽greffier init⍽».

"#]]);
}

#[test]
fn help_of_build() {
    Project::empty().run(["build", "--help"]).is(str![[r#"
code 0
── stdout
Faire les pages des comptes rendus dans le dossier output

Utilisation⍽: greffier build [OPTIONS] [CHEMIN]…

Arguments⍽:
  [CHEMIN]…  Comptes rendus ou dossiers à traiter⍽; sans chemin, tous ceux du dossier meetings

Options⍽:
      --formats <LISTE>         Formats à produire, séparés par des virgules⍽: html, md, pdf,
                                presence (la feuille à signer), print (ce dont le PDF est fait)⍽;
                                sans cette option, html, md et pdf
      --output <DOSSIER>        Dossier où écrire⍽; sans cette option, output
      --edition <LISTE>         Éditions à faire, séparées par des virgules⍽: publique, membres,
                                interne⍽; sans cette option, la publique et celles de greffier.toml
      --force                   Réécrire même ce qui n’a pas changé
      --dry-run                 Dire ce qui serait écrit et pourquoi, sans rien écrire
      --partition <K/N>         Ne faire qu’une part des comptes rendus, comme 2/5⍽: la deuxième de
                                cinq
  -q, --quiet                   Ne dire que les erreurs
      --message-format <FORME>  Forme des messages⍽: texte, ou json (un objet par ligne) pour un
                                programme
      --today <DATE>            Jour auquel une action est en retard ou non⍽: 2026-04-14⍽; sans
                                cette option, celui du dernier compte rendu
      --jobs <N>                Nombre de comptes rendus traités à la fois⍽; sans cette option, un
                                par cœur du processeur
  -h, --help                    Afficher cette aide

"#]]);
}

#[test]
fn help_of_check() {
    Project::empty().run(["check", "--help"]).is(str![[r#"
code 0
── stdout
Vérifier les comptes rendus⍽; n’y écrit qu’avec --fix

Utilisation⍽: greffier check [OPTIONS] [CHEMIN]…

Arguments⍽:
  [CHEMIN]…  Comptes rendus ou dossiers à vérifier⍽; sans chemin, tous ceux du dossier meetings

Options⍽:
      --strict                  Traiter les avis comme des erreurs
      --fix                     Faire dans les fichiers les corrections qui ne changent pas le sens,
                                et les montrer
      --dry-run                 Avec --fix⍽: montrer les corrections sans rien écrire
      --today <DATE>            Jour auquel une réunion est passée ou à venir⍽: 2026-04-14⍽; sans
                                cette option, aujourd’hui
      --message-format <FORME>  Forme des messages⍽: texte, ou json (un objet par ligne) pour un
                                programme
  -h, --help                    Afficher cette aide

"#]]);
}

#[test]
fn help_of_new() {
    Project::empty().run(["new", "--help"]).is(str![[r#"
code 0
── stdout
Créer un compte rendu à partir du dernier

Utilisation⍽: greffier new [DATE]

Arguments⍽:
  [DATE]  Date de la réunion⍽: 2026-04-14⍽; sans date, celle que le dernier compte rendu annonce,
          sinon aujourd’hui

Options⍽:
  -h, --help  Afficher cette aide

"#]]);
}

#[test]
fn help_of_init() {
    Project::empty().run(["init", "--help"]).is(str![[r#"
code 0
── stdout
Créer un projet, avec un compte rendu d’exemple

Utilisation⍽: greffier init [OPTIONS] [DOSSIER]

Arguments⍽:
  [DOSSIER]  Dossier du projet⍽; sans dossier, le dossier courant

Options⍽:
      --modeles  Copier seulement les modèles des pages et les feuilles de style, pour les changer⍽;
                 ce qui est déjà là reste
  -h, --help     Afficher cette aide

"#]]);
}

#[test]
fn help_of_guide() {
    Project::empty().run(["guide", "--help"]).is(str![[r#"
code 0
── stdout
Ouvrir le guide, ou la description du format, des modèles, des messages

Utilisation⍽: greffier guide [OPTIONS] [PAGE]

Arguments⍽:
  [PAGE]  guide (sans argument), format, modeles ou messages

Options⍽:
      --print             Écrire le texte ici, sans ouvrir de navigateur
      --output <DOSSIER>  Écrire toutes les pages dans ce dossier, sans les ouvrir
  -h, --help              Afficher cette aide

"#]]);
}

#[test]
fn help_of_schema() {
    Project::empty().run(["schema", "--help"]).is(str![[r#"
code 0
── stdout
Afficher le schéma JSON du format, pour un éditeur de texte

Utilisation⍽: greffier schema [FICHIER]

Arguments⍽:
  [FICHIER]  compte-rendu (sans argument), configuration pour greffier.toml, contacts pour
             contacts.toml, style pour templates/style.toml, minutes pour les fichiers minutes.json,
             ou actions pour actions.json

Options⍽:
  -h, --help  Afficher cette aide

"#]]);
}

#[test]
fn help_of_completions() {
    Project::empty().run(["completions", "--help"]).is(str![[r#"
code 0
── stdout
Afficher le script qui complète les commandes dans un terminal

Utilisation⍽: greffier completions TERMINAL

Arguments⍽:
  <TERMINAL>  bash, zsh, fish, powershell ou elvish

Options⍽:
  -h, --help  Afficher cette aide

"#]]);
}

#[test]
fn short_help_is_the_same() {
    let project = Project::empty();
    assert_eq!(project.run(["-h"]), project.run(["--help"]));
    assert_eq!(
        project.run(["build", "-h"]),
        project.run(["build", "--help"])
    );
}

#[test]
fn version() {
    let project = Project::empty();
    let run = project.run(["--version"]);
    assert_eq!(
        run.stdout,
        format!("greffier {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(project.run(["-V"]), run);
}

/// French wants a space before a colon, and it must not break there.
#[test]
fn colons_of_the_help_have_their_space() {
    let project = Project::empty();
    for command in [
        "build",
        "check",
        "new",
        "init",
        "guide",
        "schema",
        "completions",
        "--help",
    ] {
        let help = project.run([command, "--help"]).stdout;
        for (index, _) in help.match_indices(':') {
            let before = help[..index].chars().next_back();
            let after = &help[index + 1..];
            assert!(
                before == Some('\u{a0}') || after.starts_with("//"),
                "« {}: » in greffier {command} --help",
                help[..index].lines().last().unwrap_or_default(),
            );
        }
    }
}

#[test]
fn schemas_are_json_with_french_descriptions() {
    let project = Project::empty();
    for (arguments, title) in [
        (["schema", "compte-rendu"], "compte-rendu"),
        (["schema", "configuration"], "greffier"),
    ] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        let schema: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert_eq!(schema["title"], title);
        assert_eq!(schema["additionalProperties"], false);
        let properties = schema["properties"].as_object().expect("properties");
        for (key, property) in properties {
            assert!(
                property["description"].is_string(),
                "{key} has no description"
            );
        }
        run.speaks_french_but_for(&["required"]);
    }
    assert_eq!(
        project.run(["schema"]),
        project.run(["schema", "compte-rendu"])
    );
}

#[test]
fn completions_know_the_commands() {
    let project = Project::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = project.run(["completions", shell]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        for command in [
            "build",
            "check",
            "new",
            "init",
            "schema",
            "completions",
            "--dry-run",
        ] {
            let word = command.trim_start_matches('-');
            assert!(
                run.stdout.contains(word),
                "{shell} does not complete {command}"
            );
        }
    }
}
