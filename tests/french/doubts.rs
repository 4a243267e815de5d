//! What `greffier check` says of the French of a record.

use greffier::config::{self, PictureFile};
use greffier::diagnostic::{Report, Source};
use greffier::record::{self, AnnexFile};

const RECORD: &str = r#"date = 2026-03-17
ordre_du_jour = ["1. Présentation", "Suivi des ONGs"]

[[themes]]
titre = "2) Suivi des ONGs"
point = 2
discussion = """
A l’issue de la réunion du 10 Février, Mr Diallo a remis 160.000 FCFA
à l’association \"AFM\" ; 12,500 FCFA restent. Voir https://x.org/ONGs.
"""
decisions = ["Les ONGs se retrouvent le Mardi, chez M.Keita."]

  [[themes.actions]]
  texte = "Relancer les TDRs"
  responsables = ["OCHA"]

[[themes]]
titre = "Présentation"
point = 1
"#;

const EXPECTED: &str = r#"
avis : 2 titres portent déjà un numéro
 --> r.toml:2:19
  |
2 | ordre_du_jour = ["1. Présentation", "Suivi des ONGs"]
  |                   ^^
...
5 | titre = "2) Suivi des ONGs"
  |          --
  |
  = aide : supprimez ce que vous avez tapé : le programme met les numéros

avis : un sigle ne prend pas de « s » au pluriel
  --> r.toml:2:48
   |
 2 | ordre_du_jour = ["1. Présentation", "Suivi des ONGs"]
   |                                                ^^^^
...
 5 | titre = "2) Suivi des ONGs"
   |                       ----
...
11 | decisions = ["Les ONGs se retrouvent le Mardi, chez M.Keita."]
   |                   ----
   |
   = aide : écrivez « ONG »
"#;

fn report(text: &str) -> Report {
    let source = Source {
        name: "r.toml".into(),
        text: text.into(),
    };
    let reading = record::read(&source, &|_| AnnexFile::Missing);
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    let doubts = reading.doubts(&source);
    Report::new(source, doubts)
}

#[test]
fn each_word_is_said_once() {
    let report = report(RECORD);
    let said = report.diagnostics.iter().map(|doubt| {
        let typed: Vec<&str> = doubt
            .spots
            .iter()
            .map(|spot| &RECORD[spot.span.clone()])
            .collect();
        format!(
            "{} [{}] {}",
            doubt.title,
            typed.join(", "),
            doubt.help.join(" ")
        )
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "2 titres portent déjà un numéro [1., 2)] supprimez ce que vous avez tapé : le programme met les numéros",
            "un sigle ne prend pas de « s » au pluriel [ONGs, ONGs, ONGs] écrivez « ONG »",
            "il manque l’accent de cette majuscule [A] écrivez « À »",
            "les noms de mois s’écrivent sans majuscule [Février] écrivez « février »",
            "« Mr » est une abréviation anglaise [Mr] écrivez « M. »",
            "les milliers se séparent par une espace [160.000] écrivez « 160 000 »",
            "les milliers se séparent par une espace [12,500] écrivez « 12 500 »",
            "les jours de la semaine s’écrivent sans majuscule [Mardi] écrivez « mardi »",
            "il manque une espace [M.Keita] écrivez « M. Keita »",
            "un sigle ne prend pas de « s » au pluriel [TDRs] écrivez « TDR »",
        ]
    );
}

#[test]
fn as_the_user_reads_it() {
    let rendered = report(RECORD).render(false).replace('\u{a0}', " ");
    let lines: Vec<&str> = rendered.lines().map(str::trim_end).collect();
    let rendered = lines.join("\n");
    assert!(rendered.starts_with(EXPECTED.trim()), "{rendered}");
}

#[test]
fn one_number_and_one_short_year() {
    let report = report("date = 2026-03-17\nordre_du_jour = [\"1. Retraite du 24 janvier 17\"]\n");
    let titles: Vec<&str> = report
        .diagnostics
        .iter()
        .map(|doubt| &*doubt.title)
        .collect();
    assert_eq!(
        titles,
        [
            "l’ordre du jour n’est suivi d’aucun thème",
            "ce titre porte déjà un numéro",
            "l’année est sur deux chiffres"
        ]
    );
    assert_eq!(
        report.diagnostics[1].help,
        ["supprimez ce que vous avez tapé : le programme met les numéros"]
    );
}

#[test]
fn nothing_of_sound_french() {
    let report = report(
        "date = 2026-03-17\nlieu = \"au stade du 26 Mars\"\n\
         participants = [{ nom = \"Mai Traoré\", organisation = \"ONG A\" }, { nom = \"A. Sow\" }]\n",
    );
    assert_eq!(report.diagnostics, []);
}

/// A weekday that fits a year which may be meant is not doubted; another is.
#[test]
fn a_weekday_may_be_of_another_year() {
    for (text, is_doubted) in [
        ("Le lundi 17 février dernier, le comité s’est réuni.", false),
        ("Le lundi 17 février, le comité s’est réuni.", false),
        ("Le mardi 17 février, le comité se réunira.", false),
        ("Le mardi 17 février prochain, le comité se réunira.", false),
        ("Le mardi 17 février dernier, le comité s’est réuni.", true),
        ("Le lundi 17 février prochain, le comité se réunira.", true),
        ("Le samedi 17 février, le comité se réunira.", true),
        ("Le lundi 17 février 2026, le comité se réunira.", true),
        ("Le lundi 17 février 2025, le comité s’est réuni.", false),
    ] {
        let report = report(&format!(
            "date = 2025-12-15\n[[themes]]\ntitre = \"Divers\"\ndiscussion = \"{text}\"\n"
        ));
        let doubted = report
            .diagnostics
            .iter()
            .any(|doubt| doubt.title.contains("n’est pas un"));
        assert_eq!(doubted, is_doubted, "{text}");
    }
}

#[test]
fn groups_told_apart_by_a_letter_are_several() {
    for (first, second, is_doubted) in [
        ("Collège A", "Collège B", false),
        ("Groupe A", "Groupe B", false),
        ("Groupe I", "Groupe II", false),
        ("Lot n° 1", "Lot n° 2", false),
        ("Mercy Corps", "Mercy Corp", true),
        ("Collège A", "collège A", true),
    ] {
        let report = report(&format!(
            "date = 2026-03-17\nparticipants = [{{ nom = \"Awa Sow\", organisation = \"{first}\" }}, \
             {{ nom = \"Issa Dolo\", organisation = \"{second}\" }}]\n"
        ));
        let doubted = report
            .diagnostics
            .iter()
            .any(|doubt| doubt.title.contains("même organisation"));
        assert_eq!(doubted, is_doubted, "{first} {second}");
    }
}

/// What the sentences of the program expect, as real minutes have it.
const PLACES: [&str; 34] = [
    "à Bamako",
    "au bureau du PNUD",
    "dans la salle de réunion de l’UNICEF, à Loubanga",
    "à la mairie de Port-Lorient",
    "en mairie",
    "au siège",
    "aux Cayes",
    "chez M. Diallo",
    "dans les locaux de l’OIM",
    "en salle Rhône, site de Vaulx",
    "à l’hôtel Salam",
    "sur le site de Kati",
    "près du marché",
    "au 12, rue de la Paix",
    "à La Rochelle",
    "dans l’amphithéâtre B",
    "à l’école Jean-Moulin",
    "au Caire",
    "sous la tente du HCR",
    "en visioconférence",
    "à N’Djaména",
    "au centre social, salle 2",
    "à Saint-Étienne",
    "à la salle des Genêts, sur convocation du 19 mars 2021, avec une note de synthèse",
    "exceptionnellement à la mairie",
    "lors du forum de Gao",
    "pour partie à Gao, pour partie en ligne",
    "entre Gao et Ansongo",
    "via Teams",
    "à huis clos, en mairie",
    "rue de la Paix",
    "à bord du Bélem",
    "au-dessus de la poste",
    "à même le sol, à Gao",
];
const BODIES: [&str; 24] = [
    "du Cluster Relèvement Rapide",
    "de la commission des finances",
    "de l’assemblée générale",
    "des maires du Sahel",
    "d’experts",
    "de coordination générale et d’information humanitaire",
    "ordinaire du comité social et économique (CSE)",
    "du Conseil municipal de Port-Lorient",
    "de l’équipe-pays",
    "d’information",
    "extraordinaire de la commission",
    "technique du groupe de travail",
    "mensuelle du cluster Santé",
    "de service",
    "des délégués",
    "du CSE",
    "préparatoire",
    "trimestrielle",
    "inter-clusters",
    "conjointe des clusters WASH et Santé",
    "sur le relèvement",
    "entre l’OIM et le HCR",
    "n° 4 du comité",
    "d’urgence du comité",
];
const ADOPTIONS: [&str; 14] = [
    "adopté",
    "Adopté.",
    "amendé et adopté",
    "L’ordre du jour est adopté à l’unanimité.",
    "L’ordre du jour a été adopté après ajout d’un point.",
    "Le Conseil adopte l’ordre du jour.",
    "Aucune modification n’est demandée.",
    "Après lecture, l’ordre du jour est validé.",
    "L’ordre du jour, amendé par l’OIM, est adopté.",
    "Les membres approuvent l’ordre du jour",
    "Sans observation, l’ordre du jour est adopté.",
    "Pas d’observation : l’ordre du jour est adopté.",
    "Adopté à l’unanimité.",
    "Il est adopté.",
];
const NAMES: [&str; 20] = [
    "Awa Sow",
    "M. Jean-Pierre N’Diaye",
    "Mme A. Traoré",
    "Dr Keïta",
    "Chef de bureau a.i.",
    "Conseiller en relèvement rapide au PNUD",
    "O.I.M.",
    "ACTED / PNUD",
    "Association « AFM »",
    "Les Amis de l’Eau, etc.",
    "Chargée de mission (Gao)",
    "Mme A. Ba, dir.",
    "Chef de file adj.",
    "Dir. gén.",
    "Awa Sow Jr.",
    "Mouvement « Ensemble ! »",
    "Ets Bah et Fils, S.A.R.L.",
    "3e adjoint, chargé des sports",
    "Par-delà les mers",
    "CGT-FO",
];

const TOWNS: [&str; 12] = [
    "Bamako",
    "Le Caire",
    "La Rochelle",
    "L’Haÿ-les-Roses",
    "Les Abymes",
    "N’Djaména",
    "Aix-en-Provence",
    "Port-au-Prince",
    "Auxerre",
    "Le Mans",
    "Goma, Nord-Kivu",
    "Saint-Denis",
];

#[test]
fn nothing_of_phrases_that_fit() {
    let keys = [
        ("lieu", PLACES.as_slice()),
        ("instance_avec_de", BODIES.as_slice()),
        ("adoption", ADOPTIONS.as_slice()),
    ];
    for (key, phrases) in keys {
        for phrase in phrases {
            let report = report(&format!("date = 2026-03-17\n{key} = \"{phrase}\"\n"));
            assert_eq!(report.diagnostics, [], "{phrase}");
        }
    }
    for name in NAMES {
        let report = report(&format!(
            "date = 2026-03-17\npresidence = {{ nom = \"{name}\", fonction = \"{name}\" }}\n\
             [prochaine_reunion]\naccueil = \"{name}\"\n"
        ));
        assert_eq!(report.diagnostics, [], "{name}");
    }
}

#[test]
fn nothing_of_a_town() {
    for town in TOWNS {
        let source = Source {
            name: "greffier.toml".into(),
            text: format!("fait_a = \"{town}\"\nsignatures = [\"présidence\"]\n"),
        };
        let read = config::read(&source, &|_| PictureFile::NotThere(AnnexFile::Missing));
        assert_eq!(read.diagnostics, [], "{town}");
    }
}

/// Each remedy, typed instead, leaves nothing to say.
#[test]
fn a_remedy_heals() {
    for (record, typed) in [
        ("lieu = \"§\"", "Bureau du PNUD"),
        ("lieu = \"§\"", "Bamako"),
        ("lieu = \"§\"", "la mairie"),
        ("instance_avec_de = \"§\"", "le Comité"),
        ("instance_avec_de = \"§\"", "Commission des finances"),
        ("adoption = \"§\"", "adopté à l’unanimité"),
        ("adoption = \"§\"", "oui"),
        ("presidence = { nom = \"§\" }", "par Awa Sow"),
        (
            "presidence = { nom = \"Awa Sow\", fonction = \"§\" }",
            "Cheffe,,",
        ),
        (
            "[prochaine_reunion]\naccueil = \"§\"",
            "accueillie par l’OIM",
        ),
        ("[prochaine_reunion]\nlieu = \"§\"", "Siège de l’OIM"),
    ] {
        let said = |text: &str| {
            report(&format!(
                "date = 2026-03-17\n{}\n",
                record.replace('§', text)
            ))
            .diagnostics
        };
        let doubts = said(typed);
        let [doubt] = doubts.as_slice() else {
            panic!("{typed}: {doubts:?}");
        };
        let remedy = doubt.help[0]
            .strip_prefix("écrivez \"")
            .and_then(|help| help.strip_suffix('"'));
        assert_eq!(said(remedy.unwrap()), [], "{typed}");
    }
}
