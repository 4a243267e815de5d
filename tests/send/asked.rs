//! Which meeting is meant, and what the command says of it.

use snapbox::str;

use super::{APRIL, Project, SETTINGS, series};

#[test]
fn a_meeting_has_several_names() {
    let expected = series();
    let run = expected.run(["send", "2026-04-14"]);
    run.is(str![[r#"
code 0
── stdout
circulation/2026-04-14/compte-rendu-2026-04-14.pdf
circulation/2026-04-14/message.eml
circulation/2026-04-14/court.txt
circulation/2026-04-14/par-responsable/acted.eml
circulation/2026-04-14/par-responsable/mercy-corps.eml
circulation/2026-04-14/par-responsable/mme-awa-sow.eml
circulation/2026-04-14/par-responsable/pnud.eml
── stderr
message.eml⍽: 3 destinataires en copie cachée.
Sans adresse dans contacts.toml, donc sans destinataire⍽: Mercy Corps.
Rien n’est envoyé⍽: ouvrez message.eml dans votre logiciel de courriel, relisez, puis envoyez.

"#]]);
    for name in [
        "2026/2026-04-14",
        "2026/2026-04-14/",
        "meetings/2026/2026-04-14.toml",
    ] {
        let project = series();
        assert_eq!(project.run(["send", name]).text(), run.text(), "{name}");
        let message = "circulation/2026-04-14/message.eml";
        assert_eq!(project.bytes(message), expected.bytes(message), "{name}");
    }
}

#[test]
fn a_day_finds_a_record_of_any_name() {
    let project = Project::empty().file("meetings/Réunion d’avril.toml", APRIL);
    let run = project.run(["send", "2026-04-14"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(
        project
            .path("circulation/reunion-d-avril/message.eml")
            .exists()
    );
}

#[test]
fn nothing_answers() {
    series().run(["send", "2026-04-15"]).is(str![[r#"
code 2
── stderr
erreur⍽: aucune réunion ne répond à «⍽2026-04-15⍽»⍽; donnez sa date, son adresse ou son fichier, comme 2026/2026-04-14

"#]]);
}

/// A date that is written otherwise is offered as it is written here.
#[test]
fn a_date_that_is_written_otherwise() {
    let table = [
        ("14/04/2026", "puis le jour⍽: 2026-04-14\n"),
        ("2026-4-14", "puis le jour⍽: 2026-04-14\n"),
        ("14 avril 2026", "puis le jour⍽: 2026-04-14\n"),
        ("2026-04-31", "vérifiez le jour et le mois"),
        ("9h30", "donnez sa date, son adresse ou son fichier"),
        ("avril", "donnez sa date, son adresse ou son fichier"),
    ];
    let project = series();
    for (asked, said) in table {
        let run = project.run(["send", asked]);
        assert_eq!(run.code, 2, "{}", run.text());
        assert!(run.text().contains(said), "{said}\n{}", run.text());
    }
}

#[test]
fn several_answer() {
    let project = series()
        .file("meetings/gao/2026-04-14.toml", "date = 2026-04-14\n")
        .file("meetings/kidal/avril.toml", "date = 2026-07-14\n")
        .file("meetings/kidal/autre.toml", "date = 2026-07-14\n");
    project.run(["send", "2026-04-14"]).is(str![[r#"
code 2
── stderr
erreur⍽: plusieurs réunions répondent à «⍽2026-04-14⍽»⍽: 2026/2026-04-14 et gao/2026-04-14⍽; donnez l’adresse de l’une d’elles

"#]]);
    project.run(["send", "2026-07-14"]).is(str![[r#"
code 2
── stderr
erreur⍽: plusieurs réunions répondent à «⍽2026-07-14⍽»⍽: kidal/autre et kidal/avril⍽; donnez l’adresse de l’une d’elles

"#]]);
    let run = project.run(["send", "gao/2026-04-14"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(
        project
            .path("circulation/gao-2026-04-14/message.eml")
            .exists()
    );
}

/// A day means each meeting of it, whatever its file is called: of two, none goes out alone and in silence. One of several days is found
/// by each of them, where no other begins on it.
#[test]
fn a_day_means_all_its_meetings() {
    let project = Project::empty()
        .file(
            "meetings/2026/2026-01-05.toml",
            "date = 2026-01-05\ndebut = 09:00:00\n",
        )
        .file(
            "meetings/2026/2026-01-05-soir.toml",
            "date = 2026-01-05\ndebut = 15:00:00\n",
        )
        .file("meetings/2026-02-03.toml", "date = 2026-02-03\n")
        .file("meetings/2026-02-03-bis.toml", "date = 2026-02-03\n")
        .file(
            "meetings/atelier.toml",
            "date = 2026-03-16\ndate_fin = 2026-03-18\n",
        )
        .file("meetings/2026-03-18.toml", "date = 2026-03-18\n");
    let several = "plusieurs réunions répondent";
    for (asked, code, said) in [
        ("2026-01-05", 2, several),
        ("2026-01-05", 2, "2026/2026-01-05-soir"),
        ("2026-01-05", 2, "donnez l’adresse de l’une d’elles"),
        ("2026/2026-01-05", 0, "circulation/2026-01-05/"),
        ("2026-01-05-soir", 0, "circulation/2026-01-05-soir/"),
        ("2026-02-03", 2, "meetings/2026-02-03-bis.toml"),
        ("2026-02-03", 2, "donnez le fichier de l’une d’elles"),
        ("meetings/2026-02-03.toml", 0, "circulation/2026-02-03/"),
        ("2026-02-03-bis", 0, "circulation/2026-02-03-bis/"),
        ("2026-03-16", 0, "circulation/atelier/"),
        ("2026-03-17", 0, "circulation/atelier étaient"),
        ("2026-03-18", 0, "circulation/2026-03-18/"),
        ("atelier", 0, "circulation/atelier étaient"),
        ("2026-03-19", 2, "aucune réunion ne répond"),
    ] {
        let run = project.run(["send", asked]);
        let text = super::plain_spaces(&run.text()).replace('⍽', " ");
        assert_eq!(run.code, code, "{asked}: {text}");
        assert!(text.contains(said), "{asked}: {text}");
        let written = text.contains("circulation/");
        assert_eq!(written, code == 0, "{asked}: {text}");
    }
}

#[test]
fn a_meeting_must_be_named() {
    series().run(["send"]).is(str![[r#"
code 2
── stderr
erreur⍽: il manque <RÉUNION>
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]]);
}

#[test]
fn a_record_with_a_fault_is_not_sent() {
    let project = series().file("meetings/2026/2026-04-14.toml", "date = 2026-04-31\n");
    project.run(["send", "2026-04-14"]).is(str![[r#"
code 1
── stderr
erreur⍽: il n’y a pas de 31 avril 2026
 --> meetings/2026/2026-04-14.toml:1:8
  |
1 | date = 2026-04-31
  |        ^^^^^^^^^^
  |
  = aide⍽: vérifiez le jour et le mois⍽: une date s’écrit année-mois-jour

Corrigez d’abord cela⍽: rien n’a été écrit.

"#]]);
    assert!(!project.path("circulation").exists());
}

#[test]
fn what_earlier_meetings_do_not_bear_out_is_not_sent() {
    let project = series().file(
        "meetings/2026/2026-04-14.toml",
        "date = 2026-04-14\nsuivi = [{ action = \"3x\", statut = \"fait\" }]\n",
    );
    project.run(["send", "2026-04-14"]).is(str![[r#"
code 1
── stderr
erreur⍽: aucune réunion précédente n’a pris d’action «⍽3x⍽»
 --> meetings/2026/2026-04-14.toml:2:21
  |
2 | suivi = [{ action = "3x", statut = "fait" }]
  |                     ^^^^
  |
  = aide⍽: vouliez-vous dire "3w"⍽?
  = aide⍽: les actions ouvertes⍽: "2026/2026-03-17#action-1-2", "3w"

Corrigez d’abord cela⍽: rien n’a été écrit.

"#]]);
}

#[test]
fn contacts_with_a_fault_send_nothing() {
    let project = series().file(
        "contacts.toml",
        "[[organisations]]\nnom = \"PNUD\"\nadresses = [\"pnud\"]\n",
    );
    project.run(["send", "2026-04-14"]).is(str![[r#"
code 1
── stderr
erreur⍽: ceci n’est pas une adresse de courriel
 --> contacts.toml:3:13
  |
3 | adresses = ["pnud"]
  |             ^^^^^^
  |
  = aide⍽: une adresse s’écrit nom@example.org, sans espace ni accent, une par élément de la liste

Corrigez d’abord cela⍽: rien d’autre n’a été lu.

"#]]);
    assert!(!project.path("circulation").exists());
}

#[test]
fn without_contacts_or_with_records_unread_it_is_told() {
    let project = Project::empty()
        .file("greffier.toml", SETTINGS)
        .file("meetings/2026/2026-03-17.toml", "date = 2026-03-32\n")
        .file("meetings/2026/2026-04-14.toml", APRIL);
    project.run(["send", "2026-04-14"]).is(str![[r#"
code 0
── stdout
circulation/2026-04-14/compte-rendu-2026-04-14.pdf
circulation/2026-04-14/message.eml
circulation/2026-04-14/court.txt
circulation/2026-04-14/par-responsable/mme-awa-sow.eml
circulation/2026-04-14/par-responsable/undp.eml
── stderr
avis⍽: il n’y a pas de contacts.toml⍽: les messages n’ont pas de destinataire
avis⍽: un compte rendu n’a pas été lu, ses actions manquent peut-être⍽: «⍽greffier check⍽» dit pourquoi
Rien n’est envoyé⍽: ouvrez message.eml dans votre logiciel de courriel, relisez, puis envoyez.

"#]]);
}

/// A convocation goes out as it is: what it prints is written. What only minutes print may wait.
#[test]
fn a_convocation_with_texts_to_write_is_not_sent() {
    let record = |keys: &str| format!("date = 2026-05-12\netat = \"convocation\"\n{keys}");
    for (keys, is_refused) in [
        ("presidence = { nom = \"…\" }\n", true),
        ("ordre_du_jour = [\"Suivi\", \"…\"]\n", true),
        ("lieu = \"…\"\n", true),
        ("objectif = \"…\"\n", true),
        (
            "participants = [{ nom = \"…\", organisation = \"ACTED\" }]\n",
            true,
        ),
        (
            "roles = [{ role = \"Accueillie par\", organisation = \"…\" }]\n",
            true,
        ),
        ("cloture = { notes = \"…\" }\n", true),
        (
            "redaction = [{ role = \"Rédigé par\", nom = \"…\" }]\n",
            false,
        ),
        ("excuses = [{ nom = \"…\" }]\n", false),
        (
            "[[themes]]\ntitre = \"…\"\ndiscussion = \"…\"\nactions = [{ texte = \"…\", responsables = [\"…\"] }]\n",
            false,
        ),
        ("[prochaine_reunion]\nlieu = \"…\"\n", false),
        (
            "[[suivi]]\naction = \"3w\"\ncommentaire = \"…\"\nresponsables = [\"…\"]\n",
            false,
        ),
    ] {
        let project = series().file("meetings/2026/2026-05-12.toml", &record(keys));
        let run = project.run(["send", "2026-05-12"]);
        assert_eq!(run.code, i32::from(is_refused), "{keys}: {}", run.text());
        let is_told = run.stderr.contains("ce texte est à compléter");
        assert_eq!(is_told, is_refused, "{keys}: {}", run.text());
        assert_ne!(project.path("circulation").exists(), is_refused, "{keys}");
    }
}
