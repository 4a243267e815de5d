#![no_main]

#[path = "../inputs/record.rs"]
mod record;

libfuzzer_sys::fuzz_target!(|data: &[u8]| record::survives(data));
