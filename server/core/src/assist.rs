//! What an editor asks, answered from a [`Review`](crate::Review): completions, hovers, outline, inlay hints.
//!
//! Every answer is a pure function of the review, the source text and an offset or span in it. Nothing here reads the draft anew.

pub mod actions;
pub mod checklist;
pub mod completion;
pub mod folding;
pub mod format;
pub mod hover;
pub mod inlay;
pub mod lens;
pub mod links;
pub mod names;
pub mod navigation;
pub mod selection;
pub mod symbols;
pub mod tokens;

mod lookup;
