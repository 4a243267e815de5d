//! What is wrong in what a record says of earlier ones, told at its place, with what helps.

use jiff::civil::Date;

use super::kinds::{FollowUpDoubt, FollowUpFault};
use super::problem::{About, Problem, Trouble};
use super::{Entry, Ledger};
use crate::diagnostic::{Diagnostic, Span, suggestion};
use crate::french::dates::long_date;
use crate::french::hours::at_clock_time;
use crate::french::typed_dates::dates_in;
use crate::record::{ActionReference, Places, RecordFault, State};

/// At most 5 names of action points are offered.
const MOST_OFFERED: usize = 5;

impl Problem {
    /// The fault at its place in the record. `unread`: how many records could not be read, in which the answer may stand.
    #[must_use]
    pub fn diagnostic(&self, ledger: &Ledger<'_>, places: &Places, unread: usize) -> Diagnostic {
        match self.about {
            About::Block(block) => self.of_block(block, ledger, places, unread),
            About::Approval(rank) => self.of_approval(rank, ledger, places, unread),
        }
    }

    fn of_approval(
        &self,
        rank: usize,
        ledger: &Ledger<'_>,
        places: &Places,
        unread: usize,
    ) -> Diagnostic {
        let approval = ledger.entries()[self.meeting].proceedings.approval.as_ref();
        let named = approval.and_then(|approval| approval.meetings.get(rank));
        let named = named.map_or("", String::as_str);
        // An edition may leave one out before it, but not of its name.
        let is_named = |(address, _): &&(String, Span)| address == named;
        let place = places.approved.iter().rfind(is_named);
        let span = place.map(|(_, span)| span.clone()).unwrap_or_default();
        let day = |meeting: usize| day_of(ledger, meeting);
        match self.trouble {
            Trouble::ApprovedTwice => contradicted(
                span,
                "nommé deux fois ici".to_owned(),
                "supprimez l’une des deux fois",
            ),
            Trouble::ApprovedBefore(by) => contradicted(
                span,
                format!("approuvé à la réunion du {}", day(by)),
                match approval.is_some_and(|approval| approval.meetings.len() > 1) {
                    true => {
                        "ôtez cette adresse de la liste, ou de l’approbation de l’autre réunion"
                    }
                    false => "supprimez cette ligne, ou celle de l’autre réunion",
                },
            ),
            Trouble::ApprovedOn(earlier, on) => contradicted(
                span,
                format!(
                    "le compte rendu du {} se dit approuvé le {}",
                    day(earlier),
                    long_date(on)
                ),
                "supprimez `approuve_le` de ce compte rendu-là : cette réunion en donne la date",
            ),
            Trouble::NotHeld(earlier) if is_convened(&ledger.entries()[earlier]) => contradicted(
                span,
                format!("la réunion du {} est encore une convocation", day(earlier)),
                IF_HELD,
            ),
            Trouble::NotHeld(earlier) => contradicted(
                span,
                format!("la réunion du {} n’a pas eu lieu", day(earlier)),
                "nommez la réunion dont le compte rendu a été approuvé",
            ),
            _ => unknown_approved(ledger, self.meeting, named, span, unread),
        }
    }

    fn of_block(
        &self,
        block: usize,
        ledger: &Ledger<'_>,
        places: &Places,
        unread: usize,
    ) -> Diagnostic {
        let proceedings = ledger.entries()[self.meeting].proceedings;
        let day = |meeting: usize| day_of(ledger, meeting);
        let span = places.followed.get(block).cloned().unwrap_or_default();
        let named = &proceedings.followed[block].action;
        match &self.trouble {
            Trouble::Ambiguous(several) => ambiguous(ledger, named, several, span),
            Trouble::Closed(by) => {
                Diagnostic::new(FollowUpFault::ClosedAction, "cette action est close")
                    .at(span, format!("close à la réunion du {}", day(*by)))
                    .help("pour la rouvrir, donnez-lui un statut : statut = \"en cours\"")
                    .help("sinon, supprimez ce bloc [[suivi]]")
            }
            Trouble::Twice(first) => {
                let first = places.followed.get(*first).cloned().unwrap_or_default();
                Diagnostic::new(
                    RecordFault::FollowedTwice,
                    "cette action est suivie deux fois",
                )
                .at(span, "")
                .at(first, "suivie ici")
                .help("réunissez les deux blocs [[suivi]] en un seul")
            }
            _ => self.unknown(ledger, named, span, unread),
        }
    }

    fn unknown(
        &self,
        ledger: &Ledger<'_>,
        named: &ActionReference,
        span: Span,
        unread: usize,
    ) -> Diagnostic {
        let before = || 0..ledger.taken_at(self.meeting).start;
        let fault = Diagnostic::new(
            FollowUpFault::UnknownAction,
            format!("aucune réunion précédente n’a pris d’action « {named} »"),
        )
        .at(span.clone(), "");
        let name = |action: usize| ledger.name(action).to_string();
        let meant = match named {
            ActionReference::Id(id) => {
                // The anchor of a page without its meeting: the latest that has it.
                let at_anchor = before()
                    .rev()
                    .find(|action| ledger.taken(*action).anchor == *id);
                let names: Vec<String> = before().map(name).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let nearest = suggestion(id, &names).map(str::to_owned);
                at_anchor.map(name).or(nearest)
            }
            ActionReference::Place { .. } => {
                let places: Vec<String> = before()
                    .map(|action| ledger.place(action).to_string())
                    .collect();
                let places: Vec<&str> = places.iter().map(String::as_str).collect();
                suggestion(&named.to_string(), &places).map(str::to_owned)
            }
        };
        let fault = match meant {
            Some(meant) => fault
                .help(format!("vouliez-vous dire \"{meant}\" ?"))
                .proposal(span, format!("\"{meant}\"")),
            None => match self.not_held_yet(ledger, named) {
                Some(convened) => fault.help(format!(
                    "la réunion du {} est encore une convocation : {IF_HELD}",
                    day_of(ledger, convened)
                )),
                None => fault,
            },
        };
        let fault = self.offering_open(ledger, fault, unread);
        mention_unread(fault, unread)
    }

    /// The fault with the names of what was open when the meeting began.
    fn offering_open(&self, ledger: &Ledger<'_>, fault: Diagnostic, unread: usize) -> Diagnostic {
        let open: Vec<usize> = ledger.open_before(self.meeting).collect();
        let offered: Vec<String> = open
            .iter()
            .rev()
            .take(MOST_OFFERED)
            .map(|action| format!("\"{}\"", ledger.name(*action)))
            .collect();
        match offered.is_empty() {
            // What the records that could not be read took is not known.
            true if unread > 0 => fault,
            true => fault.help("aucune action n’était ouverte avant cette réunion"),
            false => fault.help(offer(&offered, open.len())),
        }
    }

    /// The earlier meeting that is convened only, and took what is named if it was held: the one that it names, or the latest.
    fn not_held_yet(&self, ledger: &Ledger<'_>, named: &ActionReference) -> Option<usize> {
        let earlier = &ledger.entries()[..self.meeting];
        earlier.iter().rposition(|entry| match named {
            ActionReference::Id(_) => is_convened(entry),
            ActionReference::Place { meeting, .. } => {
                is_convened(entry) && entry.address == meeting
            }
        })
    }
}

/// What a convocation that was left as it is needs.
const IF_HELD: &str = "si elle s’est tenue, écrivez dans son compte rendu etat = \"projet\"";

fn is_convened(entry: &Entry<'_>) -> bool {
    matches!(entry.proceedings.state, State::Convened)
}

/// The open actions, or the last ones of so many.
fn offer(offered: &[String], open: usize) -> String {
    let which = match open > offered.len() {
        true => "les dernières actions ouvertes",
        false => "les actions ouvertes",
    };
    format!("{which} : {}", offered.join(", "))
}

fn ambiguous(
    ledger: &Ledger<'_>,
    named: &ActionReference,
    several: &[usize],
    span: Span,
) -> Diagnostic {
    let places = several.iter().rev().take(MOST_OFFERED);
    let places: Vec<String> = places
        .map(|action| format!("\"{}\"", ledger.place(*action)))
        .collect();
    let fault = Diagnostic::new(
        FollowUpFault::AmbiguousAction,
        format!("plusieurs actions portent l’adresse « {named} »"),
    );
    fault
        .at(span, "")
        .help(format!("dites laquelle : {}", places.join(", ")))
}

/// *17 mars 2026*, or *17 mars 2026 à 9 h* where another meeting is of that day.
fn day_of(ledger: &Ledger<'_>, meeting: usize) -> String {
    let day = long_date(ledger.entries()[meeting].proceedings.date);
    match ledger.hour_apart(meeting) {
        Some(hour) => format!("{day} {}", at_clock_time(hour)),
        None => day,
    }
}

fn contradicted(span: Span, label: String, help: &str) -> Diagnostic {
    Diagnostic::new(
        FollowUpFault::ApprovedAlready,
        "ce compte rendu ne peut pas être approuvé ici",
    )
    .at(span, label)
    .help(help)
}

fn unknown_approved(
    ledger: &Ledger<'_>,
    meeting: usize,
    named: &str,
    span: Span,
    unread: usize,
) -> Diagnostic {
    let earlier = &ledger.entries()[..meeting];
    let addresses: Vec<&str> = earlier.iter().map(|entry| entry.address).collect();
    let fault = Diagnostic::new(
        FollowUpFault::UnknownApproved,
        format!("aucune réunion précédente n’est à l’adresse « {named} »"),
    )
    .at(span.clone(), "");
    let held = earlier
        .iter()
        .rev()
        .find(|entry| entry.proceedings.is_held());
    let fault = match meant_by(named, earlier).or_else(|| suggestion(named, &addresses)) {
        Some(meant) => fault
            .help(format!("vouliez-vous dire \"{meant}\" ?"))
            .proposal(span, format!("\"{meant}\"")),
        None => {
            let fault =
                fault.help("c’est le chemin du compte rendu dans `meetings`, sans « .toml »");
            // Whether that one is meant only the writer knows: it is no proposal.
            match held {
                Some(latest) => fault.help(format!(
                    "la dernière réunion tenue avant celle-ci est à l’adresse \"{}\"",
                    latest.address
                )),
                None => fault,
            }
        }
    };
    mention_unread(fault, unread)
}

/// The one meeting that was named by the day on which it was held, by the end of its address, or by more than its address: the page's,
/// the file's.
fn meant_by<'a>(named: &str, earlier: &[Entry<'a>]) -> Option<&'a str> {
    let path = named.replace('\\', "/");
    let path = path.trim_end_matches("index.html").trim_end_matches('/');
    let path = path.strip_suffix(".toml").unwrap_or(path);
    let is_end = |long: &str, short: &str| {
        long.strip_suffix(short)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    };
    let dates = dates_in(named);
    let day = match dates.as_slice() {
        [typed] => typed.date(),
        _ => named.trim().parse().ok(),
    };
    let is_named = |entry: &&Entry<'a>| {
        !path.is_empty() && (is_end(entry.address, path) || is_end(path, entry.address))
    };
    let is_on_day = |entry: &&Entry<'a>| day == Some(entry.proceedings.date);
    only(earlier.iter().filter(is_named)).or_else(|| only(earlier.iter().filter(is_on_day)))
}

/// The address of the one meeting there is.
fn only<'e, 'a: 'e>(mut meetings: impl Iterator<Item = &'e Entry<'a>>) -> Option<&'a str> {
    let first = meetings.next()?;
    meetings.next().is_none().then_some(first.address)
}

fn mention_unread(fault: Diagnostic, unread: usize) -> Diagnostic {
    match unread {
        0 => fault,
        1 => fault.help("un compte rendu n’a pas pu être lu : corrigez-le d’abord"),
        _ => fault.help(format!(
            "{unread} comptes rendus n’ont pas pu être lus : corrigez-les d’abord"
        )),
    }
}

/// That the `id` of action points was given to earlier ones: whoever follows one of them must then say which.
#[must_use]
pub fn repeated_ids(ledger: &Ledger<'_>, meeting: usize, places: &Places) -> Vec<Diagnostic> {
    let with_id = ledger
        .taken_at(meeting)
        .filter(|action| ledger.taken(*action).has_id);
    let spans: Vec<(usize, &Span)> = with_id.zip(&places.ids).collect();
    let repeated = ledger.repeated_ids(meeting).into_iter();
    let doubts = repeated.filter_map(|(action, first)| {
        let (_, span) = spans.iter().find(|(with_id, _)| *with_id == action)?;
        let id = ledger.taken(action).anchor;
        let first_day = day_of(ledger, ledger.taken_by(first));
        Some(
            Diagnostic::new(
                FollowUpDoubt::RepeatedId,
                format!("l’adresse `{id}` est celle d’une autre action de la série"),
            )
            .at(
                (*span).clone(),
                format!("donnée à la réunion du {}", first_day),
            )
            .help("choisissez un autre `id`, ou suivez la première dans un bloc [[suivi]]"),
        )
    });
    doubts.collect()
}

/// That the registers of the site are judged on a day before the last meeting held, and of which meeting it is told: from then on nothing is
/// late any more.
#[must_use]
pub fn past_day(ledger: &Ledger<'_>, day: Date) -> Option<(usize, Diagnostic)> {
    let entries = ledger.entries();
    let last = entries
        .iter()
        .rposition(|entry| entry.proceedings.is_held())?;
    let is_past = day < entries[last].proceedings.date;
    let doubt = Diagnostic::new(
        FollowUpDoubt::PastDay,
        "le jour du suivi, dans greffier.toml, précède cette réunion",
    );
    let doubt = doubt.help(format!(
        "supprimez `jour` sous [suivi], ou changez-le : les pages du site disent ce qui est en retard le {}",
        long_date(day)
    ));
    is_past.then_some((last, doubt))
}
