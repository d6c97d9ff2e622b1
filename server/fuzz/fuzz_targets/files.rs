//! Bytes of libFuzzer into `properties::files`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::files::bytes(data));
