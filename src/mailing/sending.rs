//! The messages, one after the other: what is tried again, what is not, and when a run stops.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::delivery::Delivery;
use super::fault::Fault;
use super::journal::Journal;
use super::noted::Event;
use super::verdict::{Verdict, verdict};
use super::wire::{Conversation, Credentials, Delivered};
use crate::contacts::Outbox;

/// What a server puts off is tried three times in a run.
const ROUNDS: usize = 3;
/// Three lines that broke one after the other, with no answer in between, end a run.
const MOST_BROKEN: usize = 3;

/// The server, and how it is dealt with.
pub struct Post<'a> {
    /// Where it is, and who sends.
    pub outbox: &'a Outbox,
    /// What it is told of who sends.
    pub credentials: Option<Credentials>,
    /// How long one waits.
    pub pace: Pace,
    /// The hour, for the journal.
    pub hour: &'a dyn Fn() -> String,
}

/// How long one waits.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// For an answer.
    pub answer: Duration,
    /// Before what failed is tried again.
    pub retry: Duration,
}

/// Who is told how it goes.
pub trait Follower {
    /// A message went out.
    fn sent(&self, delivery: &Delivery);
    /// An address is refused for good, with the server's answer.
    fn refused(&self, delivery: &Delivery, answer: &str);
    /// Nobody can tell whether a message went out.
    fn doubtful(&self, delivery: &Delivery, fault: &Fault);
    /// Nothing happens for so long, for that reason.
    fn waiting(&self, time: Duration, why: &str);
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Came {
    /// How many messages went out.
    pub sent: usize,
    /// How many the server refused for good.
    pub refused: usize,
    /// How many went out or not, nobody knows.
    pub doubtful: usize,
    /// What the server did not take this time, with its answer.
    pub postponed: Vec<(Delivery, String)>,
    /// How many were not tried, or not to the end.
    pub left: usize,
    /// Why the run stopped, if it did.
    pub fault: Option<Fault>,
}

/// Sends these messages, whose bytes `letter` gives, each noted in the journal.
pub fn send(
    post: &Post<'_>,
    deliveries: Vec<Delivery>,
    letter: &dyn Fn(&Delivery) -> Vec<u8>,
    journal: &mut Journal,
    follower: &dyn Follower,
) -> Came {
    let mut run = Run {
        post,
        letter,
        journal,
        follower,
        came: Came::default(),
        line: None,
        broken: 0,
        has_met: false,
        why_wait: None,
        last_began: None,
    };
    if let Err(fault) = run.meet(&deliveries) {
        run.came.left = deliveries.len();
        run.came.fault = Some(fault);
        return run.came;
    }
    let mut waiting: Vec<(Delivery, String)> = Vec::new();
    let mut queue = deliveries.into_iter();
    for round in 0..ROUNDS {
        if round > 0 && !waiting.is_empty() {
            run.pause(&format!("{} à plus tard", waiting.len()));
            let put_off = std::mem::take(&mut waiting);
            let put_off: Vec<Delivery> = put_off.into_iter().map(|(one, _)| one).collect();
            queue = put_off.into_iter();
        }
        while let Some(delivery) = queue.next() {
            match run.one(&delivery) {
                Ok(None) => {}
                Ok(Some(answer)) => waiting.push((delivery, answer)),
                Err(fault) => {
                    run.came.left = 1;
                    run.came.fault = Some(fault);
                }
            }
            if run.came.fault.is_some() {
                run.came.left += queue.len() + waiting.len();
                return run.came;
            }
        }
    }
    run.came.postponed = waiting;
    if let Some(line) = run.line {
        line.close();
    }
    run.came
}

/// A run under way.
struct Run<'a> {
    post: &'a Post<'a>,
    letter: &'a dyn Fn(&Delivery) -> Vec<u8>,
    journal: &'a mut Journal,
    follower: &'a dyn Follower,
    came: Came,
    line: Option<Conversation>,
    /// How many lines broke since the server answered last.
    broken: usize,
    /// Whether the server was met in this run.
    has_met: bool,
    /// Why the next line is not asked for at once.
    why_wait: Option<String>,
    last_began: Option<Instant>,
}

impl Run<'_> {
    /// Calls the server, and weighs each letter before anybody has one.
    fn meet(&mut self, deliveries: &[Delivery]) -> Result<(), Fault> {
        if deliveries.is_empty() {
            return Ok(());
        }
        let line = self.open()?;
        if let Some(limit) = line.heaviest() {
            for delivery in heaviest_of_each(deliveries) {
                let bytes = (self.letter)(delivery).len();
                if bytes > limit {
                    let file = delivery.file.clone();
                    line.close();
                    return Err(Fault::OverLimit { file, bytes, limit });
                }
            }
        }
        self.line = Some(line);
        Ok(())
    }

    /// Sends one message. The answer of the server, if it puts it off.
    fn one(&mut self, delivery: &Delivery) -> Result<Option<String>, Fault> {
        loop {
            let mut line = match self.line.take() {
                Some(line) => line,
                None => {
                    // A line that broke once is made anew at once: servers end those that were quiet for a while.
                    if let Some(why) = self.why_wait.take() {
                        self.pause(&why);
                    }
                    self.open()?
                }
            };
            self.keep_pace();
            let message = (self.letter)(delivery);
            let journal = &mut *self.journal;
            let hour = self.post.hour;
            let mut leaving = || {
                let noted = journal.note(&hour(), Event::Leaving, delivery, "");
                noted.map_err(Fault::Journal)
            };
            let sender = &self.post.outbox.sender;
            match line.deliver(sender, &delivery.address, &message, &mut leaving) {
                Delivered::Answered(step, answer) => {
                    let verdict = verdict(step, &answer);
                    if verdict == Verdict::HangUp {
                        self.broken += 1;
                        self.why_wait = Some(Fault::Busy(answer.text.clone()).to_string());
                    } else {
                        self.broken = 0;
                        self.line = Some(line);
                    }
                    return self.judge(verdict, delivery, answer.text);
                }
                Delivered::Broken { fault, in_doubt } => {
                    self.broken += 1;
                    if self.broken > 1 {
                        self.why_wait = Some(fault.to_string());
                    }
                    let ends = self.broken >= MOST_BROKEN || !fault.may_pass();
                    if in_doubt {
                        self.follower.doubtful(delivery, &fault);
                        self.came.doubtful += 1;
                        self.came.fault = Some(fault).filter(|_| ends);
                        return Ok(None);
                    }
                    if ends {
                        return Err(fault);
                    }
                }
            }
        }
    }

    fn judge(
        &mut self,
        verdict: Verdict,
        delivery: &Delivery,
        answer: String,
    ) -> Result<Option<String>, Fault> {
        let event = match verdict {
            Verdict::Yes => Event::Sent,
            Verdict::Never => Event::Refused,
            Verdict::Later
            | Verdict::HangUp
            | Verdict::Stop
            | Verdict::LogIn
            | Verdict::TooHeavy => Event::NotTaken,
        };
        let hour = (self.post.hour)();
        let noted = self.journal.note(&hour, event, delivery, &answer);
        match verdict {
            Verdict::Yes => {
                self.follower.sent(delivery);
                self.came.sent += 1;
            }
            Verdict::Never => {
                self.follower.refused(delivery, &answer);
                self.came.refused += 1;
            }
            Verdict::Later
            | Verdict::HangUp
            | Verdict::Stop
            | Verdict::LogIn
            | Verdict::TooHeavy => {}
        }
        // Before whatever the server says: the next run goes by what is noted.
        noted.map_err(Fault::Journal)?;
        match verdict {
            Verdict::Yes | Verdict::Never => Ok(None),
            Verdict::HangUp if self.broken >= MOST_BROKEN => Err(Fault::Busy(answer)),
            Verdict::Later | Verdict::HangUp => Ok(Some(answer)),
            Verdict::Stop => Err(Fault::Sender(answer)),
            Verdict::LogIn => Err(Fault::LoginWanted(answer)),
            Verdict::TooHeavy => Err(Fault::TooHeavy(answer)),
        }
    }

    /// Calls the server. One that was never met is called once, unless it says itself that it is busy.
    fn open(&mut self) -> Result<Conversation, Fault> {
        let mut calls = 0;
        loop {
            calls += 1;
            let post = self.post;
            match Conversation::open(post.outbox, post.credentials.as_ref(), post.pace.answer) {
                Ok(line) => {
                    self.has_met = true;
                    return Ok(line);
                }
                Err(fault) => {
                    let is_busy = matches!(fault, Fault::Busy(_));
                    let may_pass = is_busy || (self.has_met && fault.may_pass());
                    if calls >= MOST_BROKEN || !may_pass {
                        return Err(fault);
                    }
                    self.pause(&fault.to_string());
                }
            }
        }
    }

    /// No more messages in a minute than the server is to have.
    fn keep_pace(&mut self) {
        let apart = Duration::from_secs(60) / self.post.outbox.per_minute;
        if let Some(last) = self.last_began {
            std::thread::sleep(apart.saturating_sub(last.elapsed()));
        }
        self.last_began = Some(Instant::now());
    }

    fn pause(&self, why: &str) {
        self.follower.waiting(self.post.pace.retry, why);
        std::thread::sleep(self.post.pace.retry);
    }
}

/// Of each letter, the delivery to the longest address: no other of that letter is heavier.
fn heaviest_of_each(deliveries: &[Delivery]) -> impl Iterator<Item = &Delivery> {
    let mut of_letters: BTreeMap<usize, &Delivery> = BTreeMap::new();
    for delivery in deliveries {
        let heaviest = of_letters.entry(delivery.letter).or_insert(delivery);
        if delivery.address.len() > heaviest.address.len() {
            *heaviest = delivery;
        }
    }
    of_letters.into_values()
}
