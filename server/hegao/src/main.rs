//! The binary; what it does is in the library beside it.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A review makes many small things on several threads. The allocator of musl, against which the binaries for Linux are linked, is slow at
/// that; this one is the same, and quick, on every system.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    hegao::main()
}
