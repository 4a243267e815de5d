//! A short text for a telephone: whole sentences, as many as there is room for, and the address of the page.

use super::said::{Action, Decision, Outgoing, Progress, no_break, noun};
use crate::french::dates::long_date;
use crate::french::typography::{Profile, phrase};
use crate::french::words::{capital_first, counted};
use crate::markup;
use crate::minutes::{Approval, Minutes, shortened};

/// At most 1 500 characters: what one reads on a telephone, and no message is cut in two.
const MOST: usize = 1500;
/// At most 300 are the title's, and as many a sentence's that stands for itself.
const LONGEST_LINE: usize = 300;
/// Of these, at most 140 are what was said of an action point…
const LONGEST_COMMENT: usize = 140;
/// Of these, at most 120 tell in which part of a theme something stands…
const LONGEST_PLACE: usize = 120;
/// … and at most 160 are what a vote came to.
const LONGEST_VOTE: usize = 160;
/// An address is never cut: one of more than 500 is left out.
const LONGEST_ADDRESS: usize = 500;
/// Of the room, 60 are kept for the count of what is left out.
const REST: usize = 60;

/// The whole text.
pub(super) fn text(outgoing: &Outgoing<'_>) -> String {
    let minutes = &outgoing.circulated.minutes;
    let head = head(outgoing);
    let tail = tail(outgoing);
    let length = |text: &str| text.chars().count();
    let fixed = length(&head) + tail.iter().map(|line| length(line) + 2).sum::<usize>();
    let room = MOST.saturating_sub(fixed + 2);
    let mut blocks = vec![head];
    if minutes.is_held {
        blocks.extend(held(outgoing, room));
    } else if minutes.is_convened {
        let items = minutes.agenda.iter().map(|item| item.title.clone());
        let label = &minutes.labels.agenda;
        blocks.extend(block(label, "point", items.collect(), room));
    }
    blocks.extend(tail);
    no_break(&blocks.join("\n\n")) + "\n"
}

/// Of a meeting that was held: the minutes that it approved, what it decided, what is to be done, and what became of earlier action points.
fn held(outgoing: &Outgoing<'_>, mut room: usize) -> Vec<String> {
    let minutes = &outgoing.circulated.minutes;
    let labels = &minutes.labels;
    let approval = minutes.approval.as_ref().map(approval);
    let approval = approval.filter(|said| said.chars().count() + 2 <= room);
    room -= approval.as_ref().map_or(0, |said| said.chars().count() + 2);
    let mut blocks: Vec<String> = approval.into_iter().collect();
    let decisions = outgoing.decisions.iter();
    let decisions = decisions.map(|one| decision(one, &labels.decision_number));
    let actions = outgoing.actions.iter().filter(|one| !one.is_closed);
    let progress = outgoing.progress.iter().map(progress);
    let lists: [(&String, &str, Vec<String>); 3] = [
        (&labels.decisions, "décision", decisions.collect()),
        (
            &labels.to_do,
            "point d’action",
            actions.map(action).collect(),
        ),
        (&labels.follow_up, "point d’action", progress.collect()),
    ];
    // Of each list at least the count is told: what those before it must leave it.
    let mut others: usize = lists
        .iter()
        .map(|(label, _, items)| least(label, items))
        .sum();
    for (label, noun, items) in lists {
        others -= least(label, &items);
        let block = block(label, noun, items, room.saturating_sub(others));
        let taken = block.as_ref().map_or(0, |block| block.chars().count() + 2);
        room = room.saturating_sub(taken);
        blocks.extend(block);
    }
    blocks
}

/// What a list takes at least: its label and how many it has.
fn least(label: &str, items: &[String]) -> usize {
    match items.is_empty() {
        true => 0,
        false => label.chars().count() + REST,
    }
}

/// That earlier minutes are approved, and what was changed in them, as far as a line holds it: else that they were changed.
fn approval(approval: &Approval) -> String {
    let said = match &approval.changes {
        Some(changes) => format!("{} {}", approval.sentence, plain(changes)),
        None => approval.sentence.clone(),
    };
    let mut forms = [&said, &approval.without_changes].into_iter();
    let fits = forms.find(|said| said.chars().count() <= LONGEST_LINE);
    fits.unwrap_or(&approval.counted).clone()
}

/// The subject, whether the minutes are approved or wait for it, and when and where a meeting is to be.
fn head(outgoing: &Outgoing<'_>) -> String {
    let minutes = &outgoing.circulated.minutes;
    let subject = shortened(&outgoing.subject(), LONGEST_LINE);
    match (minutes.is_held, &minutes.state) {
        // A title says that it is a draft.
        (true, Some(state)) if minutes.draft_mark.is_none() => format!("{subject}\n{state}"),
        (true, _) => subject,
        // That it is convened, cancelled or postponed is what there is to say.
        (false, _) => format!("{subject}\n{}", opening(minutes)),
    }
}

/// That a meeting is convened, cancelled or postponed, which is what there is to say; where that is too long, when and where alone.
fn opening(minutes: &Minutes) -> String {
    if minutes.opening.chars().count() <= LONGEST_LINE {
        return minutes.opening.clone();
    }
    let said = whole(&minutes.opening, LONGEST_LINE);
    let tells = |part: &Option<String>| part.as_ref().is_none_or(|part| said.contains(part));
    if !said.is_empty() && tells(&minutes.hours) {
        return said;
    }
    let parts = [&minutes.hours, &minutes.whole_place].into_iter().flatten();
    let parts = [&minutes.when].into_iter().chain(parts);
    let parts: Vec<&str> = parts.map(String::as_str).collect();
    ended(&shortened(&parts.join(", "), LONGEST_LINE - 1))
}

/// The first link of a convocation: where one joins the meeting, or finds what to read.
fn link(minutes: &Minutes) -> Option<String> {
    let mut links = minutes.links.iter().filter(|_| minutes.is_convened);
    let link = links.find(|link| link.address.chars().count() <= LONGEST_ADDRESS)?;
    let words = shortened(&link.text, LONGEST_PLACE);
    Some(format!("{words}\u{a0}: {}", link.address))
}

/// What a convocation links to, the next meeting, and where all of it stands.
fn tail(outgoing: &Outgoing<'_>) -> Vec<String> {
    let minutes = &outgoing.circulated.minutes;
    let next = outgoing.circulated.next_meeting.as_deref();
    // It begins with the day and the hour.
    let next = next.map(|next| shortened(next, LONGEST_LINE));
    let page = minutes.public_address.as_ref().map(|page| {
        let document = match (minutes.is_held, minutes.is_convened) {
            (true, _) => noun(minutes),
            (false, true) => "convocation",
            (false, false) => "page",
        };
        format!("{}\u{a0}: {page}", capital_first(document))
    });
    let link = link(minutes);
    link.into_iter().chain(next).chain(page).collect()
}

/// A label and a line each, as far as there is room; then how many are left out.
fn block(label: &str, noun: &str, items: Vec<String>, room: usize) -> Option<String> {
    let mut left = room.checked_sub(least(label, &items))?;
    if items.is_empty() {
        return None;
    }
    let mut text = format!("{label}\u{a0}:");
    let mut others = 0;
    for item in items {
        let line = whole(&item, LONGEST_LINE);
        let length = line.chars().count() + 3;
        if line.is_empty() || length > left {
            others += 1;
            continue;
        }
        left -= length;
        text += &format!("\n- {line}");
    }
    if others > 0 {
        text += &format!("\nPlus {}.", counted(others, noun));
    }
    Some(text)
}

/// *N° 4 : Le tarif est porté à 31 €. Rejeté par 8 voix contre et 1 pour.* What the vote came to is never left out: a motion that was
/// rejected would be told as a decision. Where there is no room for both, the decision is counted.
fn decision(one: &Decision, label: &str) -> String {
    let number = one.number.as_ref();
    let number = number.map(|number| format!("{} {number}", capital_first(label)));
    let lead = lead(number, one.part.as_ref().map(|_| one.theme.as_str()));
    let vote = one.vote.as_deref().map(|vote| whole(vote, LONGEST_VOTE));
    let taken = lead.chars().count() + vote.as_ref().map_or(0, |vote| vote.chars().count() + 1);
    let text = whole(&plain(&one.text), LONGEST_LINE.saturating_sub(taken));
    let said = match vote {
        _ if text.is_empty() => return text,
        None => text,
        Some(vote) if vote.is_empty() => return vote,
        Some(vote) => format!("{} {vote}", ended(&text)),
    };
    lead + &said
}

/// What stands before a text: its number, and where it stands in a part of a theme, what alone may tell it from that of another part:
/// *N° 4, Subventions – École de musique : *.
fn lead(number: Option<String>, place: Option<&str>) -> String {
    let place = place.map(|place| shortened(place, LONGEST_PLACE));
    let said: Vec<String> = number.into_iter().chain(place).collect();
    match said.is_empty() {
        true => String::new(),
        false => format!("{}\u{a0}: ", said.join(", ")),
    }
}

/// A text that ends as a sentence does.
fn ended(text: &str) -> String {
    match text.ends_with(['.', '!', '?', '…', ';', ':']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

/// *A2 : Diffuser les TDR (ACTED, 30 avril 2026)*.
fn action(one: &Action) -> String {
    let due = one.due.map(long_date).or(one.due_in_words.clone());
    let who: Vec<String> = one.owners.iter().cloned().chain(due).collect();
    let place = one.part.as_ref().map(|_| one.theme.as_str());
    line(&lead(one.number.clone(), place), &one.text, &who, "")
}

/// *A2 : Diffuser les TDR (ACTED) : fait*. Where a comment alone tells what became of it, that is said, or, where it has no room, the line is
/// counted.
fn progress(one: &Progress) -> String {
    let comment = one.comment.as_deref().filter(|_| one.said.is_empty());
    let said = match comment.map(|comment| whole(&plain(comment), LONGEST_COMMENT)) {
        Some(comment) if comment.is_empty() => return comment,
        Some(comment) => format!("\u{a0}: {comment}"),
        None if one.said.is_empty() => String::new(),
        None => format!("\u{a0}: {}", one.said),
    };
    let lead = lead(one.number.clone(), None);
    line(&lead, &one.text, &one.owners, &said)
}

/// A text behind what leads to it, with who is to do it in brackets and what is said of it; nothing, where there is no room for its first
/// sentence.
fn line(lead: &str, text: &str, who: &[String], said: &str) -> String {
    let who = match who.is_empty() {
        true => String::new(),
        false => format!(" ({})", who.join(", ")),
    };
    let behind = who + said;
    let taken = lead.chars().count() + behind.chars().count();
    let text = whole(&plain(text), LONGEST_LINE.saturating_sub(taken));
    if text.is_empty() {
        return text;
    }
    match behind.is_empty() {
        true => format!("{lead}{text}"),
        false => format!("{lead}{}{behind}", phrase(&text)),
    }
}

/// As many whole sentences of a text as that many characters hold; nothing, where the first is longer.
fn whole(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let end = text
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(end, _)| end);
    let kept = &text[..end];
    let ends = kept.match_indices(['.', '!', '?', ';']).filter(|(at, _)| {
        // After an abbreviation a sentence goes on: in small letters, or on the same line whatever comes (`M. Diallo`).
        let next = text[at + 1..].strip_prefix(' ');
        next.is_some_and(|next| !next.starts_with(char::is_lowercase))
    });
    let end = ends.map(|(at, _)| at).next_back();
    end.map_or_else(String::new, |end| {
        let sentence = kept[..=end].trim_end_matches([' ', '\u{a0}', '\u{202f}', ';']);
        sentence.to_owned()
    })
}

/// A markup text on one line: its items are parted by semicolons, without the bullets, of which the line has one.
fn plain(text: &str) -> String {
    let lines = markup::plain(text, Profile::NoBreak);
    let mut said = String::new();
    for line in lines.lines().map(str::trim) {
        let item = line.strip_prefix("• ");
        let text = item.unwrap_or(line);
        if text.is_empty() {
            continue;
        }
        let is_parted = said.ends_with(['.', ';', ':', ',', '!', '?', '…']);
        said += match (said.is_empty(), item.is_some() && !is_parted) {
            (true, _) => "",
            (false, true) => "\u{a0}; ",
            (false, false) => " ",
        };
        said += text;
    }
    said
}

#[cfg(test)]
mod tests {
    use super::{block, plain, whole};

    #[test]
    fn items_stand_on_the_line_without_their_bullets() {
        for (typed, line) in [
            ("- un", "un"),
            ("- un\n- deux", "un\u{a0}; deux"),
            ("- un\u{a0};\n- deux.", "un\u{a0}; deux."),
            (
                "Deux points\u{a0}:\n\n- un\n- deux",
                "Deux points\u{a0}: un\u{a0}; deux",
            ),
            ("1. un\n2. deux", "1. un 2. deux"),
            ("Un.\n\nDeux.", "Un. Deux."),
            ("Porter le tarif à 31 €", "Porter le tarif à 31\u{a0}€"),
        ] {
            assert_eq!(plain(typed), line, "{typed}");
        }
    }

    #[test]
    fn sentences_are_never_cut() {
        assert_eq!(whole("Un. Deux.", 20), "Un. Deux.");
        assert_eq!(whole("Un mot. Et un deuxième.", 12), "Un mot.");
        assert_eq!(whole("Un mot très long", 8), "");
        assert_eq!(
            whole("Un. Le rapport de M.\u{a0}Diallo, etc. est lu.", 32),
            "Un."
        );
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let items = (1..100).map(|number| format!("Faire la chose numéro {number}."));
        let text = block("À faire", "point d’action", items.collect(), 500).unwrap();
        assert!(text.chars().count() <= 500);
        assert!(text.ends_with("points d’action."), "{text}");
    }
}
