//! The people of a new record: who chaired, who had which part, who was there, as in the latest meeting.

use super::toml_text::{TO_WRITE, heading, line, quoted};
use crate::french::Gender;
use crate::french::dates::long_date;
use crate::record::{Chair, Counted, Edition, Meeting, Person, Role};

/// One as a group of keys, several as a list of them.
pub(super) fn chairs(chairs: &[Chair]) -> Option<String> {
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
        ("visibilite", visibility_word(chair.visibility).as_ref()),
    ])
}

pub(super) fn roles(text: &mut String, key: &str, roles: &[Role], example: &str) {
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
            ("visibilite", visibility_word(role.visibility).as_ref()),
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

/// Whom the public edition does not show, the next one does not either.
pub(super) fn visibility_word(visibility: Edition) -> Option<String> {
    (visibility != Edition::Public).then(|| visibility.word().to_owned())
}

pub(super) fn people(text: &mut String, latest: Option<&Meeting>) {
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
            &format!("  {{ nom = {TO_WRITE}, organisation = {TO_WRITE} }},"),
        );
    }
    for participant in participants {
        line(text, &format!("  {},", person(participant)));
    }
    if let Some(latest) = latest {
        absent_last_time(text, latest);
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

/// Who was expected last time and did not come may come this time.
fn absent_last_time(text: &mut String, latest: &Meeting) {
    let lists = [&latest.represented, &latest.excused, &latest.absent];
    let absent: Vec<&Person> = lists.into_iter().flatten().collect();
    if absent.is_empty() {
        return;
    }
    line(
        text,
        &format!("  # Absents le {} :", long_date(latest.date)),
    );
    for one in absent {
        line(text, &format!("  # {},", person(one)));
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
        ("visibilite", visibility_word(person.visibility).as_ref()),
    ])
}
