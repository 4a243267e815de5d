//! No words stand in a template but those of `[libelles]`, which a series may choose, and what is listed here.

use super::common::REPOSITORY;

/// What templates say themselves, and why: it agrees with a number, it is a sentence, which who wants another changes with its template,
/// or it is for programs.
const SAID: &[(&str, &[&str])] = &[
    (
        "agrees",
        &[
            ", dont",
            ", dont un …",
            ", dont … …",
            "Les plus récents sont montrés ici ;",
            "un autre, plus ancien, est",
            "… autres, plus anciens, sont",
            "Les plus récentes sont montrées ici ;",
            "une autre, plus ancienne, est",
            "… autres, plus anciennes, sont",
            "dans les pages des années.",
            "Une autre organisation est",
            "… autres organisations sont",
            "un autre thème",
            "… autres thèmes",
            "… à …",
            ", pour le …",
            ", tous …",
            "; il est …",
            "… : voici votre point d’action à suivre",
            "… : voici vos … points d’action à suivre",
        ],
    ),
    (
        "sentence",
        &[
            "Aucun … n’est encore publié.",
            "Il n’y a rien à cette adresse. Le … que vous cherchez a peut-être été rangé ailleurs.",
            "La recherche se fait dans votre navigateur, et demande un script. Si vous avez ouvert cette page depuis le disque, aucun navigateur ne le laisse lire l’index : lancez",
            "greffier serve",
            "dans le dossier du projet, ou cherchez sur le site publié. Les … se lisent aussi année par année, ci-dessous.",
            "Veuillez trouver ci-joint la convocation.",
            "Veuillez trouver ci-joint le ….",
            "Le fichier joint l’ajoute à votre agenda.",
            "Le fichier joint ajoute cette date à votre agenda.",
            "Le fichier joint ajoute ces dates à votre agenda.",
            "Le fichier joint ôte de votre agenda la date prévue et y ajoute la nouvelle.",
            "Le fichier joint ôte de votre agenda la date prévue.",
            "Merci d’en indiquer l’avancement.",
        ],
    ),
    ("program", &["fr"]),
];

/// Attributes whose value is read by somebody.
const SPOKEN: [&str; 6] = [
    "alt",
    "aria-label",
    "data-titre",
    "label",
    "placeholder",
    "title",
];

#[test]
fn words_of_templates_are_labels() {
    let folder = format!("{REPOSITORY}/templates");
    let mut unused: Vec<&str> = SAID.iter().flat_map(|(_, said)| *said).copied().collect();
    let mut files = 0;
    for entry in walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
    {
        let path = entry.path();
        let is_template = ["html", "md", "txt", "xml"]
            .iter()
            .any(|end| path.extension().is_some_and(|it| it == *end));
        if !is_template || entry.file_name() == "README.md" {
            continue;
        }
        files += 1;
        for words in words(&std::fs::read_to_string(path).unwrap()) {
            let is_listed = SAID.iter().any(|(_, said)| said.contains(&words.as_str()));
            assert!(
                is_listed,
                "{} says «{words}» whatever [libelles] says",
                path.display()
            );
            unused.retain(|said| *said != words);
        }
    }
    assert!(files > 80, "{files}");
    assert!(unused.is_empty(), "no template says {unused:?}");
}

/// A template with one word of each kind is seen through.
#[test]
fn they_are_found() {
    let template = "{# Note #}<p class=\"a\" aria-label=\"Autres {{ mots }}\">Le {{ un }}{% if deux == \"Deux\" %} mot{% endif %}</p>\n<!-- non -->{{ \"Trois\" }} · 1";
    assert_eq!(words(template), ["Autres …", "Le …", "mot", "Trois"]);
}

/// The words of a template between its elements and its conditions; a value stands as `…`.
fn words(template: &str) -> Vec<String> {
    let template = template.replace(['\u{a0}', '\u{202f}'], " ");
    let mut text = String::new();
    let mut found = Vec::new();
    let mut rest = template.as_str();
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        text.push_str(before);
        let end = match from.get(..2) {
            Some("{#") => "#}",
            Some("{%") => "%}",
            Some("{{") => "}}",
            _ => {
                text.push('{');
                rest = &from[1..];
                continue;
            }
        };
        let (tag, after) = from.split_at(from.find(end).unwrap() + 2);
        match end {
            "}}" => {
                text.push('…');
                found.extend(literals(tag));
            }
            "%}" => text.push('\n'),
            _ => {}
        }
        rest = after;
    }
    text.push_str(rest);
    let spoken = spoken(&text);
    let said = without_elements(&text);
    let all = spoken.iter().map(String::as_str).chain(said.lines());
    let all = all.map(|words| {
        words
            .trim()
            .trim_start_matches("- ")
            .trim_matches(['*', ' '])
            .to_owned()
    });
    let mut all: Vec<String> = all
        .filter(|words| words.chars().any(char::is_alphabetic))
        .collect();
    all.extend(found);
    all
}

/// What an expression says itself, but the form of a date and what joins a list.
fn literals(expression: &str) -> Vec<String> {
    let quoted = expression.split('"').skip(1).step_by(2);
    let said = quoted.filter(|text| {
        text.chars().any(char::is_alphabetic) && !["courte", "article"].contains(text)
    });
    said.map(str::to_owned).collect()
}

/// The values of attributes that are read by somebody.
fn spoken(text: &str) -> Vec<String> {
    let values = SPOKEN.iter().flat_map(|name| {
        let opened = format!(" {name}=\"");
        let values = text
            .split(&opened)
            .skip(1)
            .filter_map(|after| after.split('"').next());
        values.map(str::to_owned).collect::<Vec<_>>()
    });
    values.collect()
}

/// The text outside elements and comments, each piece on its line.
fn without_elements(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        said.push_str(&rest[..start]);
        said.push('\n');
        let end = if rest[start..].starts_with("<!--") {
            "-->"
        } else {
            ">"
        };
        rest = &rest[start + rest[start..].find(end).unwrap() + end.len()..];
    }
    said + rest
}
