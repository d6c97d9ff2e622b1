//! Feeds files to the check of a fuzz target, on the stable toolchain: `cargo run -p properties --example replay TARGET PATH…`. A path is
//! a file or a folder of files. It stops at the first that does not hold.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn files(path: &Path, out: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        out.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        files(&entry?.path(), out)?;
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1);
    let wanted = arguments.next().unwrap_or_default();
    let Some((_, check)) = properties::TARGETS.iter().find(|(name, _)| wanted == *name) else {
        let names: Vec<&str> = properties::TARGETS.iter().map(|(name, _)| *name).collect();
        return Err(io::Error::other(format!("which target: {}", names.join(", "))));
    };
    let mut inputs = Vec::new();
    for path in arguments {
        files(Path::new(&path), &mut inputs)?;
    }
    for input in &inputs {
        // Seen only where the check fails: which input it was.
        let bytes = fs::read(input)?;
        if let Err(panic) = std::panic::catch_unwind(|| check(&bytes)) {
            eprintln!("{} does not hold", input.display());
            std::panic::resume_unwind(panic);
        }
    }
    println!("{} inputs hold", inputs.len());
    Ok(())
}
