//! The lines of a journal, whatever an editor made of its file. Pure.
//!
//! A line is `2026-04-15 09:30 parti awa@example.org message.eml projet:3f2a… texte`. Lines of before know no kind, `3f2a…` alone: they hold
//! for each. A line that was cut off as it was written tells nothing: the message that it was to tell of had not left. A line that names
//! no address and no message is a remark, with or without `#`. What is no such line, and no remark, may have told who has a message.

use super::delivery::Delivery;
use crate::french::folding::fold;

/// What befell a message to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The server has all of it, and is about to be told so.
    Leaving,
    /// The server took it.
    Sent,
    /// The server refused it for good.
    Refused,
    /// The server did not take it this time.
    NotTaken,
}

/// Each event and its word in the file.
const WORDS: [(Event, &str); 4] = [
    (Event::Leaving, "départ"),
    (Event::Sent, "parti"),
    (Event::Refused, "refusé"),
    (Event::NotTaken, "reporté"),
];

/// The kind of a letter of which an old line does not tell it.
pub(super) const UNKNOWN: &str = "";

/// How the line begins that says of what the journal is.
const HEAD: &str = "# Envois de ";

impl Event {
    /// Its word in the file.
    pub(super) fn word(self) -> &'static str {
        let word = WORDS.iter().find(|(one, _)| *one == self);
        word.map_or("", |(_, word)| word)
    }
}

/// A line that tells of a message.
#[derive(Clone, Debug)]
pub(super) struct Noted {
    pub(super) event: Event,
    pub(super) delivery: Delivery,
    /// The day, the hour and all that follows, with one space between words.
    pub(super) line: String,
}

impl Noted {
    /// The day and the hour, in the order of time.
    pub(super) fn when(&self) -> (&str, &str) {
        let mut words = self.line.split(' ');
        let mut next = || words.next().unwrap_or_default();
        (next(), next())
    }
}

/// What a file says.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Of what it is.
    pub(super) of: Option<String>,
    /// Of what it is and was.
    pub(super) heads: Vec<String>,
    pub(super) noted: Vec<Noted>,
    /// The number of the first line that may have told something and cannot be read.
    pub(super) unread: Option<usize>,
    /// The file as it can be gone on with, where what is there cannot: such lines are remarks there.
    pub(super) mended: Option<String>,
}

/// The line that says of what a journal is.
pub(super) fn head(of: &str) -> String {
    format!("{HEAD}{of}\n")
}

/// Reads a file of lines.
pub(super) fn read(bytes: &[u8]) -> Lines {
    let utf16 = utf16(bytes);
    let must_be_mended = utf16.is_some();
    let text = utf16.unwrap_or_else(|| {
        let lines = bytes.split(|byte| *byte == b'\n').map(decoded);
        lines.collect::<Vec<String>>().join("\n")
    });
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = Lines::default();
    let mut mended = String::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_matches(|sign: char| sign == '\u{feff}' || sign.is_whitespace());
        if let Some(of) = line.strip_prefix(HEAD) {
            lines.of = Some(of.to_owned());
            lines.heads.push(of.to_owned());
        } else if let Some(noted) = parsed(line) {
            lines.noted.push(noted);
        } else if !is_remark(line) && !is_cut_off(line) {
            lines.unread.get_or_insert(number);
            mended += "# illisible : ";
        }
        mended.extend(line.chars().map(|sign| match sign.is_control() {
            true => ' ',
            false => sign,
        }));
        mended.push('\n');
    }
    let must_be_mended = must_be_mended || lines.unread.is_some();
    lines.mended = Some(mended).filter(|_| must_be_mended);
    lines
}

/// What some editors save as « Unicode ».
fn utf16(bytes: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] | [1..=255, 0, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] | [0, 1..=255, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let pairs = bytes.chunks(2).map(|pair| match pair {
        [one, other] => unit([*one, *other]),
        _ => u16::from(b'?'),
    });
    let signs = char::decode_utf16(pairs);
    Some(signs.map(|sign| sign.unwrap_or('\u{fffd}')).collect())
}

/// A line in UTF-8, which may end in half a sign, or in Windows-1252, whose letters of these words are those of Latin-1.
fn decoded(line: &[u8]) -> String {
    match std::str::from_utf8(line) {
        Ok(line) => line.to_owned(),
        Err(fault) if fault.error_len().is_none() => {
            let whole = line.get(..fault.valid_up_to()).unwrap_or_default();
            String::from_utf8_lossy(whole).into_owned()
        }
        Err(_) => line.iter().copied().map(char::from).collect(),
    }
}

/// A line: day, hour, word, address, file, kind and version.
fn parsed(line: &str) -> Option<Noted> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [day, hour, word, address, file, state, ..] = words.as_slice() else {
        return None;
    };
    let mut known = WORDS.iter();
    let (event, _) = known.find(|(_, known)| fold(known) == fold(word))?;
    let is_whole = is_of_time(day) && is_of_time(hour) && !line.contains('\0');
    let (kind, version) = state.split_once(':').unwrap_or((UNKNOWN, state));
    let noted = Noted {
        event: *event,
        delivery: Delivery {
            letter: 0,
            address: (*address).to_owned(),
            file: (*file).to_owned(),
            other_files: Vec::new(),
            kind: kind.to_owned(),
            version: version.to_owned(),
            other_versions: Vec::new(),
        },
        line: words.join(" "),
    };
    Some(noted).filter(|_| is_whole)
}

/// Whether it is what somebody wrote for themselves: it names no address and no message. What a power cut left may have been any line, and so
/// may what was written in another code, whose bytes look like Chinese.
fn is_remark(line: &str) -> bool {
    let names_one = line.contains('@') || line.contains(".eml");
    let is_damaged = |sign: char| sign == '\0' || ('\u{3000}'..='\u{9fff}').contains(&sign);
    line.starts_with('#') || !(names_one || line.contains(is_damaged))
}

/// Whether it is the beginning of a line, or nothing: a run may end at any moment.
fn is_cut_off(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        _ if line.contains('\0') => false,
        [] => true,
        [day] => is_of_time(day),
        [day, hour] => is_of_time(day) && is_of_time(hour),
        [day, hour, word, rest @ ..] => {
            let mut known = WORDS.iter();
            let is_word = known.any(|(_, known)| known.starts_with(word));
            is_of_time(day) && is_of_time(hour) && is_word && rest.len() < 3
        }
    }
}

/// Whether it may be a day or an hour, or the beginning of one.
fn is_of_time(word: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_digit() || b"-:".contains(&byte);
    word.len() <= "2026-04-15".len() && word.bytes().all(is_sign)
}

#[cfg(test)]
mod tests {
    use super::{Event, head, read};

    const SENT: &str = "2026-04-15 09:30 parti awa@example.org message.eml projet:3f2a";

    fn in_utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    /// Whatever an editor made of the file, what it tells is known.
    #[test]
    fn a_file_is_read_as_an_editor_saved_it() {
        let text = format!(
            "{}{SENT}\n{}\n",
            head("avril"),
            SENT.replace("parti", "départ")
        );
        let latin: Vec<u8> = text.chars().map(|one| one as u8).collect();
        let bom = format!("\u{feff}{text}");
        for bytes in [
            text.clone().into_bytes(),
            bom.clone().into_bytes(),
            text.replace('\n', "\r\n").into_bytes(),
            text.replace('\n', "\r").into_bytes(),
            text.replace('\n', "\n\n \u{a0}\n").into_bytes(),
            text.replace(' ', "\t")
                .replace("#\tEnvois\tde\t", "# Envois de ")
                .into_bytes(),
            text.replace("parti", "PARTI").into_bytes(),
            text.trim_end().to_owned().into_bytes(),
            format!("{text}# à revoir avec Awa\n2026-04-15 09:3").into_bytes(),
            latin,
            in_utf16(&bom, u16::to_le_bytes),
            in_utf16(&bom, u16::to_be_bytes),
            in_utf16(&text, u16::to_le_bytes),
        ] {
            let lines = read(&bytes);
            let events: Vec<Event> = lines.noted.iter().map(|one| one.event).collect();
            let shown = String::from_utf8_lossy(&bytes);
            assert_eq!(events, [Event::Sent, Event::Leaving], "{shown}");
            assert_eq!(lines.of.as_deref(), Some("avril"), "{shown}");
            assert_eq!(lines.unread, None, "{shown}");
            let first = &lines.noted[0];
            assert_eq!(first.line.to_lowercase(), SENT);
            assert_eq!(first.delivery.version, "3f2a");
        }
    }

    /// A line that is cut off had told nothing yet; one that is damaged may have told who has a message.
    #[test]
    fn what_is_cut_off_is_told_from_what_is_damaged() {
        for (line, unread) in [
            ("", None),
            ("2026-04-", None),
            ("2026-04-15 09:30", None),
            ("2026-04-15 09:30 dép", None),
            ("2026-04-15 09:30 départ awa@exam", None),
            ("2026-04-15 09:30 départ awa@example.org message.e", None),
            ("# une remarque", None),
            ("\0\0\0\0", Some(2)),
            ("2026-04-15 09:30 parti\0\0", Some(2)),
            ("2026-04-15 09:30 départ awa\0\0", Some(2)),
            (
                "2026-04-15 09:30 dÃ©part awa@example.org message.eml projet:3f2a",
                Some(2),
            ),
            (
                "\"2026-04-15 09:30 parti awa@example.org message.eml projet:3f2a\"",
                Some(2),
            ),
            (
                "2026-04-15;09:30;parti;awa@example.org;message.eml;projet:3f2a",
                Some(2),
            ),
            ("envoyé à Awa", None),
            ("Relancé Awa par téléphone", None),
            ("2026-04-16 : Relancé Awa par téléphone", None),
            ("parti awa@example.org message.eml", Some(2)),
            ("envoyé message.eml à Awa", Some(2)),
        ] {
            let text = format!("{SENT}\n{line}\n{SENT}\n");
            let lines = read(text.as_bytes());
            assert_eq!((lines.noted.len(), lines.unread), (2, unread), "{line}");
            let mended = lines.mended.map(|text| read(text.as_bytes()));
            let mended = mended.map(|lines| (lines.noted.len(), lines.unread));
            assert_eq!(mended, unread.map(|_| (2, None)), "{line}");
        }
        let half = [SENT.as_bytes(), b"\n2026-04-15 09:30 d\xC3"].concat();
        assert_eq!(read(&half).unread, None);
    }
}
