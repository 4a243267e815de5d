//! What each step of the way costs for the source document: reading the record, saying it, dressing it, laying
//! it out, writing it.
//!
//! `cargo bench` prints the times; nothing here asserts any.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use greffier::config::Config;
use greffier::diagnostic::Source;
use greffier::document::Document;
use greffier::french::remarks::remarks;
use greffier::french::typography::{self, Profile};
use greffier::markup;
use greffier::minutes::{Minutes, Surroundings};
use greffier::pdf::{self, Pictures};
use greffier::print;
use greffier::print::fonts::Fonts;
use greffier::print::style::StyleSheet;
use greffier::record::{self, AnnexFile, Meeting};
use greffier::templates::Templates;

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn source() -> Source {
    Source {
        name: "meetings/2017/2017-02-07.toml".into(),
        text: include_str!("../meetings/2017/2017-02-07.toml").into(),
    }
}

/// Every free text of a meeting: names, titles, discussions, actions…
fn texts(meeting: &Meeting) -> Vec<&str> {
    let agenda = meeting.agenda.iter();
    let mut texts: Vec<&str> = agenda.map(|item| item.title.as_str()).collect();
    for person in &meeting.participants {
        texts.extend(
            [&person.name, &person.organisation]
                .into_iter()
                .flatten()
                .map(String::as_str),
        );
    }
    for theme in &meeting.themes {
        texts.push(&theme.title);
        texts.extend(
            [&theme.content.discussion, &theme.content.comments]
                .into_iter()
                .flatten()
                .map(String::as_str),
        );
        texts.extend(theme.content.recommendations.iter().map(String::as_str));
        for action in theme.actions() {
            texts.push(&action.text);
            texts.extend(action.owners.iter().map(String::as_str));
        }
    }
    texts.extend(meeting.notes.as_deref());
    texts.extend(meeting.annexes.iter().map(|annex| annex.title.as_str()));
    texts
}

fn pipeline(criterion: &mut Criterion) {
    let source = source();
    let read = || record::read(black_box(&source), &|_| AnnexFile::Missing);
    let reading = read();
    let meeting = reading
        .meeting
        .clone()
        .unwrap_or_else(|| panic!("the source record has faults"));
    let say = || {
        Minutes::new(
            black_box(&meeting),
            &Config::default(),
            &Surroundings::default(),
        )
    };
    let minutes = say();
    let parse_templates =
        || Templates::new(Default::default()).unwrap_or_else(|_| panic!("a template is unsound"));
    let templates = parse_templates();

    criterion.bench_function("record: read", |bencher| bencher.iter(read));
    criterion.bench_function("record: doubts", |bencher| {
        bencher.iter(|| reading.doubts(&source))
    });
    criterion.bench_function("minutes: say", |bencher| bencher.iter(say));
    criterion.bench_function("templates: parse all", |bencher| {
        bencher.iter(parse_templates)
    });
    criterion.bench_function("templates: html", |bencher| {
        bencher.iter(|| templates.html(black_box(&minutes), &source.name))
    });
    criterion.bench_function("templates: markdown", |bencher| {
        bencher.iter(|| templates.markdown(black_box(&minutes), &source.name))
    });
    criterion.bench_function("templates: print", |bencher| {
        bencher.iter(|| templates.print(black_box(&minutes), &source.name))
    });
    let printed = Source {
        name: source.name.clone(),
        text: templates
            .print(&minutes, &source.name)
            .unwrap_or_else(|_| panic!("a template is unsound")),
    };
    criterion.bench_function("document: parse", |bencher| {
        bencher.iter(|| Document::parse(black_box(&printed)))
    });
    let document = Document::parse(&printed).unwrap_or_else(|_| panic!("the text is unsound"));
    let (style, fonts, pictures) = (
        StyleSheet::default(),
        Fonts::embedded(),
        Pictures::default(),
    );
    let lay_out = || print::lay_out(black_box(&document), &style, &fonts, &|_| None);
    criterion.bench_function("print: lay out, words shaped before", |bencher| {
        bencher.iter(lay_out)
    });
    criterion.bench_function("print: lay out, nothing shaped before", |bencher| {
        bencher.iter_batched(
            Fonts::embedded,
            |fonts| print::lay_out(&document, &style, &fonts, &|_| None),
            BatchSize::LargeInput,
        )
    });
    let layout = lay_out();
    criterion.bench_function("pdf: write", |bencher| {
        bencher.iter(|| pdf::write(black_box(&layout), &fonts, &pictures))
    });
    let texts = texts(&meeting);
    let of_each = |work: fn(&str) -> usize| texts.iter().map(|text| work(text)).sum::<usize>();
    criterion.bench_function("markup: parse every text", |bencher| {
        bencher.iter(|| of_each(|text| markup::parse(text).blocks.len()))
    });
    let parsed: Vec<_> = texts
        .iter()
        .map(|text| markup::parse(text).blocks)
        .collect();
    criterion.bench_function("markup: typography of every parsed text", |bencher| {
        bencher.iter_batched(
            || parsed.clone(),
            |parsed| {
                parsed
                    .into_iter()
                    .map(|blocks| markup::typeset(blocks, Profile::Fine))
                    .collect::<Vec<_>>()
            },
            BatchSize::SmallInput,
        )
    });
    // What `check` says of the French of a text is to cost less than reading its Markdown (docs/performance.md).
    criterion.bench_function("french: remarks on every text", |bencher| {
        bencher.iter(|| of_each(|text| remarks(text).len()))
    });
    criterion.bench_function("french: typography of every text", |bencher| {
        bencher.iter(|| of_each(|text| typography::correct(text).len()))
    });
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
