#![no_main]

#[path = "../inputs/markup.rs"]
mod markup;

libfuzzer_sys::fuzz_target!(|data: &[u8]| markup::survives(data));
