#![no_main]

#[path = "../inputs/archive.rs"]
mod archive;

libfuzzer_sys::fuzz_target!(|data: &[u8]| archive::survives_memory(data));
