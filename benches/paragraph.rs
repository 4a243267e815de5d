//! What setting the text of the source document costs: the fonts, words that have never been shaped, words that have.
//!
//! `cargo bench --bench paragraph` prints the times; nothing here asserts any.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use greffier::print::fonts::{Face, Fonts};
use greffier::print::line::{Align, Cutting, Measure, Span};
use greffier::print::page::Mark;
use greffier::print::paragraph::{extent, set};
use greffier::print::units::{Color, Pt};

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SOURCE: &str = include_str!("../meetings/2017/2017-02-07.toml");

/// Every text between quotation marks in the record, as a paragraph.
fn paragraphs() -> Vec<Vec<Span>> {
    let texts = SOURCE
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| !text.trim().is_empty());
    let span = |text: &str| Span {
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        face: Face::Regular,
        size: Pt(9.5),
        color: Color::default(),
        rise: Pt::ZERO,
        cutting: Cutting::Text,
        mark: Mark::Artifact,
        link: None,
    };
    texts.map(|text| vec![span(text)]).collect()
}

fn set_all(fonts: &Fonts, paragraphs: &[Vec<Span>], width: f64, align: Align) -> usize {
    let measure = Measure {
        width: Pt(width),
        leading: Pt(13.0),
        align,
    };
    let lines = paragraphs
        .iter()
        .map(|spans| set(fonts, black_box(spans), &measure).len());
    lines.sum()
}

fn paragraph(criterion: &mut Criterion) {
    let paragraphs = paragraphs();
    let letters: usize = paragraphs
        .iter()
        .flatten()
        .map(|span| span.text.chars().count())
        .sum();
    let justified = |fonts: &Fonts| set_all(fonts, &paragraphs, 482.0, Align::Justified);
    criterion.bench_function("fonts: embedded", |bencher| bencher.iter(Fonts::embedded));
    criterion.bench_function(
        &format!("set cold: {letters} letters, justified"),
        |bencher| {
            bencher.iter_batched_ref(
                Fonts::embedded,
                |fonts| justified(fonts),
                BatchSize::SmallInput,
            )
        },
    );
    let fonts = Fonts::embedded();
    criterion.bench_function("set warm: justified", |bencher| {
        bencher.iter(|| justified(&fonts))
    });
    criterion.bench_function("set warm: ragged cells", |bencher| {
        bencher.iter(|| set_all(&fonts, &paragraphs, 150.0, Align::Left))
    });
    criterion.bench_function("extent warm", |bencher| {
        bencher.iter(|| {
            paragraphs
                .iter()
                .map(|spans| extent(&fonts, spans).widest.0)
                .sum::<f64>()
        })
    });
}

criterion_group!(benches, paragraph);
criterion_main!(benches);
