//! How deep a page nests, told before it is parsed.

use crate::limits::MAX_XML_DEPTH;

/// How many elements may be open at once before a page is even parsed: the parser looks through all of them at each tag.
pub(super) const MAX_OPEN: usize = 2 * MAX_XML_DEPTH;

/// Elements that have no end tag or may go without one: any number of them stands side by side.
const UNCLOSED: &[&str] = &[
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "image", "img", "input", "keygen", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup", "rb", "rt",
    "rtc", "rp", "html", "head", "body",
];

/// The most elements that are open at once, counted by start and end tags alone.
pub(super) fn most(source: &str) -> usize {
    let (mut open, mut most) = (0usize, 0);
    for (at, _) in source.match_indices('<') {
        let tag = &source[at + 1..];
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let name = &name[..name.bytes().take_while(u8::is_ascii_alphanumeric).count()];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || UNCLOSED.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            continue;
        }
        open = if tag.starts_with('/') { open.saturating_sub(1) } else { open + 1 };
        most = most.max(open);
    }
    most
}
