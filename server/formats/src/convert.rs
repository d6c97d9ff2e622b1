//! Conversion of foreign documents by programs that happen to be installed.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Document, Foreign, Lang, ReadError, Tool, read};

/// Why a document was not converted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
#[non_exhaustive]
pub enum ConvertError {
    /// The program that could do it is not installed, or there is none.
    NoTool(Foreign),
    /// The program did not finish in time.
    TimedOut(Foreign),
    /// The program failed or wrote nothing.
    Failed(Foreign),
    /// What it wrote could not be read.
    Read(ReadError),
}

impl ConvertError {
    /// The error as one line without a full stop.
    pub fn message(&self, lang: Lang) -> String {
        match (lang, self) {
            (_, Self::NoTool(foreign)) => foreign.offer(lang),
            (Lang::Zh, Self::TimedOut(f)) => format!("{}：转换超时，请另存为 .docx", f.name(lang)),
            (Lang::En, Self::TimedOut(f)) => format!("{}: the conversion took too long; save it as .docx", f.name(lang)),
            (Lang::Zh, Self::Failed(f)) => format!("{}：转换失败，请另存为 .docx", f.name(lang)),
            (Lang::En, Self::Failed(f)) => {
                format!("{}: the conversion failed; save it as .docx", f.name(lang))
            }
            (_, Self::Read(error)) => error.message(lang),
        }
    }
}

/// The full path of a tool on the search path.
pub fn find_tool(tool: Tool) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    tool.programs().iter().find_map(|program| {
        let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(|f| f.join(&file)).find(|p| p.is_file())
    })
}

/// Reads a foreign document by way of LibreOffice or pdftotext, in a temporary folder of its own and within a time limit.
pub fn convert(bytes: &[u8], foreign: Foreign, limit: Duration) -> Result<Document, ConvertError> {
    let tool = foreign.tool().ok_or(ConvertError::NoTool(foreign))?;
    let program = find_tool(tool).ok_or(ConvertError::NoTool(foreign))?;
    let failed = |_| ConvertError::Failed(foreign);
    let folder = tempfile::Builder::new().prefix("hegao-").tempdir().map_err(failed)?;
    let input = folder.path().join(format!("in.{}", foreign.extension()));
    std::fs::write(&input, bytes).map_err(failed)?;
    let (mut command, output) = match tool {
        Tool::LibreOffice => office(&program, folder.path(), &input),
        Tool::PdfToText => pdf(&program, folder.path(), &input),
    };
    command.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // In a group of its own, so that the time limit reaches the program behind a starter script too.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let child = command.spawn().map_err(failed)?;
    if !finish(child, limit).ok_or(ConvertError::TimedOut(foreign))? {
        return Err(ConvertError::Failed(foreign));
    }
    let size = std::fs::metadata(&output).map_err(failed)?.len();
    if size > crate::limits::MAX_FILE_BYTES {
        return Err(ConvertError::Read(crate::too_large(size)));
    }
    let converted = std::fs::read(&output).map_err(failed)?;
    read(&converted, Some(&output)).map_err(ConvertError::Read)
}

fn office(program: &Path, folder: &Path, input: &Path) -> (Command, PathBuf) {
    let mut command = Command::new(program);
    // A profile of its own: a running LibreOffice would take the job otherwise and answer nothing.
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    command.arg(profile).args(["--headless", "--norestore", "--convert-to", "docx", "--outdir"]).arg(folder).arg(input);
    (command, folder.join("in.docx"))
}

fn pdf(program: &Path, folder: &Path, input: &Path) -> (Command, PathBuf) {
    let output = folder.join("out.txt");
    let mut command = Command::new(program);
    command.args(["-enc", "UTF-8", "-nopgbrk"]).arg(input).arg(&output);
    (command, output)
}

/// Whether the program ended well; nothing if it had to be ended.
fn finish(mut child: Child, limit: Duration) -> Option<bool> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Ok(None) if start.elapsed() < limit => std::thread::sleep(Duration::from_millis(20)),
            _ => break,
        }
    }
    #[cfg(unix)]
    if let Some(group) = rustix::process::Pid::from_raw(child.id().cast_signed()) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_program_converts_is_offered_a_way() {
        let error = convert(b"x", Foreign::Ofd, Duration::from_secs(1)).unwrap_err();
        assert_eq!(error, ConvertError::NoTool(Foreign::Ofd));
        assert!(error.message(Lang::Zh).contains("OFD"));
    }

    #[cfg(unix)]
    #[test]
    fn the_time_limit_ends_the_whole_group() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 600 & wait"]);
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command.spawn().unwrap();
        assert_eq!(finish(child, Duration::from_millis(50)), None);
        let child = Command::new("false").spawn().unwrap();
        assert_eq!(finish(child, Duration::from_secs(60)), Some(false));
    }

    #[test]
    fn rich_text_is_converted_where_libreoffice_is() {
        if find_tool(Tool::LibreOffice).is_none() {
            // Without the program the offer is the whole answer.
            let error = convert(b"{\\rtf1 x}", Foreign::Rtf, Duration::from_secs(1)).unwrap_err();
            assert_eq!(error, ConvertError::NoTool(Foreign::Rtf));
            return;
        }
        let rtf = b"{\\rtf1\\ansi\\uc0 \\u21463\\u29702 12\\par}";
        let document = convert(rtf, Foreign::Rtf, Duration::from_secs(120)).unwrap();
        assert_eq!(document.text.trim(), "受理12");
    }
}
