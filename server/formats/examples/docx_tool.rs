//! Drives the crate from the command line, for the checks in `tests/formats`.
//!
//! `docx_tool extract FILE` prints the text; `docx_tool annotate FILE OUT NEEDLE…` puts a comment at every occurrence of
//! each needle; `docx_tool fix FILE OUT OLD NEW` replaces the first occurrence as a tracked change.

use std::process::ExitCode;

use hegao_formats::{Comment, Lang, ReadError, Replacement, Signature, annotate, apply_tracked, convert, read_file, write_atomic};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let [command, file, rest @ ..] = arguments else {
        return Err("usage: docx_tool extract|annotate|fix FILE …".into());
    };
    let (bytes, document) = match read_file(file.as_ref()) {
        // Other kinds are converted, and then only their text is to be had.
        Err(ReadError::NeedsConversion(foreign)) if command == "extract" => {
            let bytes = std::fs::read(file).map_err(|e| e.to_string())?;
            let limit = std::time::Duration::from_secs(120);
            let converted = convert(&bytes, foreign, limit).map_err(|e| e.message(Lang::En))?;
            (converted.bytes, converted.document)
        }
        other => other.map_err(|e| e.message(Lang::En))?,
    };
    match (command.as_str(), rest) {
        ("extract", _) => {
            print!("{}", document.text);
            for note in &document.notes {
                eprintln!("{}", note.message(Lang::En));
            }
            Ok(())
        }
        ("annotate", [out, needles @ ..]) => {
            let mut comments = Vec::new();
            for needle in needles {
                for (at, found) in document.text.match_indices(needle.as_str()) {
                    comments.push(Comment { range: at..at + found.len(), text: format!("见“{found}”\n第二行 & <标记>") });
                }
            }
            let new = annotate(&bytes, &comments, &Signature::default()).map_err(|e| e.message(Lang::En))?;
            write_atomic(out.as_ref(), &new).map_err(|e| e.message(Lang::En))?;
            println!("{}", comments.len());
            Ok(())
        }
        ("fix", [out, old, new]) => {
            let at = document.text.find(old.as_str()).ok_or("nothing to replace")?;
            let edit = Replacement { range: at..at + old.len(), text: new.clone() };
            let tracked = apply_tracked(&bytes, &[edit], &Signature::default()).map_err(|e| e.message(Lang::En))?;
            write_atomic(out.as_ref(), &tracked.bytes).map_err(|e| e.message(Lang::En))?;
            println!("{}", 1 - tracked.skipped.len());
            Ok(())
        }
        _ => Err("unknown command".into()),
    }
}
