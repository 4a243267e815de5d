//! A message to each owner.

use snapbox::str;

use super::{Project, addresses, parsed, plain_spaces, sent, series};
use crate::common::same;

fn reminder(project: &Project, owner: &str) -> (String, Vec<String>, String) {
    let bytes = project.bytes(&format!(
        "circulation/2026-04-14/par-responsable/{owner}.eml"
    ));
    let message = parsed(&bytes);
    let text = message.body_text(0).unwrap().replace("\r\n", "\n");
    let subject = message.subject().unwrap();
    (
        plain_spaces(subject),
        addresses(message.to()),
        plain_spaces(&text),
    )
}

#[test]
fn an_owner_has_their_own_the_late_ones_first() {
    let project = sent(series(), "2026-04-14");
    let (subject, to, text) = reminder(&project, "acted");
    assert_eq!(
        subject,
        "Points d’action à suivre : ACTED (2, dont 1 en retard)"
    );
    assert_eq!(to, ["acted@example.org"]);
    same(
        &text,
        str![[r#"
Cluster Relèvement Rapide

Bonjour,

ACTED : voici vos 2 points d’action à suivre, dont un en retard.

- EN RETARD : Remplir le tableau 3W, pour le 1er avril 2026
  Cartographie, 17 mars 2026
- Diffuser les TDR, pour le 30 mai 2026
  Cartographie, 17 mars 2026

Merci d’en indiquer l’avancement. Prochaine réunion : mardi 12 mai 2026 à 9 h, à Gao.

"#]],
    );
    let (subject, to, _) = reminder(&project, "mercy-corps");
    assert_eq!(
        subject,
        "Points d’action à suivre : Mercy Corps (1, en retard)"
    );
    assert_eq!(to, [""; 0]);
    // By another name, and a person by their own.
    assert_eq!(reminder(&project, "pnud").1, ["coordination@example.org"]);
    assert_eq!(reminder(&project, "mme-awa-sow").1, ["awa.sow@example.org"]);
}

/// What a later meeting did is heard, and what it closed is told no more.
#[test]
fn the_whole_series_is_heard() {
    let may = "date = 2026-05-12\nsuivi = [{ action = \"3w\", echeance = 2026-06-30, responsables = [\"OIM\"] }]\n";
    let project = sent(
        series().file("meetings/2026/2026-05-12.toml", may),
        "2026-04-14",
    );
    let (subject, _, text) = reminder(&project, "oim");
    assert_eq!(subject, "Points d’action à suivre : OIM (1)");
    assert!(
        text.contains("pour le 30 juin 2026, reportée, d’abord fixée au 1er avril"),
        "{text}"
    );
    // What its own meeting announced was held since.
    assert!(!text.contains("Prochaine réunion"), "{text}");
    let folder = project.tree("circulation/2026-04-14/par-responsable");
    assert!(!folder.contains("mercy-corps"), "{folder}");
}

#[test]
fn the_day_may_be_told() {
    let project = series();
    let run = project.run(["send", "2026-04-14", "--today", "2026-03-31"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert_eq!(
        reminder(&project, "acted").0,
        "Points d’action à suivre : ACTED (2)"
    );
}

/// When their action points are due, what the subject counts, and how the message begins: the name is followed by a colon, whatever it is.
#[test]
fn a_reminder_counts_what_is_late() {
    let (late, later) = ("2026-04-01", "2026-05-30");
    for (dues, counted, said) in [
        (vec![later], "(1)", "votre point d’action à suivre."),
        (
            vec![late],
            "(1, en retard)",
            "votre point d’action à suivre ; il est en retard.",
        ),
        (vec![later, later], "(2)", "vos 2 points d’action à suivre."),
        (
            vec![late, later],
            "(2, dont 1 en retard)",
            "vos 2 points d’action à suivre, dont un en retard.",
        ),
        (
            vec![late, late, later],
            "(3, dont 2 en retard)",
            "vos 3 points d’action à suivre, dont 2 en retard.",
        ),
        (
            vec![late, late],
            "(2, tous en retard)",
            "vos 2 points d’action à suivre, tous en retard.",
        ),
    ] {
        let actions = dues.iter().map(|due| {
            format!("{{ texte = \"Faire\", responsables = [\"Direction des soins\"], echeance = {due} }}")
        });
        let actions = actions.collect::<Vec<_>>().join(", ");
        let record =
            format!("date = 2026-04-14\n[[themes]]\ntitre = \"T\"\nactions = [{actions}]\n");
        let project = Project::empty()
            .file("contacts.toml", super::CONTACTS)
            .file("meetings/2026/2026-04-14.toml", &record);
        let project = sent(project, "2026-04-14");
        let (subject, _, text) = reminder(&project, "direction-des-soins");
        assert_eq!(
            subject,
            format!("Points d’action à suivre : Direction des soins {counted}")
        );
        let said = format!("Direction des soins : voici {said}");
        assert!(text.lines().any(|line| line == said), "{text}");
    }
}

#[test]
fn an_owner_under_two_names_has_one_reminder() {
    let action = "texte = \"Diffuser\", responsables = ";
    let project = series().file(
        "meetings/2026/2026-03-17.toml",
        &format!(
            "date = 2026-03-17\n[[themes]]\ntitre = \"Atelier\"\nactions = [{{ {action}[\"PNUD\"] }}, {{ {action}[\"Undp\", \"PNUD\"] }}]\n"
        ),
    );
    let project = sent(project, "2026-04-14");
    let folder = "circulation/2026-04-14/par-responsable";
    assert_eq!(project.tree(folder), "mme-awa-sow.eml\npnud.eml\n");
    let bytes = project.bytes(&format!("{folder}/pnud.eml"));
    let subject = parsed(&bytes).subject().unwrap().to_owned();
    assert_eq!(
        plain_spaces(&subject),
        "Points d’action à suivre : PNUD (3)"
    );
}

/// What `greffier new` leaves to be written is nothing to do, and nobody: neither on the site nor in a message. The others keep their places.
#[test]
fn what_is_left_to_be_written_is_no_action() {
    let actions = "[{ texte = \"…\", responsables = [\"…\"] }, { texte = \" … \" }, { texte = \"Diffuser\", responsables = [\"ACTED\", \"…\"] }, { texte = \"Imprimer\", responsables = [\"…\"] }]";
    let record = format!(
        "date = 2026-04-14\netat = \"projet\"\n[[themes]]\ntitre = \"Gao\"\ndecisions = [\"…\", \"Retenu.\"]\nactions = {actions}\n"
    );
    let project = Project::empty()
        .file("contacts.toml", super::CONTACTS)
        .file("meetings/2026/2026-04-14.toml", &record)
        .build_texts();
    let register = project.read("output/actions.csv");
    assert!(!register.contains('…'), "{register}");
    assert!(register.contains("Diffuser"), "{register}");
    let page = project.read("output/actions.html");
    for (rank, is_told) in [(1, false), (2, false), (3, true), (4, true)] {
        let anchor = format!("#action-1-{rank}\"");
        assert_eq!(page.contains(&anchor), is_told, "{anchor}: {page}");
    }
    let project = sent(project, "2026-04-14");
    let folder = "circulation/2026-04-14/par-responsable";
    assert_eq!(project.tree(folder), "acted.eml\n");
    let short = plain_spaces(&project.read("circulation/2026-04-14/court.txt"));
    assert!(
        short.contains("- Retenu.\n\nÀ faire :\n- Diffuser (ACTED)\n- Imprimer\n"),
        "{short}"
    );
    assert!(!short.contains('…'), "{short}");
}

/// Names that an address does not tell apart are of two owners: nobody has what is another's.
#[test]
fn each_owner_has_what_is_theirs_alone() {
    let long = "Direction nationale de la protection sociale et de l’économie solidaire du ministère de la santé, antenne régionale de";
    let (gao, mopti) = (format!("{long} Gao"), format!("{long} Mopti"));
    for names in [
        ["Красный Крест", "Врачи мира"],
        ["OIM Москва", "OIM Минск"],
        ["OIM", "OIM Москва"],
        ["Ελλάδα", "Κύπρος"],
        ["Association – Ω", "Association – Λ"],
        ["$", "€"],
        [&gao, &mopti],
    ] {
        let [one, other] = names;
        let record = format!(
            "date = 2026-03-17\n[[themes]]\ntitre = \"Puits\"\nactions = [{{ texte = \"Tâche première\", responsables = [\"{one}\"] }}, {{ texte = \"Tâche seconde\", responsables = [\"{other}\"] }}]\n"
        );
        let contact = |name: &str, address: &str| {
            format!("[[organisations]]\nnom = \"{name}\"\nadresses = [\"{address}@example.org\"]\n")
        };
        let contacts = contact(one, "a") + &contact(other, "b");
        let project = Project::empty()
            .file("contacts.toml", &contacts)
            .file("meetings/2026/2026-03-17.toml", &record);
        let project = sent(project, "2026-03-17");
        let folder = "circulation/2026-03-17/par-responsable";
        let mut told: Vec<(Vec<String>, bool, bool)> = project
            .files(folder)
            .iter()
            .map(|file| {
                let bytes = project.bytes(&format!("{folder}/{file}"));
                let message = parsed(&bytes);
                let text = message.body_text(0).unwrap();
                let to = addresses(message.to());
                (
                    to,
                    text.contains("Tâche première"),
                    text.contains("Tâche seconde"),
                )
            })
            .collect();
        told.sort();
        let expected = [
            (vec!["a@example.org".to_owned()], true, false),
            (vec!["b@example.org".to_owned()], false, true),
        ];
        assert_eq!(told, expected, "{names:?}");
    }
}

/// With a convocation, what is late is so on its day, as in the document; a day that is asked for comes first.
#[test]
fn the_reminders_of_a_convocation_are_of_its_day() {
    let convened = |day: &str| format!("date = 2026-06-16\netat = \"convocation\"\n{day}");
    for (record, asked, count) in [
        (convened(""), None, "(2, dont 1 en retard)"),
        (
            convened("convoquee_le = 2026-05-29\n"),
            None,
            "(2, dont 1 en retard)",
        ),
        (
            convened("convoquee_le = 2026-06-02\n"),
            None,
            "(2, tous en retard)",
        ),
        (
            convened("convoquee_le = 2026-06-02\n"),
            Some("2026-05-20"),
            "(2, dont 1 en retard)",
        ),
        (
            "date = 2026-06-16\netat = \"annulée\"\nconvoquee_le = 2026-06-02\n".to_owned(),
            None,
            "(2, dont 1 en retard)",
        ),
    ] {
        let project = series().file("meetings/2026/2026-06-16.toml", &record);
        let run = match asked {
            None => project.run(["send", "2026-06-16"]),
            Some(day) => project.run(["send", "2026-06-16", "--today", day]),
        };
        assert_eq!(run.code, 0, "{}", run.text());
        let bytes = project.bytes("circulation/2026-06-16/par-responsable/acted.eml");
        let message = parsed(&bytes);
        let subject = plain_spaces(message.subject().unwrap());
        assert!(subject.ends_with(count), "{record}: {subject}");
    }
}

/// Nor are a new owner, a new due date, a next place or an organisation that are left to be written.
#[test]
fn what_is_left_to_be_written_is_told_to_nobody() {
    let record = "date = 2026-04-14\netat = \"projet\"\nlieu = \"…\"\nparticipants = [{ nom = \"Ali\", organisation = \"…\" }, { organisation = \"…\" }, { organisation = \"OIM\" }]\n[[suivi]]\naction = \"3w\"\nresponsables = [\"…\"]\necheance = \"…\"\ncommentaire = \"…\"\n[[themes]]\ntitre = \"…\"\ndecisions = [\"…\"]\nactions = [{ texte = \"Imprimer\", echeance = \" … \" }]\n[prochaine_reunion]\ndate = 2026-05-12\nlieu = \"…\"\naccueil = \"…\"\n";
    let project = series()
        .file("meetings/2026/2026-04-14.toml", record)
        .build_texts();
    // The draft itself shows what is to be written, and its theme is the one of its action.
    for page in [
        "index.html",
        "annee-2026.html",
        "organisations.html",
        "responsable-acted.html",
        "calendrier.ics",
    ] {
        let text = project.read(&format!("output/{page}"));
        assert!(!text.contains('…'), "{page}: {text}");
    }
    let home = plain_spaces(&project.read("output/index.html"));
    assert!(
        home.contains("Prochaine réunion : mardi 12 mai 2026.<"),
        "{home}"
    );
    let register = project.read("output/actions.csv");
    let filled = register.lines().find(|line| line.contains("3W"));
    let filled = filled.unwrap_or_else(|| panic!("{register}"));
    for kept in ["ACTED ; Mercy Corps", "\"2026-04-01\""] {
        assert!(plain_spaces(filled).contains(kept), "{filled}");
    }
    let project = sent(project, "2026-04-14");
    let folder = "circulation/2026-04-14/par-responsable";
    assert_eq!(project.tree(folder), "acted.eml\nmercy-corps.eml\n");
    let short = plain_spaces(&project.read("circulation/2026-04-14/court.txt"));
    assert!(!short.contains('…'), "{short}");
}

/// Whoever is named in whole has one reminder, at their address, however they are written; where another may be meant, nobody has.
#[test]
fn a_person_is_found_however_they_are_written() {
    const PEOPLE: &str = "personnes = [{ nom = \"Mme Awa Sow\", autres_noms = [\"Awa Diallo\"], adresses = [\"awa@example.org\"] }, { nom = \"Fanta Keita\", adresses = [\"fanta@example.org\"] }, { nom = \"Ali Keita\", adresses = [\"ali@example.org\"] }]\n";
    for (owners, file, address) in [
        (
            ["Awa Sow", "Mme Awa Sow"],
            "mme-awa-sow",
            Some("awa@example.org"),
        ),
        (
            ["SOW Awa", "OIM (Awa Sow)"],
            "mme-awa-sow",
            Some("awa@example.org"),
        ),
        (
            ["awa diallo", "DIALLO Awa"],
            "mme-awa-sow",
            Some("awa@example.org"),
        ),
        (
            ["KEITA Fanta", "Mme Fanta Keita"],
            "fanta-keita",
            Some("fanta@example.org"),
        ),
        (["Mme Keita", "Mme KEITA"], "mme-keita", None),
        (["Mme Sow", "Mme SOW"], "mme-sow", None),
        (["A. Sow", "a. sow"], "a-sow", None),
        (["Keita Fanta", "keita fanta"], "keita-fanta", None),
        (["Awa Fatou Sow", "AWA FATOU SOW"], "awa-fatou-sow", None),
        (["M. Sow", "m. sow"], "m-sow", None),
        (
            ["Fondation Awa Sow", "Fondation Awa Sow"],
            "fondation-awa-sow",
            None,
        ),
    ] {
        let actions =
            owners.map(|owner| format!("{{ texte = \"Faire\", responsables = [\"{owner}\"] }}"));
        let actions = actions.join(", ");
        let record =
            format!("date = 2026-04-14\nthemes = [{{ titre = \"T\", actions = [{actions}] }}]\n");
        let project = Project::empty()
            .file("contacts.toml", PEOPLE)
            .file("meetings/2026/2026-04-14.toml", &record);
        let project = sent(project, "2026-04-14");
        let folder = project.tree("circulation/2026-04-14/par-responsable");
        assert_eq!(folder, format!("{file}.eml\n"), "{owners:?}");
        assert_eq!(
            reminder(&project, file).1,
            Vec::from_iter(address),
            "{owners:?}"
        );
    }
}
