//! Kinds of documents that hegao does not read itself, and what to do about them.

use crate::Lang;

/// A kind of document that has to be converted before it can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Binary Word documents of 1997 to 2003.
    Doc,
    /// Documents of WPS Writer in its own binary form.
    Wps,
    /// Rich text.
    Rtf,
    /// OpenDocument text.
    Odt,
    /// Word documents saved as one XML file.
    WordXml,
    /// Portable documents.
    Pdf,
    /// Open fixed-layout documents (GB/T 33190).
    Ofd,
}

/// The program that can convert a kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// LibreOffice, called as `soffice`.
    LibreOffice,
    /// `pdftotext` from poppler.
    PdfToText,
}

impl Tool {
    /// The names under which the program may stand on the search path.
    pub fn programs(self) -> &'static [&'static str] {
        match self {
            Self::LibreOffice => &["soffice", "libreoffice"],
            Self::PdfToText => &["pdftotext"],
        }
    }
}

impl Foreign {
    /// Name and extension of the kind, as it appears in messages.
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Doc => ("旧版 Word 文档（.doc）", "an old Word document (.doc)"),
            Self::Wps => ("WPS 文字文档（.wps）", "a WPS Writer document (.wps)"),
            Self::Rtf => ("RTF 文档", "a rich text document (.rtf)"),
            Self::Odt => ("OpenDocument 文档（.odt）", "an OpenDocument text (.odt)"),
            Self::WordXml => ("Word XML 文档", "a Word XML document"),
            Self::Pdf => ("PDF 文档", "a PDF document"),
            Self::Ofd => ("OFD 版式文档", "an OFD document"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The program that converts this kind, if there is one.
    pub fn tool(self) -> Option<Tool> {
        match self {
            Self::Doc | Self::Wps | Self::Rtf | Self::Odt | Self::WordXml => Some(Tool::LibreOffice),
            Self::Pdf => Some(Tool::PdfToText),
            Self::Ofd => None,
        }
    }

    /// The extension that makes the converting program choose the right filter.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Doc => "doc",
            Self::Wps => "wps",
            Self::Rtf => "rtf",
            Self::Odt => "odt",
            Self::WordXml => "xml",
            Self::Pdf => "pdf",
            Self::Ofd => "ofd",
        }
    }

    /// What the file is and what its owner can do, in one line.
    pub fn offer(self, lang: Lang) -> String {
        let name = self.name(lang);
        match (lang, self.tool()) {
            (Lang::Zh, Some(Tool::LibreOffice)) => {
                format!("{name}：请用 Word 或 WPS 另存为 .docx（装有 LibreOffice 时可自动转换）")
            }
            (Lang::Zh, Some(Tool::PdfToText)) => {
                format!("{name}：请提供 .docx 原稿（装有 pdftotext 时可自动提取文字）")
            }
            (Lang::Zh, None) => format!("{name}：请提供 .docx 原稿，或用 OFD 阅读器导出文字"),
            (Lang::En, Some(Tool::LibreOffice)) => {
                format!("{name}: save it as .docx in Word or WPS (converted by itself where LibreOffice is installed)")
            }
            (Lang::En, Some(Tool::PdfToText)) => {
                format!("{name}: give the .docx it was made from (its text is taken by itself where pdftotext is installed)")
            }
            (Lang::En, None) => {
                format!("{name}: give the .docx it was made from, or export its text from an OFD reader")
            }
        }
    }
}
