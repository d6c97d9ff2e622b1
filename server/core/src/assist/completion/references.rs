//! Titles after 《 and document numbers after a title.

use super::{Completion, Request};

pub(super) fn complete(_request: &Request) -> Vec<Completion> {
    Vec::new()
}
