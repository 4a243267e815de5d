#![no_main]

#[path = "../inputs/print.rs"]
mod print;

libfuzzer_sys::fuzz_target!(|data: &[u8]| print::survives(data));
