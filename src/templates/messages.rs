//! What Tera's messages tell. Tera words its faults in English, as texts alone: what they are recognised by stands here, and
//! nowhere else. The tests provoke each from Tera itself.

/// What stands before the message of a fault that Tera has drawn.
pub(super) const DRAWN_FAULT: &str = "error: ";
/// What stands before its place.
pub(super) const DRAWN_PLACE: &str = "--> ";
/// What stands before the names that could be meant.
const AVAILABLE: &str = " Available ";

/// What the messages of our own filters begin with, which speak French; Tera hands on the text alone.
const OUR_OWN: &str = "greffier\u{a0}: ";

/// How a message begins, and what it tells.
const MESSAGES: &[(&str, &str)] = &[
    ("Unknown filter", "ce filtre n’existe pas"),
    ("Unknown test", "ce test n’existe pas"),
    ("Unknown function", "cette fonction n’existe pas"),
    ("Unknown component", "ce composant n’existe pas"),
    ("Unknown template", "ce modèle n’existe pas"),
    ("Variable ", "cette variable n’existe pas"),
    ("Field ", "ce champ n’existe pas"),
    ("Invalid type", "cette valeur n’est pas de la bonne sorte"),
    ("Missing keyword argument", "il manque un argument"),
    (
        "Unexpected end of input",
        "il manque la fin : ce qui est ouvert doit être fermé",
    ),
    ("Found ", "ce signe n’est pas attendu ici"),
];

/// A fault of one of our own filters.
pub(super) fn of_our_own(said: &str) -> tera::Error {
    tera::Error::message(format!("{OUR_OWN}{said}"))
}

/// The message in French, the original in brackets, and what else there is to say.
pub(super) fn said(message: &str) -> (String, Option<String>) {
    if let Some(french) = message.strip_prefix(OUR_OWN) {
        return (french.to_owned(), None);
    }
    let (message, available) = match message.split_once(AVAILABLE) {
        Some((message, available)) => (message.trim_end_matches('.'), available.split_once(": ")),
        None => (message.trim_end_matches('.'), None),
    };
    let sentence = known(message).unwrap_or("il y a ici une erreur");
    let help = available.map(|(_, names)| format!("sont disponibles : {names}"));
    (format!("{sentence} ({message})"), help)
}

fn known(message: &str) -> Option<&'static str> {
    let mut messages = MESSAGES.iter();
    let (_, sentence) = messages.find(|(start, _)| message.starts_with(start))?;
    Some(sentence)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use tera::{Context, ErrorKind, Tera};

    use super::{DRAWN_FAULT, DRAWN_PLACE, MESSAGES, known, said};

    /// A template for each message, in their order.
    const PROVOKING: &[&str] = &[
        "{{ 1 | inconnu }}",
        "{{ 1 is inconnu }}",
        "{{ inconnu() }}",
        "{{ <inconnu /> }}",
        "{% include \"inconnu\" %}",
        "{{ inconnu }}",
        "{{ groupe.inconnu }}",
        "{{ 1 | upper }}",
        "{{ [1] | join(by=2) }}{{ [1] | nth }}",
        "{% if groupe %}",
        "{{ 1 2 }}",
    ];

    /// What Tera says of a template: as it is, or as it is drawn.
    fn message(template: &str) -> String {
        let mut tera = Tera::new();
        let mut context = Context::new();
        context.insert("groupe", &BTreeMap::from([("nom", 1)]));
        let rendered = tera
            .add_raw_template("essai", template)
            .and_then(|()| tera.render("essai", &context));
        match rendered.expect_err(template).kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                report.message().to_owned()
            }
            ErrorKind::Msg(drawn) => {
                let first = drawn.lines().next().unwrap_or_default();
                assert!(
                    drawn
                        .lines()
                        .any(|line| line.trim().starts_with(DRAWN_PLACE))
                );
                first.strip_prefix(DRAWN_FAULT).expect(drawn).to_owned()
            }
            other => panic!("{template}: {other:?}"),
        }
    }

    #[test]
    fn tera_words_its_faults_as_we_expect() {
        assert_eq!(MESSAGES.len(), PROVOKING.len());
        for ((start, sentence), template) in MESSAGES.iter().zip(PROVOKING) {
            let message = message(template);
            assert!(message.starts_with(start), "{template}: {message}");
            assert_eq!(known(&message), Some(*sentence), "{template}");
        }
    }

    #[test]
    fn tera_names_what_could_be_meant() {
        let (_, help) = said(&message("{{ groupe.inconnu }}"));
        assert_eq!(help.as_deref(), Some("sont disponibles : nom"));
    }
}
