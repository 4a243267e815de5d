//! Bytes of a record: they are a meeting, or have faults that can be shown; a meeting can be said and printed.

use std::sync::LazyLock;

use greffier::config::Config;
use greffier::diagnostic::{Report, Source};
use greffier::document::Document;
use greffier::follow_up::{Entry, Ledger, Proceedings, Selection, Told, still_open};
use greffier::minutes::{Minutes, Surroundings};
use greffier::print::fonts::Fonts;
use greffier::record::{self, AnnexFile, Meeting, Places};
use greffier::templates::Templates;
use greffier::toml_source;

const NAME: &str = "meetings/2017/2017-02-07.toml";

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);
static TEMPLATES: LazyLock<Templates> =
    LazyLock::new(|| Templates::new(Default::default()).expect("the embedded templates are sound"));

/// Where the meeting stands as if it had been held twice: the second may follow what the first took.
fn after_itself(meeting: &Meeting) -> Surroundings {
    let proceedings = Proceedings::of(meeting);
    let entry = |address| Entry {
        address,
        proceedings: &proceedings,
    };
    let ledger = Ledger::new(vec![entry("2017/2017-02-07"), entry("2017/2017-02-08")]);
    let places = Places::default();
    for problem in ledger.problems() {
        assert!(!problem.diagnostic(&ledger, &places, 0).title.is_empty());
    }
    assert!(still_open(&ledger).len() <= 2 * proceedings.taken.len());
    Surroundings {
        address: "2017/2017-02-08".to_owned(),
        told: Told::new(&ledger, 1, Selection::Open, None),
        ..Surroundings::default()
    }
}

pub fn survives(data: &[u8]) {
    let source = match toml_source::decode(NAME, data.to_vec()) {
        Ok(source) => source,
        Err(report) => {
            assert!(!report.render(false).is_empty());
            return;
        }
    };
    let reading = record::read(&source, &|path| match path.len() % 3 {
        0 => AnnexFile::Present,
        1 => AnnexFile::Missing,
        _ => AnnexFile::OutsideProject,
    });
    assert_eq!(
        reading.meeting.is_none(),
        !reading.faults.is_empty(),
        "a record is sound or has faults"
    );
    let mut said = reading.doubts(&source);
    said.extend(reading.doubt_of_sorting());
    said.extend(reading.unprintable(&source, &|letter| FONTS.covers(letter)));
    said.extend(reading.faults);
    for spot in said.iter().flat_map(|diagnostic| &diagnostic.spots) {
        assert!(
            source.text.get(spot.span.clone()).is_some(),
            "{spot:?} cuts the text"
        );
    }
    let is_silent = said.is_empty();
    assert_eq!(
        Report::new(source, said).render(false).is_empty(),
        is_silent
    );
    if let Some(meeting) = reading.meeting {
        let minutes = Minutes::new(&meeting, &Config::default(), &after_itself(&meeting));
        let takes_any = "the template takes any record";
        TEMPLATES.html(&minutes, NAME).expect(takes_any);
        TEMPLATES.markdown(&minutes, NAME).expect(takes_any);
        let text = TEMPLATES.print(&minutes, NAME).expect(takes_any);
        let name = NAME.to_owned();
        let document = Document::parse(&Source { name, text });
        assert!(document.is_ok(), "{document:?}");
    }
}
