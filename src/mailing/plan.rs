//! What is to go out, by what went out before. Pure.

use super::delivery::Delivery;
use super::journal::Journal;
use super::noted::Event;

/// What is to be done with each delivery.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// They go out.
    pub to_send: Vec<Delivery>,
    /// They went out, just so.
    pub sent: Vec<Delivery>,
    /// The address has the letter as it was before it was corrected.
    pub earlier: Vec<Delivery>,
    /// Nobody can tell whether they went out.
    pub doubtful: Vec<Delivery>,
    /// A server refused them for good.
    pub refused: Vec<Delivery>,
}

/// What is to be done with these deliveries. With `again`, only what went out just so does not go out again.
#[must_use]
pub fn plan(deliveries: Vec<Delivery>, journal: &Journal, again: bool) -> Plan {
    let mut plan = Plan::default();
    for delivery in deliveries {
        let known = journal.last(&delivery);
        let list = match known {
            Some((Event::Sent, true)) => &mut plan.sent,
            None => &mut plan.to_send,
            Some(_) if again => &mut plan.to_send,
            Some((Event::Sent, _)) => &mut plan.earlier,
            Some((Event::Leaving, _)) => &mut plan.doubtful,
            Some((Event::Refused, _)) => &mut plan.refused,
            Some((Event::NotTaken, _)) => &mut plan.to_send,
        };
        list.push(delivery);
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::{Delivery, Event, Journal, plan};

    fn to(address: &str) -> Delivery {
        Delivery {
            letter: 0,
            file: "message.eml".into(),
            other_files: Vec::new(),
            kind: "projet".into(),
            version: "v2".into(),
            other_versions: Vec::new(),
            address: address.into(),
        }
    }

    #[test]
    fn what_went_out_is_not_sent_again() {
        let names = ["new", "same", "old", "doubt", "no", "later"];
        let deliveries: Vec<Delivery> = names.map(to).to_vec();
        let mut journal = Journal::default();
        for (event, version, address) in [
            (Event::Sent, "v2", "same"),
            (Event::Leaving, "v1", "old"),
            (Event::Sent, "v1", "old"),
            (Event::Leaving, "v2", "doubt"),
            (Event::Refused, "v2", "no"),
            (Event::Leaving, "v2", "later"),
            (Event::NotTaken, "v2", "later"),
        ] {
            let known = Delivery {
                version: version.into(),
                ..to(address)
            };
            journal.learn(event, &known);
        }
        let first = plan(deliveries.clone(), &journal, false);
        assert_eq!(first.to_send, ["new", "later"].map(to));
        assert_eq!(first.sent, [to("same")]);
        assert_eq!(first.earlier, [to("old")]);
        assert_eq!(first.doubtful, [to("doubt")]);
        assert_eq!(first.refused, [to("no")]);
        let again = plan(deliveries, &journal, true);
        assert_eq!(
            again.to_send,
            ["new", "old", "doubt", "no", "later"].map(to)
        );
        assert_eq!(again.sent, [to("same")]);
    }

    /// What a letter was that went out, and what is to go out: only the same kind, said otherwise, is a correction. What an old line does
    /// not tell may be any.
    #[test]
    fn a_letter_of_another_kind_corrects_nothing() {
        for (before, now, goes_out) in [
            ("convocation", "projet", true),
            ("projet", "compte-rendu", true),
            ("soumis", "compte-rendu", true),
            ("convocation", "annulation", true),
            ("report-2026-03-24", "report-2026-04-07", true),
            ("rappel-2026-03-03", "rappel-2026-04-15", true),
            ("projet", "projet", false),
            ("", "projet", false),
        ] {
            let of = |kind: &str, version: &str| Delivery {
                kind: kind.into(),
                version: version.into(),
                ..to("awa@example.org")
            };
            let mut journal = Journal::default();
            journal.learn(Event::Sent, &of(before, "v1"));
            let plan = plan(vec![of(now, "v2")], &journal, false);
            let lists = (plan.to_send.len(), plan.earlier.len());
            let expected = if goes_out { (1, 0) } else { (0, 1) };
            assert_eq!(lists, expected, "{before}, {now}");
        }
    }

    /// What counts is the last letter that an address had: a meeting that is convened again after it was cancelled is told anew.
    #[test]
    fn a_letter_counts_until_another_kind_comes() {
        use Event::{Leaving, NotTaken, Refused, Sent};
        type Had<'e> = &'e [(&'e str, Event)];
        let cases: [(Had<'_>, &str, bool); 8] = [
            (
                &[("convocation", Sent), ("annulation", Sent)],
                "convocation",
                true,
            ),
            (
                &[("convocation", Sent), ("annulation", Leaving)],
                "convocation",
                true,
            ),
            (
                &[("convocation", Sent), ("annulation", Refused)],
                "convocation",
                false,
            ),
            (
                &[("convocation", Sent), ("annulation", NotTaken)],
                "convocation",
                false,
            ),
            (
                &[("annulation", Sent), ("convocation", Sent)],
                "convocation",
                false,
            ),
            (
                &[("convocation", Sent), ("annulation", Sent)],
                "annulation",
                false,
            ),
            (&[("", Sent), ("annulation", Sent)], "convocation", true),
            (&[("projet", Sent), ("compte-rendu", Sent)], "projet", true),
        ];
        for (events, now, goes_out) in cases {
            let mut journal = Journal::default();
            let of = |kind: &str| Delivery {
                kind: kind.into(),
                ..to("awa@example.org")
            };
            for (kind, event) in events {
                journal.learn(*event, &of(kind));
            }
            let plan = plan(vec![of(now)], &journal, false);
            assert_eq!(plan.to_send.len() == 1, goes_out, "{events:?}, {now}");
        }
    }

    /// The day, file and text of the reminders that an address had, those of the next, and what becomes of it.
    #[test]
    fn a_reminder_goes_out_once_and_again_on_a_later_day() {
        let of = |day: &str, file: &str, text: &str| Delivery {
            file: file.into(),
            kind: format!("rappel-{day}"),
            version: text.into(),
            other_versions: vec![format!("old-{text}")],
            ..to("awa@example.org")
        };
        const MARCH: (&str, &str, &str) = ("2026-03-17", "awa.eml", "a");
        const APRIL: (&str, &str, &str) = ("2026-04-14", "awa.eml", "b");
        for (had, (day, file, text), expected) in [
            (vec![APRIL], ("2026-04-14", "awa.eml", "b"), "sent"),
            (vec![APRIL], ("2026-04-15", "awa.eml", "b"), "sent"),
            (vec![APRIL], ("2026-04-01", "awa.eml", "b"), "sent"),
            (vec![APRIL], ("2026-04-15", "mme-awa.eml", "b"), "sent"),
            (vec![MARCH, APRIL], ("2026-05-12", "awa.eml", "a"), "sent"),
            (vec![("2026-03-17", "awa.eml", "old-b")], APRIL, "sent"),
            (vec![MARCH], APRIL, "to send"),
            (vec![APRIL], ("2026-04-15", "awa.eml", "c"), "to send"),
            (vec![APRIL], ("2026-04-14", "ali.eml", "c"), "to send"),
            (vec![APRIL], ("2026-04-14", "awa.eml", "c"), "earlier"),
            (vec![APRIL], ("2026-04-07", "awa.eml", "c"), "earlier"),
            (
                vec![MARCH, APRIL],
                ("2026-04-07", "awa.eml", "c"),
                "earlier",
            ),
        ] {
            let mut journal = Journal::default();
            for (day, file, text) in &had {
                journal.learn(Event::Sent, &of(day, file, text));
            }
            let plan = plan(vec![of(day, file, text)], &journal, false);
            let lists = [
                ("sent", plan.sent.len()),
                ("to send", plan.to_send.len()),
                ("earlier", plan.earlier.len()),
            ];
            let list = lists.iter().find(|(_, count)| *count == 1);
            assert_eq!(list, Some(&(expected, 1)), "{had:?}, {day} {file} {text}");
        }
    }

    /// An owner who is called otherwise since has the reminder of that day; another whose file is there too, or none of whose names it bears,
    /// has not.
    #[test]
    fn a_reminder_is_known_under_each_name_of_its_owner() {
        let of = |file: &str, others: &[&str], version: &str| Delivery {
            file: file.into(),
            other_files: others.iter().map(|&one| one.to_owned()).collect(),
            kind: "rappel-2026-04-14".into(),
            version: version.into(),
            ..to("eau@example.org")
        };
        let cases: [(&str, &[&str], bool); 6] = [
            ("agence-de-l-eau.eml", &["dnh.eml"], false),
            ("agence-de-l-eau.eml", &["onep.eml", "dnh.eml"], false),
            ("dnh.eml", &[], false),
            ("dnh.eml", &["agence-de-l-eau.eml"], false),
            ("agence-de-l-eau.eml", &[], true),
            ("agence-de-l-eau.eml", &["onep.eml"], true),
        ];
        for (file, others, goes_out) in cases {
            let mut journal = Journal::default();
            journal.learn(Event::Sent, &of("dnh.eml", &[], "v1"));
            let plan = plan(vec![of(file, others, "v2")], &journal, false);
            let lists = (plan.to_send.len(), plan.earlier.len());
            let expected = if goes_out { (1, 0) } else { (0, 1) };
            assert_eq!(lists, expected, "{file}, {others:?}");
        }
    }
}
