//! A hostile text is a text: in the pages, in the feeds, in the calendar, in the table, in the data.

use scraper::Html;

use crate::SETTINGS;
use crate::common::from_html::{all, text};
use crate::common::{Project, sound, spreadsheet};

const TEXTS: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "javascript:alert(1)",
    "[clic](javascript:alert(1))",
    "{{ titre }} {% raw %}",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "]]><!-- &lt; -->",
];

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn project() -> Project {
    let mut project = Project::empty().file(
        "greffier.toml",
        &format!(
            "{}titre = \"</script><b>T\"\n",
            SETTINGS.replace(
                "Cluster Relèvement Rapide\"\ninstance_avec",
                "C <script>\"\ninstance_avec"
            )
        ),
    );
    for (day, hostile) in (1..).zip(TEXTS) {
        let text = quoted(hostile);
        let record = format!(
            "date = 2026-03-{day:02}\nlieu = {text}\nparticipants = [ {{ nom = {text}, organisation = {text} }}, {{ nom = \"A\\r\\nB\", organisation = \"O\\nP\" }} ]\n[[themes]]\ntitre = {text}\ndecisions = [ {{ numero = {text}, texte = {text} }} ]\n[[themes.actions]]\ntexte = {text}\nresponsables = [ {text}, \"O\\r\\nQ\" ]\necheance = {text}\n[[themes.actions]]\ntexte = \"jour\"\nresponsables = [ {text} ]\necheance = 2026-04-01\n[prochaine_reunion]\ndate = 2026-04-14\nlieu = {text}\naccueil = {text}\n"
        );
        project = project.file(&format!("meetings/2026/2026-03-{day:02}.toml"), &record);
    }
    project.build_texts()
}

#[test]
fn in_every_page() {
    let project = project();
    let mut seen = 0;
    for file in project.files("output") {
        if file.ends_with(".html") && !file.ends_with(".print.html") {
            sound::page(&project.read(&format!("output/{file}")));
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen}");
    let actions = Html::parse_document(&project.read("output/actions-2026.html"));
    let shown = text(all(&actions, "main")[0]);
    for hostile in [
        "<script>alert(1)",
        "javascript:alert(1)",
        "{{ titre }} {% raw %}",
        "=cmd|",
        "]]><!--",
    ] {
        assert!(shown.contains(hostile), "{hostile} is lost in {shown}");
    }
}

#[test]
fn in_the_feeds_and_the_sitemap() {
    let project = project();
    for file in ["atom.xml", "rss.xml", "sitemap.xml"] {
        let xml = project.read(&format!("output/{file}"));
        let document = roxmltree::Document::parse(&xml)
            .unwrap_or_else(|error| panic!("{file}: {error}\n{xml}"));
        for element in document.descendants() {
            assert!(
                !["script", "img", "b"].contains(&element.tag_name().name()),
                "{file}"
            );
        }
    }
    let rss = project.read("output/rss.xml");
    let document = roxmltree::Document::parse(&rss).unwrap();
    for description in document
        .descendants()
        .filter(|node| node.has_tag_name("description"))
    {
        // A reader of feeds takes it for HTML.
        let read = Html::parse_fragment(description.text().unwrap_or_default());
        assert!(all(&read, "script, img, a").is_empty(), "{rss}");
    }
}

#[test]
fn in_the_calendar() {
    let calendar = project().read("output/calendrier.ics");
    let names = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "NAME",
        "X-WR-CALNAME",
        "DESCRIPTION",
        "DTSTART",
        "DTEND",
        "DTSTAMP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "LOCATION",
        "SUMMARY",
        "TRANSP",
        "UID",
        "URL",
    ];
    for line in calendar.replace("\r\n ", "").lines() {
        let name = line.split([':', ';']).next().unwrap_or_default();
        assert!(names.contains(&name), "{line}");
    }
}

#[test]
fn in_the_table() {
    let project = project();
    for (table, rows_of_text) in [("actions.csv", 2), ("decisions.csv", 1)] {
        let table = project.read(&format!("output/{table}"));
        let rows = spreadsheet::rows_below(&table);
        for cell in rows.iter().flatten() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
        }
        assert_eq!(rows.len(), TEXTS.len() * rows_of_text);
    }
}

#[test]
fn in_the_data() {
    let project = project();
    for (day, hostile) in (1..).zip(TEXTS) {
        let data = project.read(&format!("output/2026/2026-03-{day:02}/minutes.json"));
        let data: serde_json::Value = serde_json::from_str(&data).unwrap();
        let title = data["themes"][0]["titre"].as_str().unwrap();
        let plain = |text: &str| {
            text.to_lowercase()
                .replace(|letter: char| !letter.is_alphanumeric(), "")
        };
        assert_eq!(plain(title), plain(hostile));
    }
}
