//! What it costs to write a document of four pages that has been laid out: `cargo bench --bench pdf`. Nothing asserts.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a benchmark that cannot go on should stop there"
)]

#[path = "../tests/pdf/blocks.rs"]
mod blocks;
#[path = "../tests/pdf/samples.rs"]
mod samples;
#[path = "../tests/pdf/setter.rs"]
mod setter;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use greffier::pdf;
use greffier::print::fonts::Fonts;

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn write(criterion: &mut Criterion) {
    let fonts = Fonts::embedded();
    let pictures = samples::pictures();
    let layout = samples::minutes(&fonts);
    criterion.bench_function("pdf: minutes of four pages", |bencher| {
        bencher.iter(|| pdf::write(black_box(&layout), &fonts, &pictures));
    });
}

criterion_group!(benches, write);
criterion_main!(benches);
