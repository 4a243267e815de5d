//! `greffier send --smtp`: the messages go through the server of `contacts.toml`, after a question.

use std::cell::Cell;
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;
use std::time::Duration;

use super::Stop;
use super::arguments::SendArguments;
use super::messages::{result, say, shown, some_of};
use super::progress::Progress;
use super::secret::credentials;
use crate::circulation::{Letter, Sender};
use crate::contacts::{CONTACTS_FILE, Contacts, Outbox};
use crate::files::{Lock, Locking};
use crate::french::words::counted;
use crate::mailing::{
    Came, Delivery, Fault, Follower, JOURNAL_FILE, Journal, JournalFault, Pace, Plan, Post, Source,
    plan, send,
};

/// What keeps two runs apart there.
const LOCK: &str = ".envois.lock";

/// The server of the contacts, which must tell of one.
pub(super) fn outbox(contacts: &Contacts) -> Result<&Outbox, Stop> {
    contacts.outbox.as_ref().ok_or_else(|| {
        Stop(format!(
            "{CONTACTS_FILE} ne dit pas par quel serveur envoyer ; ajoutez-y un bloc [envoi] avec serveur = \"smtp.example.org\" et expediteur = \"vous@example.org\""
        ))
    })
}

/// Who would have what; nothing is written or sent.
pub(super) fn rehearse(
    outbox: &Outbox,
    letters: &[Letter],
    source: &Source,
    again: bool,
) -> Result<ExitCode, Stop> {
    let journal = Journal::read(source, again).map_err(unknown)?;
    tell_taken_over(&journal);
    let plan = plan(deliveries(letters, source), &journal, again);
    for one in &plan.to_send {
        result(&format!("{} → {}", one.file, one.address));
    }
    tell_kept_back(&plan);
    say(&format!(
        "{} à envoyer, par {}, de la part de {}. Rien n’est envoyé.",
        counted(plan.to_send.len() as u64, "message"),
        outbox.server,
        outbox.sender
    ));
    Ok(ExitCode::SUCCESS)
}

/// Sends what has not gone out yet.
pub(super) fn post(
    outbox: &Outbox,
    letters: &[Letter],
    source: &Source,
    arguments: &SendArguments,
) -> Result<ExitCode, Stop> {
    let Locking::Ours(_lock) = Lock::alone(&source.folder.join(LOCK))? else {
        return Err(Stop(
            "un autre envoi de cette réunion est en cours ; attendez qu’il finisse".into(),
        ));
    };
    let mut journal = Journal::open(source, arguments.again).map_err(unknown)?;
    tell_taken_over(&journal);
    let plan = plan(deliveries(letters, source), &journal, arguments.again);
    tell_kept_back(&plan);
    if plan.to_send.is_empty() {
        say("Rien à envoyer.");
        return Ok(code(kept_back(&plan)));
    }
    if !arguments.yes && !is_wanted(outbox, &plan)? {
        say("Rien n’est envoyé.");
        return Ok(ExitCode::SUCCESS);
    }
    let credentials = outbox.user.as_deref().map(credentials).transpose()?;
    let post = Post {
        outbox,
        credentials,
        pace: Pace {
            answer: Duration::from_secs(arguments.timeout),
            retry: Duration::from_secs(arguments.retry),
        },
        hour: &|| now("%Y-%m-%d %H:%M"),
    };
    let sender = Sender {
        name: outbox.sender_name.clone(),
        address: outbox.sender.clone(),
    };
    let letter = |one: &Delivery| {
        let now = jiff::ZonedDateTime::now();
        let letter = letters.get(one.letter);
        letter.map_or_else(Vec::new, |letter| {
            letter.for_address(&one.address, &sender, &now)
        })
    };
    let teller = Teller::new(plan.to_send.len());
    let kept_back = kept_back(&plan);
    let came = send(&post, plan.to_send, &letter, &mut journal, &teller);
    teller.progress.clear();
    Ok(tell(&came, kept_back))
}

/// Why nothing is sent where it is not known what went out.
fn unknown(fault: JournalFault) -> Stop {
    const HELP: &str = "on ne sait plus qui a le message ; rétablissez ce fichier d’une copie, ou ajoutez --again, qui envoie à tous ceux dont l’envoi n’y est pas noté";
    match fault {
        JournalFault::File(error) => error.into(),
        JournalFault::Unreadable { path, line } => Stop(format!(
            "la ligne {line} de {} n’est pas lisible : {HELP}",
            shown(&path)
        )),
        JournalFault::Short { path, missing } => Stop(format!(
            "il manque {} dans {} : {HELP}",
            counted(missing as u64, "envoi"),
            shown(&path)
        )),
    }
}

/// What went out before the meeting had its folder.
fn tell_taken_over(journal: &Journal) {
    for path in journal.taken_over() {
        say(&format!(
            "Ce qui est noté dans {} compte aussi : la réunion avait un autre dossier.",
            shown(path)
        ));
    }
}

fn now(form: &str) -> String {
    jiff::ZonedDateTime::now().strftime(form).to_string()
}

/// Each letter to each of its addresses.
fn deliveries(letters: &[Letter], source: &Source) -> Vec<Delivery> {
    let numbered = letters.iter().enumerate();
    let deliveries = numbered.flat_map(|(number, letter)| {
        let version = letter.version();
        let other_versions = letter.other_versions(&source.addresses);
        letter.addresses.iter().map(move |address| Delivery {
            letter: number,
            file: letter.file.clone(),
            other_files: letter.other_files.clone(),
            kind: letter.kind.clone(),
            version: version.clone(),
            other_versions: other_versions.clone(),
            address: address.clone(),
        })
    });
    deliveries.collect()
}

/// How many have not the message as it is now, as far as is known, and are not sent it.
fn kept_back(plan: &Plan) -> usize {
    plan.earlier.len() + plan.doubtful.len() + plan.refused.len()
}

/// What does not go out, and why.
fn tell_kept_back(plan: &Plan) {
    if !plan.sent.is_empty() {
        say(&format!(
            "{} déjà : d’après {JOURNAL_FILE}, rien n’est envoyé deux fois.",
            went_out(plan.sent.len())
        ));
    }
    for (list, what) in [
        (&plan.earlier, "ont le message d’avant vos corrections"),
        (
            &plan.doubtful,
            "ont peut-être reçu le message : la liaison s’est coupée avant la réponse du serveur",
        ),
        (&plan.refused, "ont été refusées par le serveur"),
    ] {
        if !list.is_empty() {
            let named: Vec<String> = list.iter().map(named).collect();
            say(&format!(
                "avis : ces adresses {what} : {} ; --again leur envoie le message de nouveau",
                some_of(&named)
            ));
        }
    }
}

fn went_out(count: usize) -> String {
    match count {
        0 => "Aucun message n’est parti".into(),
        1 => "1 message est parti".into(),
        count => format!("{count} messages sont partis"),
    }
}

fn named(one: &Delivery) -> String {
    format!("{} ({})", one.address, one.file)
}

/// Asks before the first message.
fn is_wanted(outbox: &Outbox, plan: &Plan) -> Result<bool, Stop> {
    let count = counted(plan.to_send.len() as u64, "message");
    if !std::io::stdin().is_terminal() {
        return Err(Stop(format!(
            "{count} à envoyer, et personne à qui le demander ; ajoutez --yes pour envoyer sans question, ou --dry-run pour voir"
        )));
    }
    for one in &plan.to_send {
        say(&format!("  {} → {}", one.file, one.address));
    }
    say(&format!(
        "Envoyer {count}, par {}, de la part de {} ? Tapez oui, puis Entrée :",
        outbox.server, outbox.sender
    ));
    let mut answer = String::new();
    let read = std::io::stdin().lock().read_line(&mut answer);
    let answer = answer.trim().to_lowercase();
    Ok(read.is_ok() && ["o", "oui"].contains(&answer.as_str()))
}

/// What came of it, and its exit code: 0 all went out, 1 somebody has not the message, 2 the run stopped.
fn tell(came: &Came, kept_back: usize) -> ExitCode {
    say(&format!("{}.", went_out(came.sent)));
    for (one, answer) in &came.postponed {
        say(&format!(
            "avis : {} n’a pas le message : le serveur le remet à plus tard ({answer})",
            named(one)
        ));
    }
    if !came.postponed.is_empty() {
        say("Relancez plus tard la même commande : elle n’enverra que ceux-là.");
    }
    let Some(fault) = &came.fault else {
        return code(kept_back + came.refused + came.doubtful + came.postponed.len());
    };
    say(&format!("erreur : {fault}"));
    say(&format!("  aide : {}", fault.help()));
    match came.left {
        0 => {}
        1 => say("Il reste 1 message à envoyer."),
        left => say(&format!("Il reste {left} messages à envoyer.")),
    }
    ExitCode::from(2)
}

fn code(without: usize) -> ExitCode {
    ExitCode::from(u8::from(without > 0))
}

/// Tells how it goes.
struct Teller {
    progress: Progress,
    sent: Cell<usize>,
}

impl Teller {
    fn new(count: usize) -> Self {
        let progress = Progress::new(true);
        progress.counts(count, "messages");
        Self {
            progress,
            sent: Cell::new(0),
        }
    }
}

impl Follower for Teller {
    fn sent(&self, _: &Delivery) {
        self.sent.set(self.sent.get() + 1);
        self.progress.advance();
    }

    fn refused(&self, delivery: &Delivery, answer: &str) {
        self.progress.advance();
        self.progress.aside(|| {
            say(&format!(
                "avis : le serveur refuse {} : {answer}",
                named(delivery)
            ));
        });
    }

    fn doubtful(&self, delivery: &Delivery, fault: &Fault) {
        self.progress.advance();
        self.progress.aside(|| {
            say(&format!(
                "avis : {} a peut-être le message, peut-être pas : {fault} ; demandez-le-lui, et --again le lui envoie de nouveau",
                named(delivery)
            ));
        });
    }

    fn waiting(&self, time: Duration, why: &str) {
        self.progress.aside(|| {
            say(&format!("{why} : nouvel essai dans {} s.", time.as_secs()));
        });
    }
}
