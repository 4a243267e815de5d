//! A new record, pre-filled from the latest of the series: what stays from one meeting to the next is copied, ready to delete
//! from; what changes is left to write, with an example in a comment.

use jiff::civil::Date;

use super::RECORD_SCHEMA_FILE;
use super::people::{chairs, people, roles, visibility_word};
use super::place::{announced, has_same_host, host, is_elsewhere, place};
use super::toml_text::{TO_WRITE, entry, heading, line, on_one_line, quoted};
use crate::follow_up::StillOpen;
use crate::french::dates::long_date;
use crate::french::folding::fold;
use crate::french::formulas::NumberedIn;
use crate::french::words::list_of_some;
use crate::record::{Besides, DueDate, Edition, Meeting, Mode, Role};

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
    /// Numbers that meetings bear which are convened before it.
    pub convened_numbers: &'a [u32],
    /// The least edition that shows that one.
    pub visibility: Edition,
    /// The meetings whose minutes wait for an approval, in their order: their addresses and days.
    pub waiting: &'a [(&'a str, Date)],
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
    themes(&mut text, beginning);
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
    let announced = announced(beginning);
    // Two meetings of one day begin at two hours.
    let usual_hour = || latest.filter(|latest| latest.date != date);
    match announced
        .and_then(|next| next.start)
        .or_else(|| usual_hour().and_then(|latest| latest.start))
    {
        Some(start) => line(text, &format!("debut = {start}")),
        None => line(text, "# debut = 09:30:00"),
    }
    line(text, "# fin = 11:45:00");
    // An announced place says that the meeting is not online this time.
    let is_elsewhere = announced.is_some_and(is_elsewhere);
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
    let place = place(beginning);
    let example = "\"dans le bureau du PNUD\"";
    entry(text, "lieu", place.map(quoted), example);
    people_of_head(text, beginning, latest);
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

/// Who chaired and who wrote, as in the latest meeting.
fn people_of_head(text: &mut String, beginning: &Beginning<'_>, latest: Option<&Meeting>) {
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
    let host = host(beginning).map(|host| Role {
        role: HOSTED_BY.to_owned(),
        name: None,
        function: None,
        organisation: Some(host.to_owned()),
        visibility: Edition::Public,
    });
    // Who received the latest meeting does not receive this one too, unless it says so.
    let stays = has_same_host(beginning);
    let of_latest = of_latest(|latest| &latest.roles).iter();
    let kept = of_latest.filter(|role| stays || fold(&role.role) != fold(HOSTED_BY));
    let others: Vec<Role> = host.into_iter().chain(kept.cloned()).collect();
    roles(
        text,
        "roles",
        &others,
        "[ { role = \"Convoquée par\", nom = \"…\" } ]",
    );
}

/// The number after the latest one, and after those of the meetings convened since, where the series numbers its meetings and no later one
/// bears it.
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
    let convened = beginning.convened_numbers.iter().max();
    let number = convened.map_or(number, |convened| number.max(convened + 1));
    (number <= 9999 && !beginning.later_numbers.contains(&number)).then_some(number)
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

/// At most 6 minutes are approved at once; those before them are only told.
const MOST_APPROVED: usize = 6;

/// Minutes that wait: their addresses and days.
type Waiting<'a> = &'a [(&'a str, Date)];

/// The minutes of a new record that it approves, and those that wait too.
fn to_approve<'a>(beginning: &Beginning<'a>) -> (Waiting<'a>, Waiting<'a>) {
    let waiting = beginning.waiting;
    let (older, approved) = waiting.split_at(waiting.len().saturating_sub(MOST_APPROVED));
    (approved, older)
}

/// The approval of the minutes that wait for one; an example with the latest, where none do.
fn approval(text: &mut String, beginning: &Beginning<'_>) {
    let Some((address, latest)) = beginning.latest.filter(|_| beginning.is_after_latest) else {
        return;
    };
    let (approved, older) = to_approve(beginning);
    let (mark, days) = match approved {
        [] => ("# ", long_date(latest.date)),
        [(_, day)] => ("", long_date(*day)),
        _ => ("", String::new()),
    };
    let (title, named, changed) = match approved {
        [] | [_] => {
            let address = approved.first().map_or(address, |(address, _)| *address);
            let title = format!("Le compte rendu du {days}");
            (title, quoted(address), "s’il a changé")
        }
        several => {
            let named = several.iter().map(|(address, _)| quoted(address));
            let named: Vec<String> = named.collect();
            let title = "Les comptes rendus qui attendent leur approbation".to_owned();
            (
                title,
                format!("[ {} ]", named.join(", ")),
                "s’ils ont changé",
            )
        }
    };
    heading(text, &title);
    line(
        text,
        &format!(
            "{mark}approbation = {{ reunion = {named} }}   # {changed} : modifications = {TO_WRITE}"
        ),
    );
    if !older.is_empty() {
        let older: Vec<&str> = older.iter().map(|(address, _)| *address).collect();
        let older = list_of_some(&older, MOST_APPROVED);
        line(
            text,
            &format!("# Attendent aussi leur approbation : {older}"),
        );
    }
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

/// A block an item of the agenda that is neither the approval nor the follow-up, the first with all that one may hold.
fn themes(text: &mut String, beginning: &Beginning<'_>) {
    heading(text, "Les thèmes : un bloc [[themes]] par thème");
    let besides = Besides {
        approved: to_approve(beginning).0.len(),
        has_follow_up: !beginning.open.is_empty(),
    };
    let answered = besides.answer(beginning.agenda.iter().map(String::as_str));
    let items = (1..).zip(beginning.agenda);
    let mut items = items.filter(|(number, _)| !answered.contains(number));
    match items.next() {
        Some((number, title)) => text.push_str(
            &THEME_EXAMPLE
                .replacen(TO_WRITE, &quoted(title), 1)
                .replacen("point = 1 ", &format!("point = {number} "), 1),
        ),
        None if beginning.agenda.is_empty() => text.push_str(THEME_EXAMPLE),
        // There is nothing that a theme would answer.
        None => {
            for example in THEME_EXAMPLE.lines() {
                line(text, format!("# {example}").trim_end());
            }
        }
    }
    for (number, title) in items {
        line(
            text,
            &format!(
                "\n[[themes]]\ntitre = {}\npoint = {number}\ndiscussion = {TO_WRITE}",
                quoted(title)
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
