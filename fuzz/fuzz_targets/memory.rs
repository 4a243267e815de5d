#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| greffier_fuzz::archive::survives_memory(data));
