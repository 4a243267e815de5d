//! Each doubt is explained in the document of the format, under the title that it has.

use std::collections::{BTreeMap, BTreeSet};

use greffier::archive::{Archive, Follower, Project, RecordFile, Rendering};
use greffier::config::{self, PictureFile};
use greffier::contacts;
use greffier::diagnostic::{Diagnostic, Severity, Source};
use greffier::follow_up::{Entry, Ledger, Proceedings, past_day, repeated_ids};
use greffier::record::{self, AnnexFile, FileNames, KeptBack, KnownPersons};
use greffier::templates::Templates;

use super::{FORMAT, kinds, plain_spaces, read, rows, source};

/// Raises every doubt of a record once, but for those of [`ODD_TOO`].
const ODD: &str = r#"
date = 2026-03-16
approuve_le = 2026-03-01
mode = "en ligne"
lieu = """à
Bamako"""
ordre_du_jour = ["Suivi", "Atelier"]
participants = [
  { nom = "Awa Sow", organisation = "PNUD" },
  { nom = "Awa Sow", organisation = "OIM" },
  { nom = "Ali Dicko (tél. 76 12 34 56)" },
]
[[themes]]
titre = "Suivi"
point = 1
discussion = "Voir [le site](ftp://example.org), le lundi 17 mars 2026 et le 24 janvier 17."
responsables = ["O.I.M.", "PNUD et OIM"]
[[themes]]
titre = "Autre"
[[themes.actions]]
texte = "Relancer"
echeance = 2025-04-01
[prochaine_reunion]
date = 2026-03-16
"#;
const ODD_TOO: &str = r#"
date = 0026-03-17
ordre_du_jour = ["1. Suivi"]
adoption = "A l’issue des débats du 7 Février, Mr Sow et M.Bah ont remis 160.000 FCFA aux ONGs, le Mardi."
lieu = "devant un écran de 15\""
cloture = { notes = "![a](b.png) et <b>c</b>[^1]\n\n> d\n\n```\ne\n```" }
participants = [{ nom = "KONE Sanaba SIDIBE" }]
excuses = [{ nom = "1. Ali Bi", organisation = "OIM" }]
presences = { organisations = 0 }
"#;
const ODD_PHRASES: &str = r#"
date = 2026-03-17
debut = 18:00:00
fin = 20:00:00
outil = "Teams"
lieu = "Bureau du PNUD"
instance_avec_de = "le Comité"
adoption = "adopté à l’unanimité"
presidence = { nom = "par Awa Sow", fonction = "Cheffe,", accompagne_par = "assistée de M. Dolo" }
presences = { personnes = 1 }
quorum = { presents = 9, requis = 9, membres = 17 }
reportee_au = 2026-03-17
convoquee_le = 2026-03-18
diffuse_le = 2026-03-16
participants = [
  { nom = "Mme Rivoal", qualite = "membre", arrivee = 17:00:00 },
  { nom = "M. Bah", qualite = "Membres", arrivee = 19:30:00, depart = 19:00:00, represente_par = "Mme Keita" },
  { nom = "M. Attou", pouvoir_a = "Mme Rivoal", a_distance = true },
]
representes = [
  { nom = "M. Kermeur", pouvoir_a = "M. Le Dantec" },
  { nom = "Mme Trévien", pouvoir_a = "Mme Trévien" },
]
excuses = [{ nom = "Mme Keita" }]
[[themes]]
titre = "Budget"
decisions = [
  { numero = "2021-03-01", texte = "Un.", vote = { resultat = "adopté", pour = 3, contre = 17, par = [{ groupe = "CGT", pour = 2 }, { groupe = "FO" }] } },
  { numero = "2021-03-01", texte = "Deux.", vote = { unanimite = true, contre = 1, noms = { contre = ["M. Bah", "Mme Rivoal"] } } },
  { texte = "Trois.", vote = { unanimite = true, par = [{ groupe = "CGT", pour = 2 }, { groupe = "FO" }] } },
]
[prochaine_reunion]
"#;
const ODD_DAYS: &str = r#"
date = 2026-03-17
date_fin = 2026-05-17
quorum = { presents = 3, requis = 9, membres = 17 }
themes = [{ titre = "Tarif", decisions = [{ texte = "Il est porté à 31 €.", vote = { pour = 3 } }] }]
etat = "annulée"
adoption = "adopté"
"#;
const ODD_DRAFT: &str = r#"
date = 2026-03-17
etat = "projet"
objectif = "…"
cloture = { notes = "…" }
[extra]
lieu = "dans le bureau du PNUD"
"#;
/// Raises what is odd of the French, and what is pasted twice.
const ODD_FRENCH: &str = r#"
date = 2026-03-17
presidence = { nom = "Mme Sow" }
objectif = "L’acceuil : Etat des lieux , le 31 juin à 25h30 : la mise en oeuvre, avec Mme. Sow.. Le le mot 'projet' est retiré. Écrire à gao@example.org."
[[themes]]
titre = "Suivi"
[[themes.actions]]
texte = "Relancer"
responsables = ["OIM", "Mme Touré"]
echeance = "30 avril"
[[themes.actions]]
texte = "Relancer"
responsables = ["OIM", "Mme Touré"]
echeance = "30 avril"
[[themes]]
titre = "Suivi"
"#;
/// Raises what Windows would refuse, and what a series without a table of earlier action points does not show.
const ODD_FILES: &str = r#"
date = 2026-03-17
cloture = { annexes = [{ titre = "Rapport", fichier = "annexes/CON.pdf" }] }
suivi = [{ action = "tdr-gao", commentaire = "Attendre." }]
"#;
/// Beside itself on another day, it gives an `id` twice.
const ODD_SERIES: &str = r#"
[[themes]]
titre = "Gao"
[[themes.actions]]
id = "tdr-gao"
texte = "Diffuser les TDR"
"#;
/// Raises what is odd of a convocation, on the day before it and on the day after.
const ODD_CONVOCATION: &str = r#"
date = 2026-03-17
etat = "convocation"
adoption = "adopté"
"#;
/// Raises what is odd where somebody is hidden.
const ODD_KEPT_BACK: &str = r#"
date = 2026-03-17
participants = [{ nom = "Awa Sow", visibilite = "membres" }]
themes = [{ titre = "Gao", discussion = "Mme Sow est venue.\n\n[intern] Elle revient." }]
"#;
/// Raises what is odd of contacts, and of an organisation that they call otherwise.
const ODD_CONTACTS: &str = r#"
organisations = [{ nom = "PNUD", autres_noms = ["UNDP"] }]
personnes = [{ nom = "Awa Sow", organisation = "FAO" }]
"#;
const ODD_CONFIG: &str = "instance = \"Cluster Protection\"\nfait_a = \"à Koulikoro\"\nadresse_du_site = \"https://example.org\"";

#[test]
fn every_doubt_is_explained() {
    let mut raised: Vec<Diagnostic> = config::read(&source(ODD_CONFIG), &|_| {
        PictureFile::NotThere(AnnexFile::Missing)
    })
    .diagnostics;
    let day = |day: &str| day.parse().unwrap();
    for text in [
        ODD,
        ODD_TOO,
        ODD_PHRASES,
        ODD_DAYS,
        ODD_DRAFT,
        ODD_CONVOCATION,
        ODD_FRENCH,
        ODD_FILES,
        ODD_KEPT_BACK,
    ] {
        let source = source(text);
        let reading = record::read(&source, &|_| AnnexFile::Present);
        assert!(reading.faults.is_empty(), "{:?}", reading.faults);
        raised.extend(reading.doubts(&source));
        match text {
            ODD_TOO => raised.extend(reading.doubt_of_sorting()),
            ODD_FRENCH => {
                raised.extend(reading.doubts_of_persons(&source, &KnownPersons::default(), &[]))
            }
            ODD_KEPT_BACK => {
                raised.extend(reading.doubts_of_kept_back(&source, &KeptBack::default()));
                let named = Source {
                    name: "meetings/2026/2026-03-17-sow.toml".into(),
                    ..source
                };
                raised.extend(reading.doubts_of_kept_back(&named, &KeptBack::default()));
            }
            ODD_PHRASES => raised.extend(reading.doubt_of_day(day("2026-03-16"))),
            ODD_FILES => raised.extend(
                reading
                    .doubts_of_file_names(&FileNames {
                        record: &format!("meetings/{}.toml", "a".repeat(209)),
                        page: "output/2026-03-17",
                        document: "compte-rendu-2026-03-17.pdf",
                    })
                    .into_iter()
                    .chain(reading.doubt_of_comments()),
            ),
            ODD_CONVOCATION => raised.extend(reading.doubt_of_day(day("2026-03-18"))),
            _ => {}
        }
    }
    raised.extend(doubts_of_series());
    raised.extend(doubts_of_copies());
    raised.extend(doubts_of_put_aside());
    let contacts = contacts::read(&source(ODD_CONTACTS));
    raised.extend(contacts.diagnostics);
    let templates = Templates::new(BTreeMap::new()).unwrap();
    let unused = templates.doubts(&["partials/foter.html".to_owned()]);
    raised.extend(unused.into_iter().flat_map(|report| report.diagnostics));
    let codes: BTreeSet<&str> = raised.iter().map(|doubt| doubt.code.as_str()).collect();
    let kinds = kinds::all().into_iter();
    let doubts = kinds.filter(|kind| kind.severity == Severity::Doubt && kind.room != "style");
    assert_eq!(codes, doubts.map(|kind| kind.code).collect());
    let titles: BTreeSet<String> = raised
        .iter()
        .map(|doubt| plain_spaces(&doubt.title))
        .collect();
    let told: BTreeSet<String> = rows(&read(FORMAT), "Les avis", "Avis")
        .iter()
        .map(|row| plain_spaces(row))
        .collect();
    assert_eq!(told, titles);
}

/// Nobody follows these builds.
struct Nobody;

impl Follower for Nobody {
    fn planned(&self, _: usize) {}
    fn done(&self) {}
    fn stuck(&self, _: &Rendering) {}
}

/// What is odd of a record beside the one that it was copied from.
fn doubts_of_copies() -> Vec<Diagnostic> {
    let project = tempfile::tempdir().unwrap();
    let meetings = project.path().join("meetings/2026");
    std::fs::create_dir_all(&meetings).unwrap();
    for name in ["2026-03-17.toml", "2026-03-17 - Copie.toml"] {
        std::fs::write(meetings.join(name), "date = 2026-03-17\ndebut = 09:00:00\n").unwrap();
    }
    let project = Project::open(project.path()).unwrap();
    let archive = Archive::discover(&project);
    let is_copy = |record: &RecordFile| record.name.ends_with("Copie.toml");
    let day = "2026-03-18".parse().unwrap();
    let reports = archive.check(&project, day, &is_copy, &Nobody);
    reports
        .into_iter()
        .flat_map(|report| report.diagnostics)
        .filter(|doubt| doubt.code.as_str() == "copie-d-un-compte-rendu")
        .collect()
}

/// What is told of a record that is not read because of its name.
fn doubts_of_put_aside() -> Vec<Diagnostic> {
    let project = tempfile::tempdir().unwrap();
    let meetings = project.path().join("meetings");
    std::fs::create_dir_all(&meetings).unwrap();
    std::fs::write(meetings.join("~1.toml"), "date = 2026-03-17\n").unwrap();
    let project = Project::open(project.path()).unwrap();
    let archive = Archive::discover(&project);
    let reports = archive.doubts_of_put_aside(&project).into_iter();
    reports.flat_map(|report| report.diagnostics).collect()
}

/// What is odd in a record beside an earlier one.
fn doubts_of_series() -> Vec<Diagnostic> {
    let read = |date: &str| {
        let source = source(&format!("date = {date}\nnumero = 7\n{ODD_SERIES}"));
        record::read(&source, &|_| AnnexFile::Missing)
    };
    let (first, second) = (read("2026-03-17"), read("2026-04-14"));
    let did = |reading: &record::Reading| Proceedings::of(reading.meeting.as_ref().expect("sound"));
    let (earlier, later) = (did(&first), did(&second));
    let ledger = Ledger::new(vec![
        Entry {
            address: "2026/2026-03-17",
            proceedings: &earlier,
        },
        Entry {
            address: "2026/2026-04-14",
            proceedings: &later,
        },
    ]);
    let named =
        |reading: &record::Reading| reading.comparable(reading.meeting.as_ref().expect("sound"));
    let (first, odd) = (named(&first), named(&second));
    let named = [("2026-03-17.toml", &first), ("2026-04-14.toml", &odd)];
    let numbers = record::doubts_of_series(&named, false, &|_| false);
    let mut doubts = repeated_ids(&ledger, 1, &second.places());
    doubts.extend(past_day(&ledger, "2026-01-01".parse().unwrap()).map(|(_, doubt)| doubt));
    doubts.extend(numbers.into_iter().map(|(_, doubt)| doubt));
    doubts
}
