//! A template of the user's: it is refused with its line, or gives pages; what it gives for the PDF is a document, or has faults that
//! can be shown.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use greffier::config::Config;
use greffier::diagnostic::{Report, Source};
use greffier::document::Document;
use greffier::minutes::{Minutes, Surroundings};
use greffier::record::{self, AnnexFile};
use greffier::templates::Templates;

const NAME: &str = "meetings/2017/2017-02-07.toml";

static MINUTES: LazyLock<Minutes> = LazyLock::new(|| {
    let source = Source {
        name: NAME.to_owned(),
        text: include_str!("../../meetings/2017/2017-02-07.toml").to_owned(),
    };
    let reading = record::read(&source, &|_| AnnexFile::Present);
    let meeting = reading.meeting.expect("the example is sound");
    Minutes::new(&meeting, &Config::default(), &Surroundings::default())
});

/// A fault can be shown.
fn shown(report: &Report) {
    assert!(!report.render(false).is_empty());
}

pub fn survives(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    // Tera has no fuel: the builds watch for a template without end, and nothing does here.
    if text.contains("range") || text.matches("{%").count() > 64 {
        return;
    }
    for name in ["minutes.html", "minutes.md", "minutes.print.html"] {
        let own = BTreeMap::from([(name.to_owned(), text.to_owned())]);
        let templates = match Templates::new(own) {
            Ok(templates) => templates,
            Err(report) => {
                shown(&report);
                continue;
            }
        };
        let rendered = match name {
            "minutes.html" => templates.html(&MINUTES, NAME),
            "minutes.md" => templates.markdown(&MINUTES, NAME),
            _ => templates.print(&MINUTES, NAME),
        };
        match rendered {
            Err(report) => shown(&report),
            Ok(text) if name == "minutes.print.html" => {
                let name = NAME.to_owned();
                let source = Source { name, text };
                if let Err(faults) = Document::parse(&source) {
                    assert!(!faults.is_empty(), "nothing says why it is refused");
                    shown(&Report::new(source, faults));
                }
            }
            Ok(_) => {}
        }
    }
}
