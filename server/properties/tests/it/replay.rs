//! Every seed and every finding of the fuzz targets, on the stable toolchain: what was mended once stays mended.

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

#[test]
fn seeds_and_findings_of_the_fuzz_targets_hold() {
    let server = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (name, check) in properties::TARGETS {
        let mut inputs = files(&server.join("fuzz/seeds").join(name));
        inputs.extend(files(&server.join("fuzz/regressions").join(name)));
        if *name == "review" {
            inputs.extend(files(&server.join("../tests/cases")));
            inputs.extend(files(&server.join("../tests/examples")));
        }
        assert!(inputs.len() >= 5, "{name}: only {} inputs", inputs.len());
        for input in inputs {
            // Shown only where the check fails: which input it was.
            println!("{name}: {}", input.display());
            check(&fs::read(&input).unwrap());
        }
    }
}
