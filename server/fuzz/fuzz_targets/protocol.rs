//! Bytes of libFuzzer into `properties::protocol`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::protocol::bytes(data));
