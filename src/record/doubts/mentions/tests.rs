//! How somebody is named in a text, and what is no name.

use super::*;

fn found<'t>(name: &str, text: &'t str, telling: Telling) -> Vec<&'t str> {
    let names = Names::of([name.to_owned()].iter());
    let places = names.mentions(text, telling).into_iter();
    places.map(|place| &text[place]).collect()
}

#[test]
fn a_person_is_named_in_several_ways() {
    for (name, text, expected) in [
        (
            "Awa Sow",
            "Mme Awa Sow et M. Sow ; SOW Awa.",
            &["Mme Awa Sow", "M. Sow", "SOW Awa"][..],
        ),
        ("Awa Sow", "le village de Sow, puis Awa seule", &[]),
        ("Awa Sow", "Mme Sowah", &[]),
        ("Awa Sow", "awa sow a dit", &["awa sow"]),
        ("Awa Sow", "A. Sow a dit", &["A. Sow"]),
        ("Awa Sow", "Mme A. Sow a dit", &["Mme A. Sow"]),
        ("Awa Sow", "Mme Awa a dit", &["Mme Awa"]),
        ("Awa Sow", "Mme Awa Diarra a dit", &[]),
        ("Mme Awa Sow", "M. Sow a dit", &[]),
        ("Mme Awa Sow", "Docteur Sow a dit", &["Docteur Sow"]),
        ("ZONGO Issa", "M. Zongo ouvre", &["M. Zongo"]),
        ("Issa ZONGO (HCR)", "Issa Zongo du HCR", &["Issa Zongo"]),
        ("M. Issa Zongo", "MM. Zongo et Diarra", &["MM. Zongo"]),
        (
            "M. Issa Zongo",
            "Prof. Zongo et Me Zongo",
            &["Prof. Zongo", "Me Zongo"],
        ),
        (
            "M. Kouassi N’Guessan",
            "M. N’Guessan parle",
            &["M. N’Guessan"],
        ),
        ("Mme Léa O’Connor", "Mme O'Connor", &["Mme O'Connor"]),
        ("M. Paul d’Almeida", "M. d’Almeida", &["M. d’Almeida"]),
        ("M. Paul de Souza", "M. de Souza", &["M. de Souza"]),
        ("M. Pierre Le Goff", "M. Le Goff", &["M. Le Goff"]),
        (
            "M. Jean Kouassi-Brou",
            "M. Kouassi-Brou",
            &["M. Kouassi-Brou"],
        ),
        ("Rose Petit", "Le petit. Rose est la couleur", &[]),
        ("Issa Zongo", "depart-issa-zongo", &["issa-zongo"]),
        ("Issa Zongo", "zongo.issa.pdf", &["zongo.issa"]),
        ("Issa Zongo", "dès que Zongo revient", &[]),
        ("Issa Ba", "il y a Ba", &[]),
    ] {
        assert_eq!(found(name, text, Telling::Much), expected, "{name}: {text}");
    }
}

#[test]
fn a_path_may_name_somebody() {
    for (name, path, is_named) in [
        ("Issa Zongo", "meetings/2026/2026-03-17-zongo.toml", true),
        (
            "Issa Zongo",
            "meetings/2026/2026-03-17-issa-zongo.toml",
            true,
        ),
        (
            "ZONGO Issa",
            "meetings/2026/2026-03-17-zongo-issa.toml",
            true,
        ),
        (
            "Mme Léa Dembélé",
            "meetings/entretien-dembele/2026-03-17.toml",
            true,
        ),
        ("Issa Zongo", "meetings/2026/2026-03-17-issa.toml", false),
        (
            "Issa Zongo",
            "meetings/2026/2026-03-17-zongolais.toml",
            false,
        ),
        ("Ousmane Ba", "meetings/2026/2026-03-17-ba.toml", false),
    ] {
        let names = Names::of([name.to_owned()].iter());
        assert_eq!(names.are_in_path(path), is_named, "{name}: {path}");
    }
}

#[test]
fn an_apostrophe_is_typed_in_many_ways() {
    for text in [
        "Mamadou N'Diaye",
        "Mamadou N`Diaye",
        "Mamadou N´Diaye",
        "Mamadou N‘Diaye",
        "Mamadou N‛Diaye",
        "Mamadou NʼDiaye",
        "Mamadou NʻDiaye",
        "Mamadou N′Diaye",
        "Mamadou N＇Diaye",
        "N´DIAYE Mamadou",
        "M. NʼDiaye",
        "M. N′Diaye",
        "M. Ndiaye",
        "Mamadou Ndiaye",
        "Mamadou N Diaye",
        "N Diaye Mamadou",
    ] {
        for name in [
            "Mamadou N’Diaye",
            "Mamadou N´Diaye",
            "Mamadou NʼDiaye",
            "M. Mamadou N‘DIAYE",
        ] {
            for telling in [Telling::Most, Telling::Much] {
                assert_eq!(found(name, text, telling), [text], "{name}: {text}");
            }
        }
    }
    for (text, expected) in [
        ("la note d´Awa Sow", &["Awa Sow"][..]),
        ("la note dʼAwa Sow", &["Awa Sow"]),
        ("parce qu‘Awa Sow", &["Awa Sow"]),
        ("‘Awa Sow’", &["Awa Sow"]),
    ] {
        assert_eq!(found("Awa Sow", text, Telling::Most), expected, "{text}");
    }
    assert_eq!(found("Mamadou N’Diaye", "M. Diaye", Telling::Any), [""; 0]);
    assert_eq!(
        found("Mamadou N’Diaye", "Mamadou Diaye", Telling::Much),
        [""; 0]
    );
}

/// As `SharePoint`, Drive and Nextcloud write the address of a file.
#[test]
fn an_address_may_hold_signs_by_their_numbers() {
    for (name, text, expected) in [
        (
            "Fatoumata Dembélé",
            "https://x.org/CV%20Fatoumata%20Demb%C3%A9l%C3%A9.pdf",
            &["Fatoumata%20Demb%C3%A9l%C3%A9"][..],
        ),
        (
            "Fatoumata Dembélé",
            "a/DEMB%C9L%C9%20Fatoumata.pdf",
            &["DEMB%C9L%C9%20Fatoumata"],
        ),
        (
            "Fatoumata Dembélé",
            "mailto:a@x.org?subject=Fatoumata%20Demb%c3%a9l%c3%a9",
            &["Fatoumata%20Demb%c3%a9l%c3%a9"],
        ),
        (
            "Fatoumata Dembélé",
            "https://x.org/fatoumata%2Ddemb%65%CC%81le",
            &["fatoumata%2Ddemb%65%CC%81le"],
        ),
        (
            "Awa Sow",
            "Voir https://x.org/Awa%20Sow et Awa Sow, [x](https://x.org/a%77a-sow).",
            &["Awa%20Sow", "Awa Sow", "a%77a-sow"],
        ),
        (
            "Awa Sow",
            "https://y.org/?url=https%3A%2F%2Fx.org%2FAwa%2520Sow",
            &["Awa%2520Sow"],
        ),
        ("Awa Sow", "https://x.org/Awa%20Sowe", &[]),
        ("Awa Sow", "20 % d’Awa, 30 %Sow", &[]),
    ] {
        for telling in [Telling::Most, Telling::Much] {
            assert_eq!(found(name, text, telling), expected, "{name}: {text}");
        }
    }
}

#[test]
fn a_part_of_a_name_may_tell_enough() {
    for (name, text, expected) in [
        ("Issa Zongo", "dès que Zongo revient", &["Zongo"][..]),
        ("Issa Zongo", "MM. Diarra et Zongo", &["Zongo"]),
        ("Issa Zongo", "le colonel Zongo", &["Zongo"]),
        ("Issa Zongo", "Moussa Zongo", &[]),
        ("Issa Zongo", "Issa Diarra", &[]),
        ("Paul de Souza", "la part de la ville", &[]),
        ("Issa Ba", "avec Ba", &["Ba"]),
    ] {
        assert_eq!(found(name, text, Telling::Any), expected, "{name}: {text}");
    }
}

/// The names as typed in a list, and where a text names one of them.
fn among<'t>(names: &[&str], text: &'t str, telling: Telling) -> Vec<&'t str> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let places = Names::of(names.iter()).mentions(text, telling).into_iter();
    places.map(|place| &text[place]).collect()
}

#[test]
fn forms_of_ordinary_sentences() {
    const NAMES: [&str; 4] = [
        "Aminata Coulibaly",
        "Jean-Marie N’Diaye",
        "M. Paul de Souza",
        "SOW Awa Fatou",
    ];
    for (text, expected) in [
        ("Mmes Traoré et Coulibaly ouvrent", &["Coulibaly"][..]),
        ("MM. Ba et Coulibaly", &["Coulibaly"]),
        ("MM. Ba, Sow et de Souza", &["Sow", "de Souza"]),
        ("Mmes Ba (OIM), A. Diop et Coulibaly (HCR)", &["Coulibaly"]),
        (
            "Messieurs Coulibaly et N’Diaye",
            &["Messieurs Coulibaly", "N’Diaye"],
        ),
        ("COULIBALY A. et Sow A.", &["COULIBALY A", "Sow A"]),
        ("mme coulibaly", &["mme coulibaly"]),
        (
            "m. coulibaly et monsieur ndiaye",
            &["m. coulibaly", "monsieur ndiaye"],
        ),
        ("Aminata Fatou Coulibaly", &["Aminata Fatou Coulibaly"]),
        ("Aminata F. Coulibaly", &["Aminata F. Coulibaly"]),
        ("Coulibaly (Aminata)", &["Coulibaly (Aminata"]),
        ("Coulibaly, Aminata", &["Coulibaly, Aminata"]),
        (
            "Ami\u{ad}nata Couli\u{ad}baly",
            &["Ami\u{ad}nata Couli\u{ad}baly"],
        ),
        ("Aminata Couli\u{200b}baly", &["Aminata Couli\u{200b}baly"]),
        ("M. Ndiaye", &["M. Ndiaye"]),
        ("M. N'diaye", &["M. N'diaye"]),
        ("M. N’DIAYE", &["M. N’DIAYE"]),
        ("J.-M. Ndiaye", &["J.-M. Ndiaye"]),
        ("la note d’Aminata Coulibaly", &["Aminata Coulibaly"]),
        ("parce qu’Aminata Coulibaly", &["Aminata Coulibaly"]),
        ("Awa Sow", &["Awa Sow"]),
        ("Mme de Souza", &[]),
    ] {
        assert_eq!(among(&NAMES, text, Telling::Much), expected, "{text}");
        assert_eq!(among(&NAMES, text, Telling::Most), expected, "{text}");
    }
}

#[test]
fn what_names_nobody() {
    const NAMES: [&str; 8] = [
        "Rose Petit",
        "Awa Gao",
        "Awa Roy",
        "Marie La Tour",
        "Paul Mali",
        "M. Jean Marché",
        "Point focal OIM",
        "Awa Sow, chargée de mission",
    ];
    for text in [
        "Le petit marché est ouvert. Rose est la couleur",
        "À Gao, la réunion",
        "A Gao, la réunion",
        "le roi Roy",
        "La Tour, un village",
        "Le Mali et le Niger",
        "Awa et Rose",
        "Awa a dit",
        "MM. Ba et Diarra vont à Gao",
        "MM. Ba et Diarra. Roy suit",
        "Mmes Ba et Diarra ; Petit",
        "Mme Awa de Souza",
        "Mme Marché",
        "B. Gao",
        "3 m petit",
        "le maître petit",
        "chargée de mission, Mission",
        "Gao (Niger)",
        "Awa Diarra",
        "Zone B. Gao C.",
    ] {
        assert_eq!(among(&NAMES, text, Telling::Much), [""; 0], "{text}");
        assert_eq!(among(&NAMES, text, Telling::Most), [""; 0], "{text}");
    }
    // Of many who are looked for, some are typed as what they do.
    let text = "le point focal OIM";
    assert_eq!(among(&NAMES, text, Telling::Most), [""; 0]);
    // A given name that several bear tells of none, a family name of one of them.
    let several = ["Awa Sow", "Awa Ba", "Issa Ba"];
    assert_eq!(
        among(&several, "Awa a vu Ba, puis Sow et Issa", Telling::Any),
        ["Ba", "Sow", "Issa"]
    );
}

/// Each word is looked up a few times, however many persons bear it, and however often it is said.
#[test]
fn long_texts_and_many_persons() {
    let small = "awa ".repeat(100_000);
    assert_eq!(found("Awa Sow", &small, Telling::Any), [""; 0]);
    let many: Vec<String> = (0..2_000)
        .map(|number| format!("Awa Nom{number}"))
        .collect();
    let names = Names::of(many.iter());
    let capitals = "Awa, ".repeat(100_000);
    for telling in [Telling::Most, Telling::Much, Telling::Any] {
        assert!(names.mentions(&capitals, telling).is_empty());
    }
    let named = "Awa Nom7, ".repeat(100);
    assert_eq!(names.mentions(&named, Telling::Much).len(), 100);
    let titles = "MM. A. B. Awa et ".repeat(1_000);
    assert!(names.mentions(&titles, Telling::Much).len() <= 1_000);
}
