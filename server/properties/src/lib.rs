//! What must hold of any input, whoever made it.
//!
//! Each module takes bytes, makes an input of them and checks what was promised of its answer; a broken promise is a panic. The fuzz
//! targets feed it bytes of libFuzzer, the property tests feed it inputs of proptest, the replay feeds it what either has found.

pub mod config;
pub mod docx;
pub mod files;
pub mod protocol;
pub mod review;
pub mod spans;

/// A check of bytes.
pub type Target = fn(&[u8]);

/// The checks by the name of their fuzz target.
pub const TARGETS: &[(&str, Target)] =
    &[("review", review::bytes), ("docx", docx::bytes), ("files", files::bytes), ("config", config::bytes), ("protocol", protocol::bytes)];
