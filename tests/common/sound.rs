//! What every page and every Markdown file must be, whatever the record.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{ElementRef, Html};

use super::from_html::{all, text, within};

/// Sees to all that makes a page valid, safe and usable; gives the page as it was read.
#[track_caller]
pub(crate) fn page(html: &str) -> Html {
    let page = Html::parse_document(html);
    let errors: Vec<_> = page.errors.iter().collect();
    assert!(errors.is_empty(), "{errors:?} in\n{html}");
    assert!(html.starts_with("<!DOCTYPE html>\n") && html.ends_with("</html>\n"));
    assert_eq!(all(&page, "html[lang=fr]").len(), 1);
    assert_eq!(all(&page, "h1").len(), 1);
    title(&page);
    headings(&page);
    ids(&page);
    harmless(&page, html);
    tables(&page);
    nothing_empty(&page);
    page
}

#[track_caller]
fn title(page: &Html) {
    let titles = all(page, "title");
    let [title] = titles.as_slice() else {
        panic!("{} titles", titles.len())
    };
    let title = text(*title);
    assert!(!title.is_empty());
    assert!(
        !title.contains("<sup>"),
        "tags in the title of the window: {title}"
    );
}

#[track_caller]
fn headings(page: &Html) {
    let mut previous = 0;
    for heading in all(page, "h1, h2, h3, h4, h5, h6") {
        let level: u32 = heading.value().name()[1..].parse().expect("a level");
        assert!(level <= previous + 1, "« {} » skips a level", text(heading));
        previous = level;
    }
}

#[track_caller]
fn ids(page: &Html) {
    let mut ids = BTreeSet::new();
    for element in all(page, "[id]") {
        let id = element.attr("id").unwrap_or_default();
        assert!(ids.insert(id.to_owned()), "two elements have the id {id}");
    }
    for link in all(page, "a[href]") {
        let address = link.attr("href").unwrap_or_default();
        if let Some(id) = address.strip_prefix('#') {
            assert!(ids.contains(id), "{address} leads nowhere");
        }
    }
    for element in all(page, "[aria-labelledby]") {
        let id = element.attr("aria-labelledby").unwrap_or_default();
        assert!(ids.contains(id), "nothing has the id {id}");
    }
}

/// No script in any guise, nothing fetched from elsewhere, no link of another kind than those allowed.
#[track_caller]
fn harmless(page: &Html, html: &str) {
    // Data for search engines is no script: it runs nowhere.
    let data = all(page, "script[type=\"application/ld+json\"]");
    let scripts = html.to_lowercase().matches("<script").count();
    // The page that searches, and it alone, has one of ours.
    let form = all(page, "form");
    let ours = all(page, "form.recherche");
    assert!(
        form.len() == ours.len() && ours.len() <= 1,
        "a form in\n{html}"
    );
    let script = all(page, "head > script[type=module][src=\"recherche.js\"]");
    assert_eq!(script.len(), ours.len());
    assert_eq!(scripts, data.len() + ours.len(), "a script in\n{html}");
    for data in data {
        let json: String = data.text().collect();
        let json = serde_json::from_str::<serde_json::Value>(&json).expect(&json);
        assert_eq!(json["@context"], "https://schema.org");
    }
    assert_eq!(
        all(page, "style, iframe, object, embed, base, svg, [style]").len(),
        0
    );
    for fetched in all(page, "link:not([rel=canonical]):not([rel=alternate]), img") {
        let address = fetched.attr("href").or(fetched.attr("src"));
        let address = address.unwrap_or_default();
        assert!(!address.is_empty() && !address.contains(':'), "{address}");
    }
    let policy = all(page, "meta[http-equiv=Content-Security-Policy]");
    assert_eq!(policy.len(), 1);
    for element in all(page, "*") {
        for (name, _) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name} on {}", element.html());
        }
    }
    for link in all(page, "a[href]") {
        let address = link.attr("href").unwrap_or_default();
        let scheme = address
            .split(['/', '#', '?'])
            .next()
            .unwrap_or_default()
            .split_once(':')
            .map(|(scheme, _)| scheme.to_lowercase());
        let allowed = scheme
            .is_none_or(|scheme| ["http", "https", "mailto", "tel"].contains(&scheme.as_str()));
        assert!(allowed, "a link to {address}");
        assert!(!text(link).is_empty(), "a link to {address} without words");
    }
}

/// Each table says what it holds, each of its heads what it is of, and each of its rows has all its columns.
#[track_caller]
fn tables(page: &Html) {
    for table in all(page, "table") {
        let class = table.attr("class").unwrap_or_default();
        let heads = within(table, "thead th");
        let captions = within(table, "caption");
        match class {
            // A table typed in a text, whose first cells may be empty.
            "donnees" => {
                let group = table.parent().and_then(ElementRef::wrap).expect("a parent");
                assert_eq!(group.attr("class"), Some("tableau"));
                assert!(
                    group
                        .attr("aria-label")
                        .is_some_and(|label| !label.is_empty())
                );
                assert_eq!(group.attr("tabindex"), Some("0"));
            }
            "grille" => assert_eq!((captions.len(), heads.len()), (1, 0)),
            _ => assert!(captions.len() == 1 && !heads.is_empty()),
        }
        assert!(
            captions
                .into_iter()
                .all(|caption| !text(caption).is_empty())
        );
        for head in within(table, "th") {
            let scope = if heads.contains(&head) { "col" } else { "row" };
            assert_eq!(head.attr("scope"), Some(scope));
            assert!(!text(head).is_empty());
        }
        let first_row = within(table, "tr")[0];
        let columns = first_row.children().filter_map(ElementRef::wrap).count();
        for body in children(table, "tbody") {
            grid(body, columns);
        }
    }
}

/// The elements of those names right below another.
fn children<'a>(element: ElementRef<'a>, names: &str) -> Vec<ElementRef<'a>> {
    let children = element.children().filter_map(ElementRef::wrap);
    children
        .filter(|child| names.split(", ").any(|name| child.value().name() == name))
        .collect()
}

#[track_caller]
fn grid(body: ElementRef<'_>, columns: usize) {
    let span = |cell: ElementRef<'_>, name: &str| {
        cell.attr(name)
            .map_or(1, |value| value.parse::<usize>().expect("a number"))
    };
    // How many rows below are still taken, by column.
    let mut taken = vec![0_usize; columns];
    let rows = children(body, "tr");
    for row in &rows {
        let mut now: Vec<bool> = taken.iter().map(|rows| *rows > 0).collect();
        taken
            .iter_mut()
            .for_each(|rows| *rows = rows.saturating_sub(1));
        for cell in children(*row, "td, th") {
            let start = now
                .iter()
                .position(|taken| !taken)
                .unwrap_or_else(|| panic!("one cell too many in {}", row.html()));
            for column in start..start + span(cell, "colspan") {
                assert!(
                    column < columns && !now[column],
                    "a cell beyond the table in {}",
                    row.html()
                );
                now[column] = true;
                taken[column] = span(cell, "rowspan") - 1;
            }
        }
        assert!(
            now.iter().all(|taken| *taken),
            "a cell is missing in {}",
            row.html()
        );
    }
    assert!(
        taken.iter().all(|rows| *rows == 0),
        "a cell spans more rows than there are"
    );
}

/// An element without text is a mark on the page that means nothing; only cells may be empty, and what waits for a search.
#[track_caller]
fn nothing_empty(page: &Html) {
    for element in all(
        page,
        "body *:not(td):not(br):not(.recherche input):not([role=status]):not(.resultats)",
    ) {
        let holds_text = element.text().any(|text| !text.trim().is_empty());
        assert!(
            holds_text,
            "an empty element: {} in {}",
            element.html(),
            element
                .parent()
                .and_then(ElementRef::wrap)
                .map(|parent| parent.html())
                .unwrap_or_default()
        );
    }
}

/// One line end at the end, one blank line between two blocks, no blank at the end of a line.
pub(crate) fn stray_blanks(markdown: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !markdown.ends_with('\n') || markdown.ends_with("\n\n") {
        faults.push(format!(
            "ends with {:?}",
            &markdown[markdown.trim_end().len()..]
        ));
    }
    let lines: Vec<&str> = markdown.trim_end().lines().collect();
    for (index, line) in lines.iter().enumerate() {
        if line.is_empty() && (index == 0 || lines[index - 1].is_empty()) {
            faults.push(format!("line {} is one blank line too many", index + 1));
        }
        if line.ends_with([' ', '\t']) {
            faults.push(format!("line {} ends with a blank: {line:?}", index + 1));
        }
    }
    faults
}

/// Sees to all that makes a Markdown file sound: no raw HTML, whole tables, headings in order, allowed links.
#[track_caller]
pub(crate) fn markdown(markdown: &str) {
    let mut columns = 0;
    let mut previous = 0;
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                let row = &markdown[range];
                assert_eq!(bars(row), columns + 1, "a row of {columns} columns: {row}");
            }
            Event::Start(Tag::Heading { level, .. }) => {
                assert!(
                    level as u32 <= previous + 1,
                    "a heading skips a level in\n{markdown}"
                );
                previous = level as u32;
            }
            Event::Html(html) => panic!("raw HTML {html} in\n{markdown}"),
            Event::InlineHtml(html) => assert_eq!(&*html, "<br>", "raw HTML in\n{markdown}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let scheme = dest_url
                    .split_once(':')
                    .map(|(scheme, _)| scheme.to_lowercase());
                let allowed = scheme.is_none_or(|scheme| {
                    ["http", "https", "mailto", "tel"].contains(&scheme.as_str())
                });
                assert!(allowed, "a link to {dest_url}");
            }
            _ => {}
        }
    }
}

/// The bars of a row that are no text.
fn bars(row: &str) -> usize {
    let mut escaped = false;
    let mut bars = 0;
    for character in row.chars() {
        match character {
            '\\' => escaped = !escaped,
            '|' if !escaped => bars += 1,
            _ => escaped = false,
        }
        if character != '\\' {
            escaped = false;
        }
    }
    bars
}
