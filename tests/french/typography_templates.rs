//! Every French string of the embedded templates is already right: the pass leaves it as it is (FOR-R2).

use greffier::french::remarks::remarks;
use greffier::french::typography::correct;
use greffier::templates::EMBEDDED;

use crate::kinds::{self, minutes};

/// Elements that do not end a line of text.
const INLINE: [&str; 8] = ["a", "b", "em", "i", "span", "strong", "sup", "time"];

#[test]
fn the_pass_leaves_the_strings_of_the_templates() {
    for (name, template) in EMBEDDED {
        // Addresses and days alone.
        if name.ends_with(".xml") {
            continue;
        }
        let mut strings = printed(name, template);
        let literals = literals(template).into_iter();
        strings.extend(literals.filter(|literal| !is_style(literal)));
        // A style sheet has words only if it prints some.
        assert!(
            !strings.is_empty() || name.ends_with(".css"),
            "no string in {name}"
        );
        // The spaces of a list in a list are no words.
        for string in strings.iter().filter(|string| !string.trim().is_empty()) {
            assert_eq!(fault(string), None, "in {name}: {string}");
        }
    }
}

/// The sentences that the program writes are template texts too, wherever they stand.
#[test]
fn the_pass_leaves_the_sentences_of_the_program() {
    let rows = crate::cases::rows();
    let rows = rows.iter().filter(|row| row.id.starts_with("FOR-"));
    let mut sentences: Vec<String> = rows
        .map(|row| kinds::answer(row.kind, &row.input))
        .collect();
    for state in ["projet", "soumis", "approuvé"] {
        for day in ["", "approuve_le = 2017-03-01\n"] {
            let record = format!("date = 2017-02-07\netat = \"{state}\"\n{day}");
            sentences.extend(minutes(&record).state);
        }
    }
    for hours in ["debut = 09:00", "fin = 12:30", "debut = 09:00\nfin = 12:30"] {
        sentences.extend(minutes(&format!("date = 2017-02-07\n{hours}\n")).hours);
    }
    assert!(sentences.len() > 30, "{} sentences", sentences.len());
    for sentence in sentences {
        // A case may ask for a space at the ends, or for nothing.
        assert_eq!(fault(sentence.trim()), None, "{sentence}");
    }
}

/// What is wrong with a string of the program (FOR-R1, FOR-R2). A variable stands in it as `x`.
fn fault(string: &str) -> Option<String> {
    if correct(string) != string {
        return Some(format!("the pass changes it: {}", correct(string)));
    }
    if let Some(typed) = ["'", "\"", "..."]
        .iter()
        .find(|typed| string.contains(**typed))
    {
        return Some(format!("it holds {typed}"));
    }
    let before_variable = ["’", " de ", " du ", " des ", " au ", " aux "];
    let words = format!(" {string} ");
    if let Some(lead) = before_variable.iter().find(|lead| {
        words.match_indices(**lead).any(|(at, _)| {
            let after = words[at + lead.len()..].strip_prefix('x');
            after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        })
    }) {
        return Some(format!("it elides or contracts before a variable: {lead}"));
    }
    let remarks = remarks(string);
    (!remarks.is_empty()).then(|| format!("{remarks:?}"))
}

#[test]
fn a_wrong_string_would_be_found() {
    let template =
        "<p>{{ role }} <b>{{ nom }}</b>{% if fonction %} : {{ fonction }}{% endif %}</p>";
    let strings = html_strings(&without_expressions(template));
    assert_eq!(strings, ["x x : x"]);
    assert_ne!(correct(&strings[0]), strings[0]);
    assert_eq!(html_strings("<nav aria-label=\"L'an\">"), ["L'an"]);
    assert_eq!(
        style_strings("a::after { content: attr(x) \" : \"; }"),
        ["x : x"]
    );
    assert_eq!(
        printed("formules/levee.txt", "Levée à {{ fin }} !"),
        ["Levée à x !"]
    );
    assert_eq!(
        literals("{% if a == \"b\" %}{{ a | join(sep=\" ; \") }}{% endif %}"),
        ["x ; x", "b"]
    );
    for wrong in [
        "Qu’x",
        "la réunion du x.",
        "d’x",
        "A l’ordre du jour",
        "Suite...",
    ] {
        assert!(fault(wrong).is_some(), "{wrong}");
    }
    for right in [
        "Point x de l’ordre du jour",
        "présidée par x",
        "aux xylophones",
    ] {
        assert_eq!(fault(right), None, "{right}");
    }
}

/// The strings that a template prints.
fn printed(name: &str, template: &str) -> Vec<String> {
    let said = without_expressions(template);
    match name.rsplit_once('.') {
        Some((_, "html")) => html_strings(&said),
        Some((_, "md" | "txt")) => lines(&said),
        Some((_, "css")) => style_strings(template),
        _ => panic!("unknown kind of template: {name}"),
    }
}

/// The strings within expressions and statements. What separates the items of a list stands between two.
fn literals(template: &str) -> Vec<String> {
    let tags = ["{{", "{%"]
        .into_iter()
        .flat_map(|opening| template.split(opening).skip(1));
    let mut literals = Vec::new();
    for tag in tags {
        let end = tag.find("}}").into_iter().chain(tag.find("%}")).min();
        let tag = &tag[..end.unwrap_or(0)];
        let pieces: Vec<&str> = tag.split('"').collect();
        for (index, literal) in pieces.iter().enumerate().skip(1).step_by(2) {
            let separates = pieces[index - 1].ends_with("sep=");
            literals.push(if separates {
                format!("x{literal}x")
            } else {
                (*literal).to_owned()
            });
        }
    }
    literals
}

/// Whether a string is no text but declarations of a style, which a message bears on each element.
fn is_style(literal: &str) -> bool {
    let is_declaration = |part: &str| {
        let property = part.trim().split_once(':').map(|(property, _)| property);
        let of_letters = |name: &str| {
            name.chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '-')
        };
        property.is_some_and(of_letters)
    };
    literal.contains(':') && literal.trim_end_matches(';').split(';').all(is_declaration)
}

/// The template with a letter for each expression and number of a page, and nothing for each statement and comment.
fn without_expressions(template: &str) -> String {
    let template = template
        .replace("<span class=\"page\"/>", "x")
        .replace("<span class=\"pages\"/>", "x");
    let mut text = String::new();
    let mut rest = template.as_str();
    while let Some(start) = rest
        .find("{{")
        .into_iter()
        .chain(rest.find("{%"))
        .chain(rest.find("{#"))
        .min()
    {
        let (before, tag) = rest.split_at(start);
        text += before;
        let (closing, shown) = match &tag[..2] {
            "{{" => ("}}", "x"),
            "{%" => ("%}", ""),
            _ => ("#}", ""),
        };
        text += shown;
        let end = tag.find(closing).expect("a tag is closed");
        rest = &tag[end + 2..];
    }
    text + rest
}

/// The text between tags, and the attributes that are read out.
fn html_strings(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut strings = Vec::new();
    for piece in html.split('<') {
        let Some((tag, after)) = piece.split_once('>') else {
            text += piece;
            continue;
        };
        for attribute in ["aria-label=\"", "title=\"", "alt=\""] {
            let values = tag.split(attribute).skip(1);
            strings.extend(
                values
                    .filter_map(|value| value.split('"').next())
                    .map(str::to_owned),
            );
        }
        let name = tag
            .trim_start_matches('/')
            .split(' ')
            .next()
            .unwrap_or_default();
        if !INLINE.contains(&name) {
            text.push('\n');
        }
        text += after;
    }
    strings.extend(lines(&text));
    strings
}

/// The strings that a style sheet prints, between what it takes from the page.
fn style_strings(style: &str) -> Vec<String> {
    let contents = style.split("content:").skip(1);
    let printed = contents.filter_map(|content| {
        let strings: Vec<&str> = content.split([';', '}']).next()?.split('"').collect();
        let strings: Vec<&str> = strings.iter().skip(1).step_by(2).copied().collect();
        (!strings.is_empty()).then(|| format!("x{}x", strings.join("x")))
    });
    printed.collect()
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.trim_matches([' ', '\t']));
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
