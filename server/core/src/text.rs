//! Text as drafts have it, and the folded view of it that everything above reads.

mod finder;
mod fold;
mod lines;
mod span;
#[cfg(test)]
mod tests;
mod traditional;
pub(crate) mod wide;
mod words;

pub(crate) use finder::{Finder, Found};
pub use fold::Folded;
pub(crate) use fold::is_han;
pub(crate) use lines::lines;
pub use lines::{Encoding, LineIndex, Position};
pub use span::Span;
pub(crate) use words::Words;
