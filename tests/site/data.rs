//! Feeds, calendar, table and data, by readers that share no code with what wrote them.

use jiff::civil::Date;
use roxmltree::Document;
use serde_json::Value;

use crate::common::{Project, spreadsheet};
use crate::{ADDRESS, example, synthetic};

#[test]
fn both_feeds_tell_the_latest_meetings() {
    let project = example();
    let atom = project.read("output/atom.xml");
    let atom = Document::parse(&atom).unwrap();
    let said = |document: &Document<'_>, name: &str| -> Vec<String> {
        let elements = document
            .descendants()
            .filter(|node| node.has_tag_name(name));
        let texts = elements.map(|node| node.text().unwrap_or_default().to_owned());
        texts.collect()
    };
    let of_atom = |name: &str| -> Vec<String> {
        let namespace = "http://www.w3.org/2005/Atom";
        let elements = atom
            .descendants()
            .filter(|node| node.has_tag_name((namespace, name)));
        elements
            .map(|node| node.text().unwrap_or_default().to_owned())
            .collect()
    };
    let pages = [
        "2026/2026-07-14",
        "2026/2026-06-16",
        "2026/2026-05-12",
        "2026/2026-04-14",
        "2017/2017-02-07",
    ]
    .map(|address| format!("{ADDRESS}/{address}/"));
    assert_eq!(of_atom("id")[1..], pages);
    // The meeting that was put off bears the day of the last one held before it: nobody said when it was put off.
    assert_eq!(
        of_atom("updated")[..2],
        ["2026-06-19T12:00:00+00:00", "2026-06-16T12:00:00+00:00"]
    );
    let rss = project.read("output/rss.xml");
    let rss = Document::parse(&rss).unwrap();
    assert_eq!(said(&rss, "guid"), pages);
    assert_eq!(
        said(&rss, "pubDate")[..2],
        [
            "Fri, 19 Jun 2026 12:00:00 +0000",
            "Tue, 16 Jun 2026 12:00:00 +0000"
        ]
    );
    let sitemap = project.read("output/sitemap.xml");
    let sitemap = Document::parse(&sitemap).unwrap();
    let addresses = sitemap
        .descendants()
        .filter(|node| node.tag_name().name() == "loc");
    let addresses: Vec<&str> = addresses.filter_map(|node| node.text()).collect();
    assert!(
        pages.iter().all(|page| addresses.contains(&page.as_str())),
        "{addresses:?}"
    );
    assert!(
        addresses.contains(&"https://example.org/crr/"),
        "{addresses:?}"
    );
    assert!(
        !addresses.iter().any(|address| address.contains("404")),
        "{addresses:?}"
    );
}

#[test]
fn the_calendar_holds_meetings_and_deadlines() {
    let record = "date = 2026-04-14\ndebut = 09:30:00\nfin = 11:45:00\n[[themes]]\ntitre = \"T\"\n[[themes.actions]]\nid = \"tdr\"\ntexte = \"Partager les TDR; vite, « s’il vous plaît »\"\necheance = 2026-04-30\n[[themes.actions]]\ntexte = \"Fini\"\nstatut = \"fait\"\necheance = 2026-04-30\n[prochaine_reunion]\ndate = 2026-05-12\ndebut = 09:30:00\n";
    let project = Project::empty()
        .file("meetings/2026/2026-04-14.toml", record)
        .build_texts();
    let calendar = project.read("output/calendrier.ics");
    assert!(
        calendar
            .split_inclusive("\r\n")
            .all(|line| line.len() <= 77 && line.ends_with("\r\n"))
    );
    assert_eq!(
        calendar.matches('\n').count(),
        calendar.matches("\r\n").count()
    );
    let unfolded = calendar.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.lines().collect();
    let of = |key: &str| -> Vec<&str> {
        lines
            .iter()
            .filter_map(|line| line.strip_prefix(key))
            .collect()
    };
    assert_eq!(of("UID:").len(), 3);
    assert_eq!(
        of("UID:"),
        [
            "2026/2026-04-14@compte-rendu.",
            "2026/2026-04-14/tdr@compte-rendu.",
            "2026/2026-04-14/prochaine-reunion@compte-rendu."
        ]
    );
    assert_eq!(of("DTSTAMP:"), ["20260414T120000Z"; 3]);
    assert_eq!(
        of("DTSTART"),
        [
            ":20260414T093000Z",
            ";VALUE=DATE:20260430",
            ":20260512T093000Z"
        ]
    );
    assert_eq!(
        of("DTEND"),
        [
            ":20260414T114500Z",
            ";VALUE=DATE:20260501",
            ":20260512T103000Z"
        ]
    );
    assert!(unfolded.contains("TDR\u{a0}\\; vite\\, «"), "{unfolded}");
}

#[test]
fn no_line_of_the_calendar_is_too_long() {
    for project in [example(), synthetic(60)] {
        let calendar = project.read("output/calendrier.ics");
        for line in calendar.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
        }
        assert!(calendar.contains("\r\n "), "some line is folded");
    }
}

/// A meeting held is no longer announced, whatever was announced of it.
#[test]
fn the_announcement_gives_way_to_the_meeting() {
    let project = Project::of_dates(&["2026-05-12"])
        .file(
            "meetings/2026/2026-04-14.toml",
            "date = 2026-04-14\n[prochaine_reunion]\ndate = 2026-05-12\n",
        )
        .build_texts();
    let calendar = project.read("output/calendrier.ics");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
    // It is the event that was announced.
    assert_eq!(calendar.matches("prochaine-reunion").count(), 1);
}

#[test]
fn the_table_opens_in_a_spreadsheet() {
    let table = example().read("output/actions.csv");
    let rows = spreadsheet::rows_below(&table);
    assert_eq!(rows.len(), 18);
    assert_eq!(
        rows[3],
        [
            "",
            "2026-04-14",
            "Désigner un point focal par région",
            "AVSF ; Mercy Corps",
            "2026-04-30",
            "fait",
            "non",
            "",
            "0",
            "16/06/2026 : fait",
            "https://example.org/crr/2026/2026-04-14/#points-focaux",
            "2026/2026-04-14#points-focaux",
        ]
    );
}

#[test]
fn the_data_of_a_meeting_keep_to_their_schema() {
    let project = example();
    let schema: Value = serde_json::from_str(&project.run(["schema", "minutes"]).stdout).unwrap();
    let keys =
        |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    for address in [
        "2017/2017-02-07",
        "2026/2026-04-14",
        "2026/2026-05-12",
        "2026/2026-06-16",
        "2026/2026-07-14",
    ] {
        let data = project.read(&format!("output/{address}/minutes.json"));
        let data: Value = serde_json::from_str(&data).unwrap();
        assert_eq!(keys(&data), keys(&schema["properties"]));
        for theme in data["themes"].as_array().unwrap() {
            assert_eq!(keys(theme), keys(&schema["$defs"]["theme"]["properties"]));
        }
        assert!(data["date"].as_str().unwrap().parse::<Date>().is_ok());
    }
}

#[test]
fn the_page_of_a_meeting_tells_search_engines_what_it_is() {
    let project = example();
    let page = project.read("output/2026/2026-04-14/index.html");
    let (_, data) = page
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["@type"], "Event");
    assert_eq!(data["startDate"], "2026-04-14T09:30:00+00:00");
    assert_eq!(data["endDate"], "2026-04-14T11:45:00+00:00");
    assert_eq!(
        data["eventAttendanceMode"],
        "https://schema.org/MixedEventAttendanceMode"
    );
    assert_eq!(
        data["location"]["name"],
        "Salle de conférences d’ONU Femmes, Gao"
    );
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://example.org/crr/2026/2026-04-14/\">")
    );
    assert!(page.contains(
        "<meta property=\"og:title\" content=\"Compte rendu de la réunion élargie, 14 avril 2026\">"
    ));
}
