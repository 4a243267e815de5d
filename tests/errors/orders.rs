//! No sign that a terminal obeys, or that turns the order of a line, leaves the program as it is: whatever is said, and in whatever form.

use super::project::{Project, RECORD};

/// Orders as anybody may type or paste them: C1 controls, of which U+009B alone begins an escape sequence, and turns of direction.
const ORDERS: &str = "\u{9b}31m\u{85}\u{90}\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}";

fn is_order(sign: char) -> bool {
    (sign.is_control() && !matches!(sign, '\n' | '\t'))
        || matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn hostile() -> Project {
    let record = |before: &str| {
        format!(
            "{before}date = 2017-02-07\ntitre = \"T{ORDERS}\"\nlieu = \"{ORDERS}\"\n\"clé{ORDERS}\" = 1\n\
             participants = [ {{ nom = \"{ORDERS}\", organisation = \"O{ORDERS}\" }}, {{ nom = \"{ORDERS}\" }} ]\n\
             [[themes]]\ntitre = \"\\u009B\\u202E\\u001B[31m\"\npoint = \"{ORDERS}\"\n\
             [[themes.actions]]\ntexte = \"F\"\nresponsables = [\"R{ORDERS}\"]\nstatut = \"{ORDERS}\"\n\
             [cloture]\nannexes = [ {{ titre = \"A\", fichier = \"a{ORDERS}.pdf\" }} ]\n"
        )
    };
    Project::new()
        .with(RECORD, record(""))
        .with(
            "meetings/2018/2018-01-09.toml",
            format!("date = 2018-01-09\ntitre = \"T{ORDERS}\"\nlieu = \"à {ORDERS}Gao\"\n"),
        )
        .with(&format!("meetings/2017/nom{ORDERS}.toml"), record(""))
        .with(
            &format!("meetings/2017/{ORDERS}.toml"),
            "date = 2017-03-07\n",
        )
        .with(&format!("meetings/2017/x{ORDERS}.toml.txt"), "")
        .with(
            "meetings/2017/2017-04-04.toml",
            format!("date = {ORDERS}\n"),
        )
}

fn broken(file: &str) -> Project {
    hostile().with(file, format!("\"{ORDERS}\" = 1\ninstance = {ORDERS}\n"))
}

#[test]
fn nothing_that_is_said_is_an_order() {
    let projects = [
        hostile(),
        broken("greffier.toml"),
        broken("contacts.toml"),
        broken("templates/style.toml"),
        hostile().with(
            "templates/minutes.html",
            format!("{{{{ absent{ORDERS} }}}}\n"),
        ),
        hostile().with(
            "templates/minutes.print.html",
            format!("<p class=\"{ORDERS}\">{ORDERS}</p><{ORDERS}>\n"),
        ),
    ];
    let mut said = 0;
    for project in &projects {
        for arguments in [
            &["build"][..],
            &["build", "--dry-run"],
            &["build", "--message-format", "json"],
            &["check"],
            &["check", "--strict", "--message-format", "json"],
            &["check", "--fix", "--dry-run"],
            &["check", "2018"],
            &["check", "\u{9b}31m"],
            &["new", "2019-01-08"],
            &["send", "2018-01-09"],
            &["publish", "\u{9b}31m"],
            &["build", "--output", "\u{9b}31m\u{202e}"],
            &["\u{9b}31m"],
            &["check", "--\u{9b}31m"],
        ] {
            let output = project.run(arguments);
            for text in [&output.stdout, &output.stderr] {
                let text = String::from_utf8_lossy(text);
                said += text.len();
                let order = text.lines().find(|line| line.contains(is_order));
                assert_eq!(order, None, "{arguments:?}");
            }
        }
    }
    assert!(said > 10_000, "{said}");
}
