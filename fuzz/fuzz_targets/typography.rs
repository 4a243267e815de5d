#![no_main]

#[path = "../inputs/typography.rs"]
mod typography;

libfuzzer_sys::fuzz_target!(|data: &[u8]| typography::survives(data));
