//! Word documents: their text with a way back to the exact characters, and comments into them.

pub(crate) mod package;
mod xml;

use crate::{Document, ReadError};

pub(crate) fn read(_bytes: &[u8]) -> Result<Document, ReadError> {
    Err(ReadError::Unsupported("a Word document"))
}
