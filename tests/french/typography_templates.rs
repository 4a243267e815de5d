//! Every French string of the embedded templates is already right: the pass leaves it as it is (FOR-R2).

use greffier::french::typography::correct;
use greffier::templates::EMBEDDED;

/// Elements that do not end a line of text.
const INLINE: [&str; 8] = ["a", "b", "em", "i", "span", "strong", "sup", "time"];

#[test]
fn the_pass_leaves_the_strings_of_the_templates() {
    let mut checked = 0;
    for (name, template) in EMBEDDED {
        let strings = match name.rsplit_once('.') {
            Some((_, "html")) => html_strings(&without_expressions(template)),
            Some((_, "md")) => lines(&without_expressions(template)),
            _ => style_strings(template),
        };
        for string in strings {
            assert_eq!(correct(&string), string, "in {name}");
            for typed in ["'", "\"", "..."] {
                assert!(!string.contains(typed), "{typed} in {name}: {string}");
            }
            checked += 1;
        }
    }
    assert!(checked > 30, "{checked} strings");
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
}

/// The template with a letter for each expression and nothing for each statement and comment.
fn without_expressions(template: &str) -> String {
    let mut text = String::new();
    let mut rest = template;
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
