//! Text files in the encodings that Chinese drafts come in, and back again without changing anything else.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use crate::{ReadError, WriteError};

/// The encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding {
    /// The name as the Encoding Standard gives it: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `gb18030`, `Big5`, …
    pub name: &'static str,
    /// Whether the file began with a byte order mark.
    pub bom: bool,
}

impl Encoding {
    /// UTF-8 without a byte order mark.
    pub const UTF_8: Self = Self { name: "UTF-8", bom: false };
}

/// How the lines of a text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineEnding {
    /// `\n`, or no line break at all.
    #[default]
    Lf,
    /// `\r\n`.
    CrLf,
    /// `\r` alone.
    Cr,
    /// More than one kind.
    Mixed,
}

impl LineEnding {
    /// The line ending that a text uses throughout.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut lf, mut crlf, mut cr) = (false, false, false);
        for (at, byte) in bytes.iter().enumerate() {
            match byte {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => crlf = true,
                b'\r' => cr = true,
                b'\n' if at == 0 || bytes[at - 1] != b'\r' => lf = true,
                _ => {}
            }
        }
        match (lf, crlf, cr) {
            (_, false, false) => Self::Lf,
            (false, true, false) => Self::CrLf,
            (false, false, true) => Self::Cr,
            _ => Self::Mixed,
        }
    }
}

const BOMS: &[(&[u8], &encoding_rs::Encoding)] = &[(b"\xEF\xBB\xBF", UTF_8), (b"\xFF\xFE", UTF_16LE), (b"\xFE\xFF", UTF_16BE)];

/// How many bytes the detector looks at: more than enough to tell the Chinese encodings apart.
const DETECT_BYTES: usize = 1 << 18;

/// Reads a text file: UTF-8, UTF-16 with a byte order mark, GB18030 (with GBK and GB2312 inside it), Big5 and whatever
/// else the detector is sure of.
///
/// The byte order mark is not part of the text. Binary content is an error, never a text full of replacement characters.
pub fn decode_text(bytes: &[u8]) -> Result<(String, Encoding), ReadError> {
    for (mark, encoding) in BOMS {
        if let Some(rest) = bytes.strip_prefix(*mark) {
            let text = decode_with(rest, encoding)?;
            refuse_binary(text.as_bytes())?;
            let name = encoding.name();
            return Ok((text, Encoding { name, bom: true }));
        }
    }
    refuse_binary(bytes)?;
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Encoding::UTF_8));
    }
    let encoding = detect(bytes);
    let text = decode_with(bytes, encoding)?;
    let name = encoding.name();
    Ok((text, Encoding { name, bom: false }))
}

/// Below this size a file's own bytes are too few to tell GBK from Big5.
const SHORT_BYTES: usize = 128;

fn detect(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let head = &bytes[..bytes.len().min(DETECT_BYTES)];
    detector.feed(head, head.len() == bytes.len());
    // A few characters tell little, so that GBK is assumed; a whole draft speaks for itself.
    let country: Option<&[u8]> = (head.len() < SHORT_BYTES).then_some(b"cn");
    let guess = detector.guess(country, Utf8Detection::Allow);
    // Anything in GBK is also in GB18030, which has the rare characters of names too.
    if guess == GBK || guess.is_single_byte() { GB18030 } else { guess }
}

fn decode_with(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Result<String, ReadError> {
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok(text.into_owned()),
        None => Err(ReadError::Undecodable { tried: encoding.name(), line: first_bad_line(bytes, encoding) }),
    }
}

fn first_bad_line(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let good = text.split('\u{FFFD}').next().unwrap_or_default();
    1 + good.matches('\n').count()
}

/// How many bytes are looked at to tell text from other content.
const BINARY_BYTES: usize = 1 << 16;

/// Text has no NUL, and hardly any control characters beside tabs, line breaks and form feeds.
fn refuse_binary(bytes: &[u8]) -> Result<(), ReadError> {
    let head = &bytes[..bytes.len().min(BINARY_BYTES)];
    let odd = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C);
    let controls = head.iter().filter(odd).count();
    if head.contains(&0) || controls * 100 > head.len() {
        return Err(ReadError::Binary);
    }
    Ok(())
}

/// Writes a text in an encoding, with its byte order mark where it had one.
pub fn encode_text(text: &str, encoding: &Encoding) -> Result<Vec<u8>, WriteError> {
    let mut bytes = Vec::with_capacity(text.len() + 3);
    let find = |name: &str| encoding_rs::Encoding::for_label(name.as_bytes());
    let codec = find(encoding.name).unwrap_or(UTF_8);
    if encoding.bom
        && let Some((mark, _)) = BOMS.iter().find(|(_, other)| *other == codec)
    {
        bytes.extend_from_slice(mark);
    }
    if codec == UTF_8 {
        bytes.extend_from_slice(text.as_bytes());
    } else if codec == UTF_16LE {
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    } else if codec == UTF_16BE {
        bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    } else {
        bytes.extend_from_slice(&encode_legacy(text, codec)?);
    }
    Ok(bytes)
}

fn encode_legacy<'a>(text: &'a str, codec: &'static encoding_rs::Encoding) -> Result<Cow<'a, [u8]>, WriteError> {
    let (bytes, _, lossy) = codec.encode(text);
    if lossy {
        let cannot = |c: &char| codec.encode(c.encode_utf8(&mut [0; 4])).2;
        return Err(WriteError::Unencodable { encoding: codec.name(), character: text.chars().find(cannot).unwrap_or('\u{FFFD}') });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SAMPLE: &str = "某县法治政府建设年度报告\n一、主要工作\n全年受理复议案件12件，办结11件。\n";

    fn round_trip(bytes: &[u8]) -> (String, Encoding) {
        let (text, encoding) = decode_text(bytes).expect("decodes");
        assert_eq!(encode_text(&text, &encoding).expect("encodes"), bytes);
        (text, encoding)
    }

    #[test]
    fn every_encoding_of_a_draft_is_told_and_kept() {
        let utf16 = |to: fn(u16) -> [u8; 2]| SAMPLE.encode_utf16().flat_map(to).collect::<Vec<_>>();
        let cases: [(&[u8], Vec<u8>, &str); 6] = [
            (b"", SAMPLE.as_bytes().to_vec(), "UTF-8"),
            (b"\xEF\xBB\xBF", SAMPLE.as_bytes().to_vec(), "UTF-8"),
            (b"\xFF\xFE", utf16(u16::to_le_bytes), "UTF-16LE"),
            (b"\xFE\xFF", utf16(u16::to_be_bytes), "UTF-16BE"),
            (b"", GB18030.encode(SAMPLE).0.into_owned(), "gb18030"),
            (
                b"",
                encoding_rs::BIG5
                    .encode("法治政府建設年度報告，全年辦結復議案件十二件。這是臺灣常用的編碼，本年度內各機關依法行政，逐項檢討，並將改進情形陳報上級機關備查，以期規劃周延、執行確實、成效顯著。")
                    .0
                    .into_owned(),
                "Big5",
            ),
        ];
        for (mark, body, name) in cases {
            let bytes = [mark, &body].concat();
            let (text, encoding) = round_trip(&bytes);
            assert_eq!((encoding.name, encoding.bom), (name, !mark.is_empty()));
            assert!(text.starts_with("某县") || text.starts_with("法治"), "{text}");
        }
    }

    #[test]
    fn a_few_characters_of_gbk_suffice() {
        for text in ["报告", "法治政府", "受理12件", "镕", "一、工作"] {
            let bytes = GB18030.encode(text).0.into_owned();
            assert_eq!(round_trip(&bytes).0, text);
        }
    }

    #[test]
    fn binary_content_is_refused() {
        for bytes in [&[0u8; 4096][..], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &[1, 2, 3, 4, 5, 6, 7]] {
            assert_eq!(decode_text(bytes).unwrap_err(), ReadError::Binary);
        }
    }

    #[test]
    fn broken_utf8_names_the_line() {
        let mut bytes = SAMPLE.repeat(50).into_bytes();
        let third = SAMPLE.len() * 2 + 1;
        bytes[third] = b'x';
        let error = decode_text(&bytes).unwrap_err();
        assert!(matches!(error, ReadError::Undecodable { .. }), "{error}");
    }

    #[test]
    fn what_an_encoding_cannot_say_is_named() {
        let big5 = Encoding { name: "Big5", bom: false };
        let error = encode_text("法国€“简”", &big5).unwrap_err();
        assert!(matches!(error, WriteError::Unencodable { encoding: "Big5", .. }), "{error}");
    }

    #[test]
    fn line_endings_are_told() {
        for (text, ending) in [
            ("", LineEnding::Lf),
            ("a\nb", LineEnding::Lf),
            ("a\r\nb\r\n", LineEnding::CrLf),
            ("a\rb", LineEnding::Cr),
            ("a\r\nb\n", LineEnding::Mixed),
        ] {
            assert_eq!(LineEnding::of(text), ending, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn decoding_undoes_encoding(text in "[\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{2FFFF}\n]{1,60}", pick in 0usize..4) {
            // A byte order mark at the start would be read as one.
            prop_assume!(!text.starts_with('\u{FEFF}') && !text.contains('\u{FFFE}'));
            let encoding = [
                Encoding::UTF_8,
                Encoding { name: "UTF-8", bom: true },
                Encoding { name: "UTF-16LE", bom: true },
                Encoding { name: "UTF-16BE", bom: true },
            ][pick];
            let bytes = encode_text(&text, &encoding).unwrap();
            let (again, told) = decode_text(&bytes).unwrap();
            prop_assert_eq!(again, text);
            prop_assert_eq!(told, encoding);
        }

        #[test]
        fn decoding_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = decode_text(&bytes);
        }
    }
}
