//! What the messages say, for their templates. Field names in French are the templates'.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::letter::Enclosure;
use crate::archive::{Circulated, OpenAction};
use crate::french::dates::long_date;
use crate::french::days::Days;
use crate::french::folding::fold;
use crate::french::formulas::{put_off, titled_document};
use crate::french::hours::at_clock_time;
use crate::french::typography::{self, Profile, correct, title_with_part};
use crate::french::words::all_late;
use crate::minutes::{self, FollowUpRow, Minutes, due_words};
use crate::record::{DueDate, Status, is_placeholder};

/// The machine that messages belong to in a series without a site: a name that no machine has (RFC 2606).
const NO_HOST: &str = "greffier.invalid";

/// What goes out, said.
pub(super) struct Outgoing<'a> {
    pub(super) circulated: &'a Circulated,
    pub(super) decisions: Vec<Decision>,
    pub(super) actions: Vec<Action>,
    /// What became of action points of earlier meetings.
    pub(super) progress: Vec<Progress>,
}

/// What a template of a message may show.
#[derive(Serialize)]
pub(super) struct Message<'a> {
    /// On one line.
    #[serde(rename = "sujet")]
    pub(super) subject: String,
    decisions: &'a [Decision],
    /// Those of the meeting; in a message to an owner, their own that are open, the late ones first.
    actions: &'a [Action],
    #[serde(rename = "avancement")]
    progress: &'a [Progress],
    /// The next meeting, a sentence; in a message to an owner, the meeting to come of the series.
    #[serde(rename = "prochaine_reunion")]
    next_meeting: Option<&'a str>,
    /// What goes with the message to all: *compte rendu*, *projet de compte rendu*.
    #[serde(rename = "document_joint")]
    document: String,
    /// The names of the files that go with it.
    #[serde(rename = "pieces_jointes")]
    attachments: Vec<&'a str>,
    /// Whether one of these is a calendar with a meeting to come.
    #[serde(rename = "avec_agenda")]
    adds: bool,
    /// Whether one of these is a calendar that takes out a meeting.
    #[serde(rename = "ote_de_l_agenda")]
    takes_out: bool,
    /// Whom the message is for, if it is for one owner.
    #[serde(rename = "responsable")]
    owner: Option<&'a str>,
    /// How many of the actions are late.
    #[serde(rename = "en_retard")]
    late: usize,
}

/// A decision, with the theme that it stands in, and the part of it.
#[derive(Serialize)]
pub(super) struct Decision {
    pub(super) theme: String,
    /// The title of that part alone, if it stands in one.
    #[serde(rename = "partie")]
    pub(super) part: Option<String>,
    #[serde(rename = "numero")]
    pub(super) number: Option<String>,
    /// Markup.
    #[serde(rename = "texte")]
    pub(super) text: String,
    pub(super) vote: Option<String>,
}

/// An action point, with the theme that it stands in, and the part of it.
#[derive(Clone, Serialize)]
pub(super) struct Action {
    pub(super) theme: String,
    /// The title of that part alone, if it stands in one.
    #[serde(rename = "partie")]
    pub(super) part: Option<String>,
    #[serde(rename = "numero")]
    pub(super) number: Option<String>,
    /// Markup.
    #[serde(rename = "texte")]
    pub(super) text: String,
    #[serde(rename = "responsables")]
    pub(super) owners: Vec<String>,
    #[serde(rename = "echeance")]
    pub(super) due: Option<Date>,
    #[serde(rename = "echeance_en_mots")]
    pub(super) due_in_words: Option<String>,
    /// *reportée deux fois, d’abord fixée au 31 mars*.
    #[serde(rename = "report")]
    put_off: Option<String>,
    #[serde(rename = "statut")]
    status: Option<String>,
    #[serde(rename = "en_retard")]
    pub(super) is_late: bool,
    /// Whether there is nothing left to do.
    #[serde(rename = "clos")]
    pub(super) is_closed: bool,
    /// The day of the meeting that took it.
    #[serde(rename = "date_de_reunion")]
    meeting: Date,
    /// Where it stands on the site, if the series tells the site's address.
    #[serde(rename = "adresse")]
    address: Option<String>,
}

/// What became of an action point of an earlier meeting.
#[derive(Serialize)]
pub(super) struct Progress {
    #[serde(rename = "numero")]
    pub(super) number: Option<String>,
    /// Markup.
    #[serde(rename = "texte")]
    pub(super) text: String,
    #[serde(rename = "responsables")]
    pub(super) owners: Vec<String>,
    /// *fait*, *pour le 30 juin 2026, reportée, d’abord fixée au 31 mars*; nothing where the minutes tell nothing but a comment.
    #[serde(rename = "dit")]
    pub(super) said: String,
    /// What was said of it, markup.
    #[serde(rename = "commentaire")]
    pub(super) comment: Option<String>,
}

impl<'a> Outgoing<'a> {
    pub(super) fn new(circulated: &'a Circulated) -> Self {
        let minutes = &circulated.minutes;
        let is_held = minutes.is_held;
        let mut outgoing = Self {
            circulated,
            decisions: Vec::new(),
            actions: Vec::new(),
            progress: progress(minutes),
        };
        for theme in minutes.themes().filter(|_| is_held) {
            for (part, content) in theme.contents_by_part() {
                let place = || title_with_part(&theme.title, part).into_owned();
                let decisions = content.decisions.iter();
                let decisions = decisions.filter(|one| !is_placeholder(&one.text));
                outgoing.decisions.extend(decisions.map(|one| Decision {
                    theme: place(),
                    part: part.map(str::to_owned),
                    number: one.number.clone(),
                    text: one.text.clone(),
                    vote: one.vote.clone(),
                }));
                let actions = content.actions.iter();
                let actions = actions.filter(|one| !is_placeholder(&one.text));
                outgoing.actions.extend(actions.map(|one| Action {
                    part: part.map(str::to_owned),
                    ..action(circulated, place(), content, one)
                }));
            }
        }
        outgoing
    }

    /// The message to all.
    pub(super) fn message(&'a self, enclosures: &'a [Enclosure]) -> Message<'a> {
        let invitation = self.circulated.invitation.as_ref();
        Message {
            subject: self.subject(),
            decisions: &self.decisions,
            actions: &self.actions,
            progress: &self.progress,
            next_meeting: self.circulated.next_meeting.as_deref(),
            document: self.document(),
            attachments: enclosures.iter().map(|one| one.name.as_str()).collect(),
            adds: invitation.is_some_and(|one| one.adds),
            takes_out: invitation.is_some_and(|one| one.takes_out),
            owner: None,
            late: 0,
        }
    }

    /// The message to an owner of these actions.
    pub(super) fn reminder(&'a self, owner: &'a str, actions: &'a [Action]) -> Message<'a> {
        let late = actions.iter().filter(|one| one.is_late).count();
        let minutes = &self.circulated.minutes;
        let (labels, in_sentence) = (&minutes.labels, &minutes.words.late);
        let all_late = all_late(actions.len(), late, &labels.late);
        let count = match (late, all_late) {
            (0, _) => String::new(),
            (_, Some(all_late)) => format!(", {all_late}"),
            (late, None) => format!(", dont {late} {in_sentence}"),
        };
        let subject = format!(
            "{}\u{a0}: {owner} ({}{count})",
            labels.owner_actions,
            actions.len()
        );
        Message {
            subject: no_break(&subject),
            decisions: &[],
            actions,
            progress: &[],
            next_meeting: self.circulated.to_come.as_deref(),
            document: self.document(),
            attachments: Vec::new(),
            adds: false,
            takes_out: false,
            owner: Some(owner),
            late,
        }
    }

    /// *compte rendu*, *projet de compte rendu*.
    fn document(&self) -> String {
        let minutes = &self.circulated.minutes;
        let noun = noun(minutes);
        match minutes.draft_mark {
            Some(_) => format!("projet de {noun}"),
            None => noun.to_owned(),
        }
    }

    /// *Compte rendu de la réunion du 14 avril 2026, Cluster Relèvement Rapide*.
    pub(super) fn subject(&self) -> String {
        let minutes = &self.circulated.minutes;
        let hour = self.circulated.hour.map(at_clock_time);
        let hour = hour.map(|hour| format!(" {hour}")).unwrap_or_default();
        // A title that says the day already is not given it twice.
        let days = match minutes.title_says_day {
            true => String::new(),
            false => format!(
                " {}{hour}",
                Days::new(minutes.date, minutes.last_day).with_de()
            ),
        };
        let (title, mention) = with_mention_apart(&minutes.title);
        let body = minutes.body.as_deref().or(minutes.series.as_deref());
        let body = body.filter(|body| !fold(&minutes.title).contains(&fold(body)));
        let body = body.map(|body| format!(", {body}")).unwrap_or_default();
        no_break(&format!("{title}{days}{mention}{body}"))
    }

    /// The machine that the messages belong to: that of the site.
    pub(super) fn host(&self) -> &str {
        let site = self.circulated.config.site_address.as_deref();
        let host = site
            .and_then(|site| site.split_once("://"))
            .map(|(_, rest)| {
                let end = rest.find(['/', ':', '?', '#']).unwrap_or(rest.len());
                &rest[..end]
            });
        let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
        let is_name = |host: &&str| {
            host.bytes().all(is_sign) && host.split('.').all(|label| !label.is_empty())
        };
        host.filter(is_name).unwrap_or(NO_HOST)
    }

    /// An action of an earlier meeting, as it stands.
    pub(super) fn open(&self, one: &OpenAction) -> Action {
        let (due, due_in_words) = match &one.due {
            None => (None, None),
            Some(DueDate::On(day)) => (Some(*day), None),
            Some(DueDate::Words(words)) => (None, Some(correct(words))),
        };
        let earlier: Vec<_> = one.earlier_dues.iter().map(due_words).collect();
        let put_off = put_off(&earlier, one.due.as_ref().map(due_words));
        let site = self.circulated.config.site_address.as_ref();
        // What the public page does not show at that place has no address.
        let site = site.filter(|_| one.is_public);
        let part = one.part.as_deref().map(typography::title);
        let theme = typography::title(&one.theme);
        Action {
            theme: title_with_part(&theme, part.as_deref()).into_owned(),
            part,
            number: one.number.as_deref().map(correct),
            text: one.text.clone(),
            owners: one.owners.iter().map(|owner| correct(owner)).collect(),
            due,
            due_in_words,
            put_off: put_off.map(|said| correct(&said)),
            status: one.status.as_deref().map(correct),
            is_late: one.is_late,
            is_closed: false,
            meeting: one.date,
            address: site.map(|site| format!("{site}/{}/#{}", one.address, one.anchor)),
        }
    }
}

/// What the minutes are: what their title says, or what the series calls them.
pub(super) fn noun(minutes: &Minutes) -> &'static str {
    titled_document(&minutes.title).unwrap_or(minutes.words.document)
}

/// A title, and the mention of a state that ends it, which is of the whole and not of the day behind it: *Rapport de mission*,
/// ` (projet)`.
fn with_mention_apart(title: &str) -> (&str, &str) {
    const MENTIONS: [&str; 4] = ["(projet)", "(convocation)", "(annulation)", "(report)"];
    let mut mentions = MENTIONS.iter();
    let bare = mentions.find_map(|mention| title.strip_suffix(mention));
    title.split_at(bare.map_or(title.len(), |bare| bare.trim_end().len()))
}

/// An action of the meeting itself. Where it names nobody, who has the theme as a whole has it too.
fn action(
    circulated: &Circulated,
    theme: String,
    content: &minutes::Content,
    one: &minutes::Action,
) -> Action {
    let page = circulated.minutes.public_address.as_ref();
    let owners = match one.owners.is_empty() {
        true => &content.owners,
        false => &one.owners,
    };
    Action {
        theme,
        part: None,
        number: one.number.clone(),
        text: one.text.clone(),
        owners: owners
            .iter()
            .filter(|owner| !is_placeholder(owner))
            .cloned()
            .collect(),
        due: one.due,
        due_in_words: one
            .due_in_words
            .clone()
            .filter(|words| !is_placeholder(words)),
        put_off: None,
        status: one.status.clone(),
        is_late: false,
        is_closed: circulated.closed.contains(&one.anchor),
        meeting: circulated.minutes.date,
        address: page.map(|page| match circulated.is_public {
            true => format!("{page}#{}", one.anchor),
            false => page.clone(),
        }),
    }
}

/// What became of the action points of earlier meetings that the minutes of one that was held show, each once.
fn progress(minutes: &Minutes) -> Vec<Progress> {
    let mut seen = BTreeSet::new();
    let rows = minutes.followed().filter(|_| minutes.is_held);
    let rows = rows.filter(|row| seen.insert(row.address.as_str()));
    rows.map(|row| Progress {
        number: row.number.clone(),
        text: row.text.clone(),
        owners: row.owners.clone(),
        said: became(row, minutes),
        comment: row.comment.clone(),
    })
    .collect()
}

/// *fait*; *en cours, pour le 30 juin 2026, reportée, d’abord fixée au 31 mars*. What is closed is no longer due.
fn became(row: &FollowUpRow, minutes: &Minutes) -> String {
    let labels = &minutes.labels;
    let is_open = row.status_kind.is_none_or(|kind| !kind.is_closed());
    // That its date moved tells that it was put off.
    let is_told = row.status_kind == Some(Status::PutOff) && row.put_off.is_some();
    let status = row.status.clone().filter(|_| !is_told);
    let due = match (row.due, &row.due_in_words) {
        (Some(day), _) => Some(format!("pour le {}", long_date(day))),
        (None, words) => words
            .as_ref()
            .map(|words| format!("{} «\u{a0}{words}\u{a0}»", labels.due_date.to_lowercase())),
    };
    let due = [due, row.put_off.clone()].into_iter().filter(|_| is_open);
    let late = row.is_late.then(|| labels.late.clone());
    let said = [status].into_iter().chain(due).chain([late]).flatten();
    said.collect::<Vec<_>>().join(", ")
}

/// With no spaces that a mail program might lack.
pub(super) fn no_break(text: &str) -> String {
    Profile::NoBreak.spaced(text).into_owned()
}
