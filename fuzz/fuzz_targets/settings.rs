#![no_main]

#[path = "../inputs/settings.rs"]
mod settings;

libfuzzer_sys::fuzz_target!(|data: &[u8]| settings::survives(data));
