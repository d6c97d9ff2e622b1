//! Bytes of libFuzzer into `properties::docx`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::docx::bytes(data));
