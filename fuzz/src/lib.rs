//! What must survive any input, kind by kind: of the fuzzer (`fuzz_targets`), and of `tests/corpus` on any compiler.

pub mod archive;
pub mod markup;
pub mod print;
pub mod record;
pub mod settings;
pub mod template;
pub mod typography;
