//! The limits that keep a hostile file from harming anyone but itself.
//!
//! Every limit is far above what a real report needs (the longest drafts unpack to a few megabytes) and has its own
//! clear error; nothing is ever cut off silently.

/// The largest file that is read at all, in bytes.
pub const MAX_FILE_BYTES: u64 = 200_000_000;

/// The most entries that a container may list.
pub const MAX_ENTRIES: usize = 10_000;

/// The largest XML part, unpacked, in bytes.
pub const MAX_PART_BYTES: u64 = 64 << 20;

/// All parts that are read from one document together, unpacked, in bytes.
pub const MAX_TOTAL_BYTES: u64 = 256 << 20;

/// How many times larger than packed a part may be, once it is larger than [`RATIO_FREE_BYTES`].
///
/// WordprocessingML repeats itself and often shrinks thirtyfold; only padding shrinks two hundredfold.
pub const MAX_RATIO: u64 = 200;

/// Parts up to this size, unpacked, are harmless whatever their ratio.
pub const RATIO_FREE_BYTES: u64 = 4 << 20;

/// The deepest nesting of XML elements.
pub const MAX_XML_DEPTH: usize = 512;

/// The longest text that is taken from a document, in bytes of UTF-8.
pub const MAX_TEXT_BYTES: usize = 64 << 20;
