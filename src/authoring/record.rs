//! A new record, pre-filled from the latest of the series: what stays from one meeting to the next is copied, ready to delete
//! from; what changes is left to write, with an example in a comment.

use jiff::civil::Date;
use toml_edit::Value;

use super::RECORD_SCHEMA_FILE;
use crate::french::Gender;
use crate::french::dates::long_date;
use crate::french::formulas::NumberedIn;
use crate::record::{Action, Chair, Counted, DueDate, Meeting, Mode, Person, Role, Theme};

/// The text of a new record for that day. `depth` is how many folders lie between the project and the record's file;
/// `numbered_in` is where the numbers of the series begin anew.
#[must_use]
pub fn new_record(
    date: Date,
    latest: Option<&Meeting>,
    depth: usize,
    numbered_in: NumberedIn,
) -> String {
    let mut text = String::new();
    head(&mut text, date, latest, depth, numbered_in);
    agenda(&mut text);
    people(&mut text, latest);
    themes(&mut text, latest);
    closing(&mut text, date);
    text
}

/// A text as a TOML value, on one line.
fn quoted(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Value::from(if text.contains('\n') {
        one_line
    } else {
        text.to_owned()
    })
    .to_string()
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// `key = value` where there is a value, else the example as a comment.
fn entry(text: &mut String, key: &str, value: Option<String>, example: &str) {
    match value {
        Some(value) => line(text, &format!("{key} = {value}")),
        None => line(text, &format!("# {key} = {example}")),
    }
}

fn heading(text: &mut String, title: &str) {
    let rule = "─".repeat(74usize.saturating_sub(title.chars().count()));
    line(text, &format!("\n# ── {title} {rule}"));
}

fn head(
    text: &mut String,
    date: Date,
    latest: Option<&Meeting>,
    depth: usize,
    numbered_in: NumberedIn,
) {
    line(
        text,
        &format!("#:schema {}{RECORD_SCHEMA_FILE}", "../".repeat(depth)),
    );
    line(
        text,
        "# Compte rendu de réunion. Les lignes qui commencent par « # » ne sont pas imprimées.",
    );
    heading(text, "La réunion");
    line(text, &format!("date = {date}"));
    line(text, &number(date, latest, numbered_in));
    let announced = latest
        .and_then(|latest| latest.next.as_ref())
        .filter(|next| next.date == Some(date));
    match announced
        .and_then(|next| next.start)
        .or_else(|| latest.and_then(|latest| latest.start))
    {
        Some(start) => line(text, &format!("debut = {start}")),
        None => line(text, "# debut = 09:30:00"),
    }
    line(text, "# fin = 11:45:00");
    // An announced place says that the meeting is not online this time.
    let is_elsewhere = announced.is_some_and(|next| next.place.is_some());
    if let Some(mode) = latest.and_then(|latest| latest.mode)
        && !(is_elsewhere && mode == Mode::Online)
    {
        line(text, &format!("mode = {}", quoted(mode.word())));
    }
    line(
        text,
        "etat = \"projet\"               # puis \"soumis\", puis \"approuvé\"",
    );
    let place = announced
        .and_then(|next| next.place.as_deref())
        .or_else(|| latest.and_then(|latest| latest.place.as_deref()));
    entry(
        text,
        "lieu",
        place.map(quoted),
        "\"dans le bureau du PNUD\"",
    );
    people_of_head(text, latest);
}

/// Who chaired and who wrote, as in the latest meeting.
fn people_of_head(text: &mut String, latest: Option<&Meeting>) {
    entry(
        text,
        "presidence",
        latest.and_then(|latest| chairs(&latest.chairs)),
        "{ nom = \"…\", fonction = \"…\" }",
    );
    let of_latest =
        |pick: fn(&Meeting) -> &Vec<Role>| latest.map(pick).map(Vec::as_slice).unwrap_or_default();
    roles(
        text,
        "redaction",
        of_latest(|latest| &latest.authors),
        "[ { role = \"Rédigé par\", nom = \"…\", fonction = \"…\" } ]",
    );
    roles(
        text,
        "roles",
        of_latest(|latest| &latest.roles),
        "[ { role = \"Convoquée par\", nom = \"…\" } ]",
    );
}

/// The number after the latest one, where the series numbers its meetings.
fn number(date: Date, latest: Option<&Meeting>, numbered_in: NumberedIn) -> String {
    let goes_on = |year: i16| match numbered_in {
        NumberedIn::Year => year == date.year(),
        NumberedIn::Series => year <= date.year(),
    };
    match latest.and_then(|latest| latest.number.map(|number| (latest.date.year(), number))) {
        Some((year, number)) if goes_on(year) && number < 9999 => {
            format!("numero = {}", number + 1)
        }
        Some((year, _)) if year < date.year() => "numero = 1".into(),
        _ => "# numero = 1                 # le numéro de la réunion dans l’année".into(),
    }
}

/// One as a group of keys, several as a list of them.
fn chairs(chairs: &[Chair]) -> Option<String> {
    let all: Vec<String> = chairs.iter().map(chair).collect();
    match all.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        several => Some(format!("[ {} ]", several.join(", "))),
    }
}

fn chair(chair: &Chair) -> String {
    group(&[
        ("nom", chair.name.as_ref()),
        ("fonction", chair.function.as_ref()),
        ("organisation", chair.organisation.as_ref()),
        ("trier_sous", chair.filed_under.as_ref()),
        ("genre", chair.gender.map(gender_word).as_ref()),
    ])
}

fn roles(text: &mut String, key: &str, roles: &[Role], example: &str) {
    if roles.is_empty() {
        line(text, &format!("# {key} = {example}"));
        return;
    }
    line(text, &format!("{key} = ["));
    for role in roles {
        let role = group(&[
            ("role", Some(&role.role)),
            ("nom", role.name.as_ref()),
            ("fonction", role.function.as_ref()),
            ("organisation", role.organisation.as_ref()),
        ]);
        line(text, &format!("  {role},"));
    }
    line(text, "]");
}

/// `{ nom = "…", fonction = "…" }`: the keys that have a value.
fn group(entries: &[(&str, Option<&String>)]) -> String {
    let entries: Vec<String> = entries
        .iter()
        .filter_map(|(key, value)| Some(format!("{key} = {}", quoted(value.as_ref()?))))
        .collect();
    format!("{{ {} }}", entries.join(", "))
}

fn gender_word(gender: Gender) -> String {
    match gender {
        Gender::Feminine => "féminin",
        Gender::Masculine => "masculin",
    }
    .to_owned()
}

fn agenda(text: &mut String) {
    heading(text, "L’ordre du jour : sans numéros, le programme les met");
    line(
        text,
        "ordre_du_jour = [\n  # \"Introduction / Présentation\",\n  # \"Divers\",\n]",
    );
    line(
        text,
        "# adoption = \"adopté\"          # ou \"amendé et adopté\", ou une phrase entière",
    );
}

fn people(text: &mut String, latest: Option<&Meeting>) {
    let participants = latest
        .map(|latest| latest.participants.as_slice())
        .unwrap_or_default();
    match latest.filter(|_| !participants.is_empty()) {
        Some(latest) => {
            heading(
                text,
                &format!(
                    "Les participants : ceux du {} ; supprimez les absents",
                    long_date(latest.date)
                ),
            );
        }
        None => heading(text, "Les participants : une ligne par personne"),
    }
    line(text, "participants = [");
    if participants.is_empty() {
        line(
            text,
            "  # { nom = \"Oumou Sow\", organisation = \"PNUD\" },",
        );
    }
    for participant in participants {
        line(text, &format!("  {},", person(participant)));
    }
    line(text, "]");
    line(
        text,
        "# excuses = [ { nom = \"…\", organisation = \"…\" } ]",
    );
    line(text, "# absents = [ { organisation = \"…\" } ]");
    // Who is present is not known yet: the rule alone is carried over.
    if let Some(quorum) = latest.and_then(|latest| latest.quorum) {
        let (required, members) = (quorum.required, quorum.members);
        let represented = if quorum.represented > 0 {
            " representes = …,"
        } else {
            ""
        };
        let counted = match quorum.counted {
            Counted::Present => "",
            Counted::PresentAndRepresented => ", compte = \"présents et représentés\"",
        };
        line(
            text,
            &format!(
                "# quorum = {{ presents = …,{represented} requis = {required}, membres = {members}{counted} }}"
            ),
        );
    }
}

/// What stays of a person from one meeting to the next: not hours, proxies or substitutes.
fn person(person: &Person) -> String {
    group(&[
        ("nom", person.name.as_ref()),
        ("fonction", person.function.as_ref()),
        ("organisation", person.organisation.as_ref()),
        ("qualite", person.quality.as_ref()),
        ("trier_sous", person.filed_under.as_ref()),
        ("genre", person.gender.map(gender_word).as_ref()),
    ])
}

const THEME_EXAMPLE: &str = "\
# [[themes]]
# titre = \"…\"
# point = 1                    # le point de l’ordre du jour traité ici
# discussion = \"\"\"
# Ce qui a été dit.
# \"\"\"
# recommandations = [ \"…\" ]
#
#   [[themes.actions]]
#   texte = \"…\"
#   responsables = [\"…\"]
#   echeance = 2026-04-30      # une date, ou un mot : \"immédiat\"
";

fn themes(text: &mut String, latest: Option<&Meeting>) {
    heading(text, "Les thèmes : un bloc [[themes]] par thème");
    let open: Vec<&Action> = latest
        .into_iter()
        .flat_map(|latest| &latest.themes)
        .flat_map(Theme::actions)
        .filter(|action| {
            let status = action.status.as_ref();
            status.is_none_or(|status| !status.kind.is_closed())
        })
        .collect();
    if let Some(latest) = latest.filter(|_| !open.is_empty()) {
        line(
            text,
            &format!(
                "# Pour mémoire, les actions encore ouvertes après la réunion du {} :",
                long_date(latest.date)
            ),
        );
        for action in open {
            line(text, &format!("#   - {}", reminder(action)));
        }
        line(text, "#");
    }
    text.push_str(THEME_EXAMPLE);
}

/// An action on one line: text, owners, due date.
fn reminder(action: &Action) -> String {
    let mut parts = vec![action.text.split_whitespace().collect::<Vec<_>>().join(" ")];
    if !action.owners.is_empty() {
        parts.push(action.owners.join(", "));
    }
    match &action.due {
        Some(DueDate::On(day)) => parts.push(long_date(*day)),
        Some(DueDate::Words(words)) => parts.push(words.clone()),
        None => {}
    }
    parts.join(" | ")
}

fn closing(text: &mut String, date: Date) {
    heading(text, "La fin du document");
    line(text, "# [cloture]\n# notes = \"\"\"\n# - …\n# \"\"\"");
    line(
        text,
        "# annexes = [ \"…\", { titre = \"…\", fichier = \"annexes/….pdf\" } ]",
    );
    let in_four_weeks = date.checked_add(jiff::ToSpan::weeks(4)).unwrap_or(date);
    line(
        text,
        &format!(
            "\n# [prochaine_reunion]\n# date = {in_four_weeks}\n# debut = 09:30:00\n# lieu = \"…\"\n# accueil = \"…\""
        ),
    );
}
