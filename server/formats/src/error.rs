//! Why a file could not be read or written, as one line that its owner understands.

use crate::Lang;
use crate::foreign::Foreign;

/// Why a file could not be read.
///
/// `Display` gives the English line; [`ReadError::message`] gives either language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
#[non_exhaustive]
pub enum ReadError {
    /// The file holds no bytes at all.
    Empty,
    /// The file is larger than [`crate::limits::MAX_FILE_BYTES`].
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The path names no regular file (a folder, a pipe, a device).
    NotAFile,
    /// The operating system refused; the text is its own.
    Io(String),
    /// The content is neither text nor a known document (images, programs, zeros).
    Binary,
    /// The content looks like text, but no encoding that we know reads all of it.
    Undecodable {
        /// The encoding that came nearest.
        tried: &'static str,
        /// The line (from 1) with the first bytes that do not fit.
        line: usize,
    },
    /// The name promises one kind of file and the content is another.
    WrongExtension {
        /// The extension of the path, in lower case and without the dot.
        extension: String,
        /// What the content really is.
        really: &'static str,
    },
    /// A document of a kind that has to be converted first.
    NeedsConversion(Foreign),
    /// An Office or zip file of a kind that holds no report.
    Unsupported(&'static str),
    /// The document is protected by a password.
    Encrypted,
    /// The zip container is cut off or damaged.
    DamagedZip(String),
    /// A part that every Word file needs is not there.
    MissingPart(&'static str),
    /// The file would grow beyond all reason when unpacked.
    Bomb(Bomb),
    /// An XML part declares a document type, which Word never does and entity bombs need.
    Doctype {
        /// Name of the part inside the container.
        part: String,
    },
    /// An XML part is not well-formed.
    Xml {
        /// Name of the part inside the container.
        part: String,
        /// Byte offset of the fault inside the part.
        offset: usize,
    },
}

/// Which limit a suspicious container crossed; the limits stand in [`crate::limits`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bomb {
    /// More entries than [`crate::limits::MAX_ENTRIES`].
    Entries,
    /// One part larger than [`crate::limits::MAX_PART_BYTES`].
    PartSize,
    /// All parts together larger than [`crate::limits::MAX_TOTAL_BYTES`].
    TotalSize,
    /// A part that shrank more than [`crate::limits::MAX_RATIO`] times.
    Ratio,
    /// Elements nested deeper than [`crate::limits::MAX_XML_DEPTH`].
    Depth,
    /// The table cells of a document are nested or repeated beyond [`crate::limits::MAX_TEXT_BYTES`].
    Text,
}

impl Bomb {
    fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Entries => ("压缩包内文件过多", "too many entries"),
            Self::PartSize => ("解压后单个部件过大", "a part is too large when unpacked"),
            Self::TotalSize => ("解压后总量过大", "too large when unpacked"),
            Self::Ratio => ("压缩比异常", "suspicious compression ratio"),
            Self::Depth => ("XML 嵌套过深", "XML nested too deeply"),
            Self::Text => ("正文过长", "the text is too long"),
        };
        pick(lang, zh, en)
    }
}

fn pick<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

impl ReadError {
    /// The error as one line without a full stop.
    pub fn message(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Empty => ("文件是空的".into(), "the file is empty".into()),
            Self::TooLarge { bytes, limit } => {
                let (size, most) = (megabytes(*bytes), megabytes(*limit));
                (format!("文件过大（{size} MB，上限 {most} MB）"), format!("the file is too large ({size} MB, limit {most} MB)"))
            }
            Self::NotAFile => ("不是普通文件".into(), "not a regular file".into()),
            Self::Io(why) => (format!("无法读取：{why}"), format!("cannot be read: {why}")),
            Self::Binary => ("不是文本或文档（二进制内容）".into(), "not a text or document (binary content)".into()),
            Self::Undecodable { tried, line } => (
                format!("无法确定文字编码（按 {tried} 读到第 {line} 行出错），请另存为 UTF-8"),
                format!("unknown text encoding (read as {tried}, line {line} does not fit); save it as UTF-8"),
            ),
            Self::WrongExtension { extension, really } => (
                format!("扩展名是 .{extension}，内容却是{}，请更正扩展名或另存", content_zh(really)),
                format!("the extension is .{extension} but the content is {really}; rename it or save it anew"),
            ),
            Self::NeedsConversion(foreign) => (foreign.offer(Lang::Zh), foreign.offer(Lang::En)),
            Self::Unsupported(what) => (format!("不支持的文件：{}", content_zh(what)), format!("unsupported file: {what}")),
            Self::Encrypted => ("文档已加密，请先去掉密码".into(), "the document is encrypted; remove its password first".into()),
            Self::DamagedZip(why) => ("文档已损坏或不完整（压缩包无法读取）".into(), format!("the document is damaged or cut off ({why})")),
            Self::MissingPart(part) => (format!("文档已损坏：缺少部件 {part}"), format!("the document is damaged: part {part} is missing")),
            Self::Bomb(bomb) => {
                (format!("文档异常，已拒绝读取：{}", bomb.name(Lang::Zh)), format!("suspicious document refused: {}", bomb.name(Lang::En)))
            }
            Self::Doctype { part } => (
                format!("文档异常，已拒绝读取：{part} 中有 DOCTYPE 声明"),
                format!("suspicious document refused: {part} declares a DOCTYPE"),
            ),
            Self::Xml { part, offset } => (
                format!("文档已损坏：{part} 第 {offset} 字节处不是合法的 XML"),
                format!("the document is damaged: {part} is not well-formed XML at byte {offset}"),
            ),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// Sizes are rounded up, so that a file just over a limit never reads as being at it.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

/// The Chinese names of contents; the English name is the key.
const CONTENTS: &[(&str, &str)] = &[
    ("a Word document", " Word 文档"),
    ("plain text", "纯文本"),
    ("a zip archive", " ZIP 压缩包"),
    ("an Excel workbook", " Excel 工作簿"),
    ("a PowerPoint presentation", " PowerPoint 演示文稿"),
];

fn content_zh(english: &str) -> &str {
    CONTENTS.iter().find(|(en, _)| *en == english).map_or(english, |(_, zh)| zh)
}

/// Why a file could not be written, or an edit not be made.
///
/// `Display` gives the English line; [`WriteError::message`] gives either language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
#[non_exhaustive]
pub enum WriteError {
    /// The document that was to be edited could not be read.
    Read(ReadError),
    /// A character of the new text does not exist in the file's encoding.
    Unencodable {
        /// The encoding of the file.
        encoding: &'static str,
        /// The first character that it cannot say.
        character: char,
    },
    /// The file's bytes do not survive decoding and encoding, so that a fix would change other places.
    NotReversible {
        /// The encoding of the file.
        encoding: &'static str,
    },
    /// Two edits overlap, or one lies outside the text or inside a character.
    BadRange {
        /// Start of the offending range in the text.
        start: usize,
        /// End of the offending range in the text.
        end: usize,
    },
    /// The target is marked read-only.
    ReadOnly,
    /// The target lies outside the folder that it must stay in (a symbolic link leads out).
    Outside,
    /// The operating system refused; the text is its own.
    Io(String),
}

impl From<ReadError> for WriteError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl WriteError {
    /// The error as one line without a full stop.
    pub fn message(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Read(error) => return error.message(lang),
            Self::Unencodable { encoding, character } => (
                format!("“{character}”无法用原文件的编码 {encoding} 保存"),
                format!("\"{character}\" cannot be saved in the file's encoding {encoding}"),
            ),
            Self::NotReversible { encoding } => (
                format!("文件按 {encoding} 读写后不能逐字节还原，未作修改"),
                format!("the file does not survive a round trip through {encoding}; left unchanged"),
            ),
            Self::BadRange { start, end } => (format!("修改范围无效（{start}–{end}）"), format!("invalid edit range ({start}–{end})")),
            Self::ReadOnly => ("文件是只读的".into(), "the file is read-only".into()),
            Self::Outside => {
                ("符号链接指向给定文件夹之外，未写入".into(), "a symbolic link leads out of the given folder; not written".into())
            }
            Self::Io(why) => (format!("无法写入：{why}"), format!("cannot be written: {why}")),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
