//! Bytes of libFuzzer into `properties::review`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::review::bytes(data));
