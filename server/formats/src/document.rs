//! A draft as text, with what was noticed on the way.

use std::ops::Range;

use crate::{Encoding, Foreign, Lang, LineEnding};

/// The format that a file was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, read as it stands.
    Markdown,
    /// A web page.
    Html,
    /// A Word document.
    Docx,
}

/// A draft as text.
#[derive(Debug, Clone)]
pub struct Document {
    /// The text. For plain text and Markdown it is the file's own, line ends included.
    pub text: String,
    /// What the file was read as.
    pub format: Format,
    /// The encoding of a text file; nothing for containers.
    pub encoding: Option<Encoding>,
    /// How the lines of the file end; always `\n` for text taken from documents.
    pub line_ending: LineEnding,
    /// What was skipped or noticed.
    pub notes: Vec<Note>,
    /// The metadata table of a web page: label and value.
    pub metadata: Vec<(String, String)>,
    /// The body's place in the text; footnotes and endnotes follow behind it.
    pub body: Range<usize>,
    /// What the file was before a program on this machine converted it; edits cannot go back into such a file.
    pub converted: Option<Foreign>,
}

/// Something that was skipped or noticed while reading, with how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// What it was.
    pub kind: NoteKind,
    /// How many characters, places or objects.
    pub count: usize,
}

/// What was skipped or noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// Characters of hidden text, skipped.
    HiddenText,
    /// Tracked insertions and moves, read as accepted.
    Insertions,
    /// Tracked deletions, skipped.
    Deletions,
    /// Tables of contents, skipped.
    Contents,
    /// Text boxes, read behind their paragraph.
    TextBoxes,
    /// Footnotes and endnotes, read behind the body.
    Footnotes,
    /// Comments that were there already.
    Comments,
    /// Pictures; text in them is not read.
    Pictures,
    /// Charts, diagrams and embedded objects; text in them is not read.
    Objects,
    /// Embedded documents (`altChunk`) that are not read.
    Chunks,
    /// Symbols of a font of its own whose meaning is not known.
    Symbols,
    /// Numbers of a list in a form that is not known, read as 1, 2, 3.
    NumberForms,
    /// Headers and footers with words in them, which are not read.
    Headers,
    /// Formulas, which are not read.
    Formulas,
    /// Pieces of page furniture of a web page, dropped.
    Furniture,
    /// The file was converted to `.docx` by LibreOffice.
    Converted,
    /// The text was taken out of pages by pdftotext.
    Extracted,
}

/// The messages of the notes; `{}` stands for the count.
const MESSAGES: &[(NoteKind, &str, &str)] = &[
    (NoteKind::HiddenText, "跳过隐藏文字 {} 字", "characters of hidden text skipped: {}"),
    (NoteKind::Insertions, "{} 处修订插入按已接受读取", "tracked insertions read as accepted: {}"),
    (NoteKind::Deletions, "{} 处修订删除按已接受读取", "tracked deletions read as accepted: {}"),
    (NoteKind::Contents, "跳过目录 {} 处", "tables of contents skipped: {}"),
    (NoteKind::TextBoxes, "读取文本框 {} 个", "text boxes read: {}"),
    (NoteKind::Footnotes, "读取脚注、尾注 {} 条（排在正文之后）", "footnotes and endnotes read, behind the body: {}"),
    (NoteKind::Comments, "已有批注 {} 条", "comments that were there already: {}"),
    (NoteKind::Pictures, "图片 {} 张，其中的文字未读取", "pictures whose text was not read: {}"),
    (NoteKind::Objects, "图表或嵌入对象 {} 个，其中的文字未读取", "charts and embedded objects not read: {}"),
    (NoteKind::Chunks, "嵌入文档 {} 个，未读取", "embedded documents not read: {}"),
    (NoteKind::Symbols, "特殊字体符号 {} 个，含义未知", "symbols of an unknown meaning: {}"),
    (NoteKind::NumberForms, "编号格式未知 {} 处，按 1、2、3 读取", "numbers of an unknown form, read as 1, 2, 3: {}"),
    (NoteKind::Headers, "页眉页脚 {} 个有文字，未读取", "headers and footers with words in them, not read: {}"),
    (NoteKind::Formulas, "公式 {} 个，未读取", "formulas not read: {}"),
    (NoteKind::Furniture, "略去网页附属内容 {} 处", "pieces of page furniture dropped: {}"),
    (
        NoteKind::Converted,
        "由本机的 LibreOffice 转换后审核，请同时查看原文件",
        "converted by this machine's LibreOffice; look at the original too",
    ),
    (
        NoteKind::Extracted,
        "由本机的 pdftotext 提取文字后审核，表格可能走样，请对照原文件",
        "text taken out by this machine's pdftotext; tables may have suffered, compare with the original",
    ),
];

impl Note {
    /// The note as one line.
    pub fn message(&self, lang: Lang) -> String {
        let found = MESSAGES.iter().find(|(kind, ..)| *kind == self.kind);
        let template = found.map_or("{}", |(_, zh, en)| match lang {
            Lang::Zh => zh,
            Lang::En => en,
        });
        template.replace("{}", &self.count.to_string())
    }
}
