//! Records whose bytes are no UTF-8 text, or that a text editor would not keep as they are.

use super::project::{Project, RECORD, check};

/// The cases of this file.
pub(crate) const NAMES: &[&str] = &[
    "bytes-damaged",
    "bytes-empty",
    "bytes-line-ends-of-old-macs",
    "bytes-line-separators",
    "bytes-lost-end",
    "bytes-mark-twice",
    "bytes-not-text",
    "bytes-old-word",
    "bytes-pdf",
    "bytes-raw-control-character",
    "bytes-raw-control-character-in-comment",
    "bytes-rtf",
    "bytes-line-too-long",
    "bytes-text-too-long",
    "bytes-too-many-actions",
    "bytes-too-many-annexes",
    "bytes-too-many-marks",
    "bytes-too-many-ordinals",
    "bytes-too-many-owners",
    "bytes-too-many-people",
    "bytes-too-many-themes",
    "bytes-too-much-text",
    "bytes-too-large",
    "bytes-utf16-big-endian",
    "bytes-utf16-big-endian-without-mark",
    "bytes-utf16-little-endian",
    "bytes-utf16-little-endian-without-mark",
    "bytes-utf32",
    "bytes-windows-1252",
    "bytes-windows-1252-quotes",
    "bytes-word",
    "bytes-wrong-name",
];

const TEXT: &str = "date = 2017-02-07\nlieu = \"à la présidence\"\n";

#[track_caller]
fn check_bytes(case: &str, bytes: impl AsRef<[u8]>) {
    check(
        case,
        &Project::new().with(RECORD, bytes).greffier(&["check"]),
    );
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn utf_16() {
    let marked = format!("\u{feff}{TEXT}");
    check_bytes(
        "bytes-utf16-little-endian",
        utf16(&marked, u16::to_le_bytes),
    );
    check_bytes("bytes-utf16-big-endian", utf16(&marked, u16::to_be_bytes));
    check_bytes(
        "bytes-utf16-little-endian-without-mark",
        utf16(TEXT, u16::to_le_bytes),
    );
    check_bytes(
        "bytes-utf16-big-endian-without-mark",
        utf16(TEXT, u16::to_be_bytes),
    );
    let utf32 = marked.chars().flat_map(|one| u32::from(one).to_le_bytes());
    check_bytes("bytes-utf32", utf32.collect::<Vec<u8>>());
}

#[test]
fn windows_1252() {
    // À and É and the like have the same number in Windows-1252 as in Unicode.
    let ansi = |text: &str| {
        text.chars()
            .map(|letter| u8::try_from(letter).unwrap())
            .collect::<Vec<u8>>()
    };
    check_bytes("bytes-windows-1252", ansi(TEXT));
    check_bytes(
        "bytes-windows-1252-quotes",
        b"date = 2017-02-07\nlieu = \"au si\x8age d\x92OCHA\"\n",
    );
    check_bytes(
        "bytes-damaged",
        b"date = 2017-02-07\nlieu = \"\xFEau bureau\"\n",
    );
}

#[test]
fn other_documents() {
    check_bytes("bytes-word", b"PK\x03\x04\x14\x00\x06\x00");
    check_bytes("bytes-old-word", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    check_bytes("bytes-pdf", b"%PDF-1.7\n");
    check_bytes("bytes-rtf", b"{\\rtf1\\ansi Compte rendu}");
    check_bytes("bytes-not-text", b"date = 2017-02-07\n\x00\x01\x02");
    check_bytes("bytes-lost-end", format!("{TEXT}{}", "\0".repeat(512)));
}

#[test]
fn sizes() {
    check_bytes("bytes-empty", "");
    let text = "mot ".repeat(1024 * 1024 / 4 + 1);
    check_bytes(
        "bytes-text-too-long",
        format!("date = 2017-02-07\n[cloture]\nnotes = \"\"\"\n{text}\"\"\"\n"),
    );
    check_bytes("bytes-too-large", vec![b'#'; 4 * 1024 * 1024 + 1]);
}

#[test]
fn invisible_characters() {
    check_bytes(
        "bytes-raw-control-character",
        "date = 2017-02-07\nlieu = \"au\u{7} bureau\"\n",
    );
    check_bytes(
        "bytes-raw-control-character-in-comment",
        "date = 2017-02-07\n# au\u{7} bureau\n",
    );
    check_bytes(
        "bytes-line-ends-of-old-macs",
        "date = 2017-02-07\rlieu = \"à Gao\"\r",
    );
}

#[test]
fn a_record_not_named_by_its_date() {
    let project = Project::new().with("meetings/reunion-de-mars.toml", "lieu = \"à Gao\"\n");
    check("bytes-wrong-name", &project.greffier(&["check"]));
}

/// What Windows writes is sound: a mark at the beginning, CRLF at the line ends.
#[test]
fn the_marks_of_windows_are_read() {
    let text = format!("\u{feff}{}", TEXT.replace('\n', "\r\n"));
    let output = Project::new()
        .with(RECORD, text)
        .run(&["check", "--strict"]);
    assert_eq!(
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).as_ref()
        ),
        (Some(0), "1 compte rendu vérifié\u{a0}: aucune erreur.\n")
    );
}

/// A record holds at most so much; the place where it begins to hold more is shown.
#[test]
fn too_much() {
    let repeated =
        |piece: &str, times: usize| format!("date = 2017-02-07\n{}", piece.repeat(times));
    check_bytes(
        "bytes-too-many-themes",
        repeated("[[themes]]\ntitre = \"T\"\n", 1_001),
    );
    let action = "[[themes.actions]]\ntexte = \"A\"\nresponsables = [\"OIM\"]\n".repeat(1_001);
    check_bytes(
        "bytes-too-many-actions",
        repeated(&format!("[[themes]]\ntitre = \"T\"\n{action}"), 10),
    );
    check_bytes(
        "bytes-too-many-people",
        repeated(
            "[[participants]]\nnom = \"Awa Diallo\"\norganisation = \"OCHA\"\n",
            5_001,
        ),
    );
    let owners: String = (0..2_001).map(|owner| format!("\"R{owner}\", ")).collect();
    check_bytes(
        "bytes-too-many-owners",
        format!(
            "date = 2017-02-07\n[[themes]]\ntitre = \"T\"\n[[themes.actions]]\ntexte = \"A\"\nresponsables = [\n{owners}\n]\n"
        ),
    );
    let annex = "{ titre = \"A\", lien = \"https://example.org\" },\n".repeat(5_001);
    check_bytes(
        "bytes-too-many-annexes",
        format!("date = 2017-02-07\n[cloture]\nannexes = [\n{annex}]\n"),
    );
    check_bytes(
        "bytes-too-many-ordinals",
        format!(
            "date = 2017-02-07\n[cloture]\nnotes = \"{}\"\n",
            "1er ".repeat(30_000)
        ),
    );
    let discussion = "mot ".repeat(200_000);
    check_bytes(
        "bytes-too-much-text",
        repeated(
            &format!("[[themes]]\ntitre = \"T\"\ndiscussion = \"{discussion}\"\n"),
            4,
        ),
    );
    check_bytes(
        "bytes-line-too-long",
        format!(
            "date = 2017-02-07\ninstance = \"{}\"\n",
            "mot ".repeat(5_000)
        ),
    );
    let bold = "**mot** ".repeat(30_000);
    check_bytes(
        "bytes-too-many-marks",
        format!("date = 2017-02-07\n[cloture]\nnotes = \"{bold}\"\n"),
    );
}

#[test]
fn line_separators_of_unicode() {
    check_bytes("bytes-line-separators", TEXT.replace('\n', "\u{2028}"));
}

#[test]
fn mark_of_utf_8_twice() {
    check_bytes("bytes-mark-twice", format!("\u{feff}\u{feff}{TEXT}"));
}

/// What is said of a file above 4 MiB is said of that file, not of records and their annexes.
#[test]
fn other_files_that_are_too_large() {
    for path in ["contacts.toml", "templates/style.toml", "greffier.toml"] {
        let project = Project::new()
            .with(RECORD, TEXT)
            .with(path, vec![b'#'; 4 * 1024 * 1024 + 1]);
        let told = project.run(&["check"]);
        let said = String::from_utf8(told.stderr).unwrap();
        assert_eq!(told.status.code(), Some(1), "{path}: {said}");
        assert!(said.contains("ce fichier dépasse 4 Mio"), "{said}");
        assert!(said.contains(path), "{said}");
        assert!(!said.contains("ce n’est pas un compte rendu"), "{said}");
        assert!(!said.contains("photos"), "{said}");
    }
}

/// A pipe would be waited for until somebody writes into it.
#[cfg(unix)]
#[test]
fn files_that_are_pipes() {
    for path in ["contacts.toml", "templates/style.toml", "greffier.toml"] {
        let project = Project::new()
            .with(RECORD, TEXT)
            .with("templates/LISEZMOI", "");
        let made = std::process::Command::new("mkfifo")
            .arg(project.root().join(path))
            .status();
        assert!(made.unwrap().success());
        let told = project.run(&["check"]);
        let said = String::from_utf8(told.stderr).unwrap();
        assert_eq!(told.status.code(), Some(1), "{path}: {said}");
        assert!(said.contains("ce n’est pas un fichier ordinaire"), "{said}");
    }
}
