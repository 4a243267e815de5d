#![no_main]

#[path = "../inputs/template.rs"]
mod template;

libfuzzer_sys::fuzz_target!(|data: &[u8]| template::survives(data));
