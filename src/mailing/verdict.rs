//! What an answer of the server comes to (RFC 5321, section 4.2.1). Pure.

/// The step of a delivery that the server answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// MAIL FROM: who sends.
    Sender,
    /// RCPT TO: who receives.
    Recipient,
    /// DATA, and the message.
    Message,
}

/// An answer of the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// Three digits.
    pub(super) code: u16,
    /// All of it on one line.
    pub(super) text: String,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The server takes it.
    Yes,
    /// It is tried again later, on this line.
    Later,
    /// It is tried again later; the server is about to hang up.
    HangUp,
    /// That address never will have it, and costs no other.
    Never,
    /// No address will have it.
    Stop,
    /// Nobody may send before telling who they are.
    LogIn,
    /// The message is too heavy, for whomever.
    TooHeavy,
}

/// The server takes no message of that weight (RFC 3463, section 3.4).
const TOO_HEAVY: &str = "5.3.4";

pub(super) fn verdict(step: Step, answer: &Answer) -> Verdict {
    match (answer.code, step) {
        (200..400, _) => Verdict::Yes,
        // RFC 1870, section 6.1: before the message by its announced weight, after it by its own.
        (552, Step::Sender) => Verdict::TooHeavy,
        (552, Step::Message) if answer.text.contains(TOO_HEAVY) => Verdict::TooHeavy,
        (421, _) => Verdict::HangUp,
        (400..500, _) => Verdict::Later,
        // RFC 4954, section 6.
        (530, _) => Verdict::LogIn,
        (_, Step::Sender) => Verdict::Stop,
        (_, Step::Recipient | Step::Message) => Verdict::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Step, Verdict, verdict};

    #[test]
    fn an_answer_has_its_verdict() {
        let answer = |code: u16, said: &str| Answer {
            code,
            text: format!("{code} {said}"),
        };
        for (step, code, expected) in [
            (Step::Sender, 250, Verdict::Yes),
            (Step::Message, 354, Verdict::Yes),
            (Step::Recipient, 251, Verdict::Yes),
            (Step::Recipient, 450, Verdict::Later),
            (Step::Sender, 451, Verdict::Later),
            (Step::Message, 452, Verdict::Later),
            (Step::Recipient, 421, Verdict::HangUp),
            (Step::Recipient, 550, Verdict::Never),
            (Step::Message, 554, Verdict::Never),
            (Step::Sender, 550, Verdict::Stop),
            (Step::Sender, 530, Verdict::LogIn),
            (Step::Recipient, 530, Verdict::LogIn),
            (Step::Sender, 552, Verdict::TooHeavy),
            // A mailbox may be full.
            (Step::Recipient, 552, Verdict::Never),
            (Step::Message, 552, Verdict::Never),
        ] {
            assert_eq!(
                verdict(step, &answer(code, "")),
                expected,
                "{step:?} {code}"
            );
        }
        for (step, said, expected) in [
            (Step::Message, "5.3.4 Message too big", Verdict::TooHeavy),
            (Step::Message, "5.2.2 Mailbox full", Verdict::Never),
            (Step::Recipient, "5.3.4 Too big for her", Verdict::Never),
        ] {
            assert_eq!(
                verdict(step, &answer(552, said)),
                expected,
                "{step:?} {said}"
            );
        }
    }
}
