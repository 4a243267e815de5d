//! A new record, pre-filled from the latest of the series: what stays from one meeting to the next is copied, ready to delete
//! from; what changes is left to write, with an example in a comment.

use jiff::civil::Date;

use super::RECORD_SCHEMA_FILE;
use super::people::{chairs, people, roles, visibility_word};
use super::toml_text::{TO_WRITE, entry, heading, line, on_one_line, quoted};
use crate::follow_up::StillOpen;
use crate::french::dates::long_date;
use crate::french::folding::fold;
use crate::french::formulas::NumberedIn;
use crate::record::{DueDate, Edition, Meeting, Mode, NextMeeting, Role};

/// What a new record is begun with.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    /// The day of its meeting.
    pub date: Date,
    /// How many folders lie between the project and the record's file.
    pub depth: usize,
    /// Where the numbers of the series begin anew.
    pub numbered_in: NumberedIn,
    /// The meeting that is taken over from, and its address.
    pub latest: Option<(&'a str, &'a Meeting)>,
    /// Whether that one comes before the new one.
    pub is_after_latest: bool,
    /// Whether the meeting was held, as far as the series tells.
    pub was_held: bool,
    /// Numbers that later meetings bear.
    pub later_numbers: &'a [u32],
    /// The least edition that shows that one.
    pub visibility: Edition,
    /// Whether the minutes of that one wait for an approval.
    pub waits_for_approval: bool,
    /// What is on the agenda.
    pub agenda: &'a [String],
    /// What earlier meetings left open.
    pub open: &'a [StillOpen],
}

/// The text of a new record: a convocation, which becomes the minutes.
#[must_use]
pub fn new_record(beginning: &Beginning<'_>) -> String {
    let latest = beginning.latest.map(|(_, meeting)| meeting);
    let mut text = String::new();
    head(&mut text, beginning, latest);
    agenda(&mut text, beginning.agenda);
    people(&mut text, latest);
    approval(&mut text, beginning);
    follow_up(&mut text, beginning.open);
    themes(&mut text, beginning.agenda);
    closing(&mut text, beginning.date);
    text
}

fn head(text: &mut String, beginning: &Beginning<'_>, latest: Option<&Meeting>) {
    let Beginning { date, depth, .. } = *beginning;
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
    visibility(text, beginning);
    line(text, &number(beginning));
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
        match beginning.was_held {
            false => {
                "etat = \"convocation\"          # la réunion tenue : \"projet\", puis \"soumis\", puis \"approuvé\""
            }
            true => "etat = \"projet\"               # puis \"soumis\", puis \"approuvé\"",
        },
    );
    place(text, announced, latest);
    people_of_head(text, announced, latest);
}

/// What is not for all after one meeting is not after the next either: its people and its place are copied.
fn visibility(text: &mut String, beginning: &Beginning<'_>) {
    if let Some((_, latest)) = beginning.latest
        && let Some(word) = visibility_word(beginning.visibility)
    {
        line(
            text,
            &format!(
                "visibilite = {}     # comme le compte rendu du {} ; pour le publier, supprimez cette ligne",
                quoted(&word),
                long_date(latest.date)
            ),
        );
    }
}

/// Where the meeting is announced; where the latest one was, unless another host receives it.
fn place(text: &mut String, announced: Option<&NextMeeting>, latest: Option<&Meeting>) {
    let has_host = announced.is_some_and(|next| next.host.is_some());
    let usual = latest.filter(|_| !has_host);
    let place = announced
        .and_then(|next| next.place.as_deref())
        .or_else(|| usual.and_then(|latest| latest.place.as_deref()));
    entry(
        text,
        "lieu",
        place.map(quoted),
        "\"dans le bureau du PNUD\"",
    );
}

/// Who chaired and who wrote, as in the latest meeting.
fn people_of_head(text: &mut String, announced: Option<&NextMeeting>, latest: Option<&Meeting>) {
    let chairs = latest.and_then(|latest| chairs(&latest.chairs));
    let to_write = || format!("{{ nom = {TO_WRITE}, fonction = {TO_WRITE} }}");
    line(
        text,
        &format!("presidence = {}", chairs.unwrap_or_else(to_write)),
    );
    let of_latest =
        |pick: fn(&Meeting) -> &Vec<Role>| latest.map(pick).map(Vec::as_slice).unwrap_or_default();
    roles(
        text,
        "redaction",
        of_latest(|latest| &latest.authors),
        "[ { role = \"Rédigé par\", nom = \"…\", fonction = \"…\" } ]",
    );
    let host = announced.and_then(|next| next.host.as_ref());
    let host = host.map(|host| Role {
        role: HOSTED_BY.to_owned(),
        name: None,
        function: None,
        organisation: Some(host.clone()),
        visibility: Edition::Public,
    });
    // Who received the latest meeting does not receive this one too.
    let of_latest = of_latest(|latest| &latest.roles).iter();
    let kept = of_latest.filter(|role| fold(&role.role) != fold(HOSTED_BY));
    let others: Vec<Role> = host.into_iter().chain(kept.cloned()).collect();
    roles(
        text,
        "roles",
        &others,
        "[ { role = \"Convoquée par\", nom = \"…\" } ]",
    );
}

/// The number after the latest one, where the series numbers its meetings and no later one bears it.
fn number(beginning: &Beginning<'_>) -> String {
    match next_number(beginning) {
        Some(number) => format!("numero = {number}"),
        None => "# numero = 1                 # le numéro de la réunion dans l’année".into(),
    }
}

fn next_number(beginning: &Beginning<'_>) -> Option<u32> {
    let (_, latest) = beginning.latest.filter(|_| beginning.is_after_latest)?;
    let (before, year) = (latest.date.year(), beginning.date.year());
    let goes_on = match beginning.numbered_in {
        NumberedIn::Year => before == year,
        NumberedIn::Series => before <= year,
    };
    let number = match latest.number? {
        number if goes_on && number < 9999 => number + 1,
        _ if before < year => 1,
        _ => return None,
    };
    (!beginning.later_numbers.contains(&number)).then_some(number)
}

/// What the role of a host is called.
const HOSTED_BY: &str = "Accueillie par";

fn agenda(text: &mut String, usual: &[String]) {
    heading(text, "L’ordre du jour : sans numéros, le programme les met");
    line(text, "ordre_du_jour = [");
    for title in usual {
        line(text, &format!("  {},", quoted(title)));
    }
    if usual.is_empty() {
        line(text, &format!("  {TO_WRITE},"));
    }
    line(text, "]");
    line(
        text,
        "# adoption = \"adopté\"          # ou \"amendé et adopté\", ou une phrase entière",
    );
}

/// The approval of the latest minutes, where they wait for one.
fn approval(text: &mut String, beginning: &Beginning<'_>) {
    let Some((address, latest)) = beginning.latest.filter(|_| beginning.is_after_latest) else {
        return;
    };
    heading(
        text,
        &format!("Le compte rendu du {}", long_date(latest.date)),
    );
    let mark = match beginning.waits_for_approval {
        true => "",
        false => "# ",
    };
    line(
        text,
        &format!(
            "{mark}approbation = {{ reunion = {} }}   # s’il a changé : modifications = {TO_WRITE}",
            quoted(address)
        ),
    );
}

/// A block an action point that is still open, below what it says.
fn follow_up(text: &mut String, open: &[StillOpen]) {
    if open.is_empty() {
        return;
    }
    heading(text, "Le suivi : un bloc par action encore ouverte");
    line(
        text,
        "# À la réunion, écrivez ce qu’elle est devenue, et supprimez le bloc dont on n’a pas parlé :\n\
         # statut = \"fait\", echeance = 2026-05-31, responsables = [ \"…\" ], commentaire = \"…\"",
    );
    for action in open {
        line(text, &format!("\n# {}", reminder(action)));
        line(text, "[[suivi]]");
        line(
            text,
            &format!("action = {}", quoted(&action.name.to_string())),
        );
    }
}

const THEME_EXAMPLE: &str = "\
[[themes]]
titre = \"…\"
point = 1                      # le point de l’ordre du jour traité ici
discussion = \"…\"
# recommandations = [ \"…\" ]

  [[themes.actions]]
  # id = \"…\"                 # un nom court, pour suivre l’action : \"tdr-gao\"
  texte = \"…\"
  responsables = [ \"…\" ]
  # echeance = 2026-04-30      # une date, ou un mot : \"immédiat\"
";

/// A block an item of the agenda, the first with all that one may hold.
fn themes(text: &mut String, usual: &[String]) {
    heading(text, "Les thèmes : un bloc [[themes]] par thème");
    let first = usual.first().map(|title| quoted(title));
    let first = first.unwrap_or_else(|| TO_WRITE.to_owned());
    text.push_str(&THEME_EXAMPLE.replacen(TO_WRITE, &first, 1));
    for (index, title) in usual.iter().enumerate().skip(1) {
        line(
            text,
            &format!(
                "\n[[themes]]\ntitre = {}\npoint = {}\ndiscussion = {TO_WRITE}",
                quoted(title),
                index + 1
            ),
        );
    }
}

/// An action on one line: text, owners, due date, meeting.
fn reminder(action: &StillOpen) -> String {
    // A line end in any of them would end the comment.
    let mut parts = vec![on_one_line(&action.text)];
    if !action.owners.is_empty() {
        parts.push(on_one_line(&action.owners.join(", ")));
    }
    match &action.due {
        Some(DueDate::On(day)) => parts.push(format!("pour le {}", long_date(*day))),
        Some(DueDate::Words(words)) => parts.push(on_one_line(words)),
        None => {}
    }
    parts.push(format!("réunion du {}", long_date(action.date)));
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
