//! Conversion of foreign documents by programs that happen to be installed.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use crate::{Document, Foreign, Lang, Note, NoteKind, ReadError, Tool, read};

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
    /// There is no text in the document, only pictures of it.
    NoText(Foreign),
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
            (Lang::Zh, Self::NoText(f)) => format!("{}：没有文字（可能是扫描件），请提供 .docx 原稿", f.name(lang)),
            (Lang::En, Self::NoText(f)) => format!("{}: no text in it (a scan?); give the .docx it was made from", f.name(lang)),
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

/// A foreign document that was converted.
#[derive(Debug, Clone)]
pub struct Converted {
    /// What the program wrote: a `.docx`, or plain text where the document was a PDF.
    pub bytes: Vec<u8>,
    /// Its text; [`Document::converted`] is set and a note says who converted it.
    pub document: Document,
}

/// Reads a foreign document by way of LibreOffice or pdftotext.
///
/// The program works in a temporary folder with a profile of its own, within a time limit, without macros and, where the system
/// allows it, without a network.
pub fn convert(bytes: &[u8], foreign: Foreign, limit: Duration) -> Result<Converted, ConvertError> {
    let tool = foreign.tool().ok_or(ConvertError::NoTool(foreign))?;
    let program = find_tool(tool).ok_or(ConvertError::NoTool(foreign))?;
    let failed = |_| ConvertError::Failed(foreign);
    let folder = tempfile::Builder::new().prefix("hegao-").tempdir().map_err(failed)?;
    let input = folder.path().join(format!("in.{}", foreign.extension()));
    std::fs::write(&input, bytes).map_err(failed)?;
    let (mut command, output) = match tool {
        Tool::LibreOffice => office(&program, folder.path(), &input).map_err(failed)?,
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
    let mut bytes = std::fs::read(&output).map_err(failed)?;
    if tool == Tool::PdfToText {
        bytes = without_page_numbers(&String::from_utf8_lossy(&bytes)).into_bytes();
        if bytes.iter().all(u8::is_ascii_whitespace) {
            // A scanned document: pictures of pages, and no text in them.
            return Err(ConvertError::NoText(foreign));
        }
    }
    let mut document = read(&bytes, Some(&output)).map_err(ConvertError::Read)?;
    document.converted = Some(foreign);
    let kind = match tool {
        Tool::LibreOffice => NoteKind::Converted,
        Tool::PdfToText => NoteKind::Extracted,
    };
    document.notes.insert(0, Note { kind, count: 1 });
    Ok(Converted { bytes, document })
}

/// Settings of the profile that LibreOffice gets: no macros, no links that are followed, no updates asked for.
const OFFICE_SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

fn office(program: &Path, folder: &Path, input: &Path) -> std::io::Result<(Command, PathBuf)> {
    let mut command = offline(program);
    // A profile of its own: a running LibreOffice would take the job otherwise and answer nothing.
    let profile = folder.join("profile");
    std::fs::create_dir_all(profile.join("user"))?;
    std::fs::write(profile.join("user/registrymodifications.xcu"), OFFICE_SETTINGS)?;
    let profile = format!("-env:UserInstallation=file://{}", profile.display());
    command.arg(profile).args(["--headless", "--norestore", "--convert-to", "docx", "--outdir"]).arg(folder).arg(input);
    Ok((command, folder.join("in.docx")))
}

/// The program, in a network namespace with nothing in it where the system has such a thing and lets us use it.
fn offline(program: &Path) -> Command {
    static UNSHARE: LazyLock<bool> = LazyLock::new(|| {
        let mut probe = Command::new("unshare");
        probe.args(ISOLATED).arg("true").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        cfg!(target_os = "linux") && probe.status().is_ok_and(|status| status.success())
    });
    let mut command = if *UNSHARE {
        let mut command = Command::new("unshare");
        command.args(ISOLATED).arg(program);
        command
    } else {
        Command::new(program)
    };
    // What no namespace keeps in is sent to a port that nobody listens on.
    for proxy in ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy"] {
        command.env(proxy, "http://127.0.0.1:9");
    }
    command.env_remove("no_proxy").env_remove("NO_PROXY");
    command
}

const ISOLATED: &[&str] = &["--map-root-user", "--net", "--"];

fn pdf(program: &Path, folder: &Path, input: &Path) -> (Command, PathBuf) {
    let output = folder.join("out.txt");
    let mut command = Command::new(program);
    command.args(["-enc", "UTF-8", "-eol", "unix"]).arg(input).arg(&output);
    (command, output)
}

/// The text of pages as one, without the numbers that stand at their edges: a sentence goes on over a page break.
fn without_page_numbers(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for page in text.split('\u{C}') {
        let mut lines: Vec<&str> = page.lines().collect();
        let blank = |line: &&&str| line.trim().is_empty();
        while lines.last().as_ref().is_some_and(blank) {
            lines.pop();
        }
        if lines.last().is_some_and(|line| is_page_number(line)) {
            lines.pop();
        }
        let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(lines.len());
        let start = if lines.get(first).is_some_and(|line| is_page_number(line)) { first + 1 } else { first };
        for line in &lines[start..] {
            whole.push_str(line);
            whole.push('\n');
        }
    }
    whole
}

/// `3`, `- 3 -`, `— 3 —`, `第3页`, `3/12`: as government documents number their pages (GB/T 9704).
fn is_page_number(line: &str) -> bool {
    let bare: String = line.chars().filter(|c| !c.is_whitespace() && !"-–—－―·/第页共".contains(*c)).collect();
    (1..=6).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())
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
        let converted = convert(rtf, Foreign::Rtf, Duration::from_secs(120)).unwrap();
        assert_eq!(converted.document.text.trim(), "受理12");
        assert_eq!(converted.document.converted, Some(Foreign::Rtf));
        assert_eq!(converted.document.notes[0].kind, NoteKind::Converted);
        assert!(read(&converted.bytes, None).is_ok());
    }

    #[test]
    fn page_numbers_at_the_edges_go_and_figures_stay() {
        let pages = "一、工作\n全年受理\n\n— 1 —\n\n\u{C}12件，办结\n2024\n件\n2/3\n\u{C}第3页\n完\n\u{C}";
        assert_eq!(without_page_numbers(pages), "一、工作\n全年受理\n\n12件，办结\n2024\n件\n完\n");
    }
}
