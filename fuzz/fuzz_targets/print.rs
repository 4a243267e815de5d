#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| greffier_fuzz::print::survives(data));
