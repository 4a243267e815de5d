//! Members have names and functions whatever the site publishes; nobody has how to reach them but the head of a message.

use super::{MARCH, parsed, plain_spaces, sent, series};

const WITHOUT_NAMES: &str = "[site]\nparticipants = \"organisations\"\n";

#[test]
fn members_have_the_names_that_the_site_does_not_publish() {
    let settings = super::SETTINGS;
    let named = sent(series().build(), "2026-04-14");
    let unnamed = series().file("greffier.toml", &format!("{settings}{WITHOUT_NAMES}"));
    let unnamed = sent(unnamed.build(), "2026-04-14");
    for file in named.files("circulation") {
        let path = format!("circulation/{file}");
        assert!(named.bytes(&path) == unnamed.bytes(&path), "{file}");
    }
    let pdf = "2026-04-14/compte-rendu-2026-04-14.pdf";
    let members = unnamed.bytes(&format!("circulation/{pdf}"));
    assert!(members == named.bytes(&format!("output/2026/{pdf}")));
    assert!(members != unnamed.bytes(&format!("output/2026/{pdf}")));
    for file in unnamed.files("output") {
        let bytes = unnamed.bytes(&format!("output/{file}"));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("Awa") && !text.contains("Dicko"), "{file}");
    }
    let bytes = unnamed.bytes("circulation/2026-04-14/message.eml");
    let text = parsed(&bytes).body_text(0).unwrap().into_owned();
    assert!(
        plain_spaces(&text).contains("(Mme Awa Sow, PNUD)"),
        "{text}"
    );
}

/// An address stands where a message goes to, and nowhere else.
#[test]
fn an_address_is_a_recipient_and_nothing_more() {
    let project = sent(series().build(), "2026-04-14");
    for file in project.files("output") {
        let bytes = project.bytes(&format!("output/{file}"));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("@example.org"), "{file}");
    }
    for file in project.files("circulation") {
        let bytes = project.bytes(&format!("circulation/{file}"));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let head = text.split("\r\n\r\n").next().unwrap();
        let in_head = head.matches("@example.org").count();
        match file.ends_with(".eml") {
            true => assert_eq!(text.matches("@example.org").count(), in_head, "{file}"),
            false => assert!(!text.contains("@example.org"), "{file}"),
        }
    }
}

/// A way to reach somebody that stands in a record is taken out for members too.
#[test]
fn contacts_typed_in_a_record_go_nowhere() {
    let text = MARCH.replace("Mme Awa Sow", "Mme Awa Sow (tél. 76 12 34 56)");
    let text = text.replace("\"ACTED\"", "\"ACTED, acted@example.net\"");
    let project = sent(
        series().file("meetings/2026/2026-03-17.toml", &text),
        "2026-03-17",
    );
    for file in project.files("circulation") {
        let bytes = project.bytes(&format!("circulation/{file}"));
        let said = String::from_utf8_lossy(&bytes).into_owned();
        assert!(
            !said.contains("example.net") && !said.contains("76 12"),
            "{file}"
        );
    }
}
