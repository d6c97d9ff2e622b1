//! The two languages that messages come in.

/// The language of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Simplified Chinese, the default everywhere in hegao.
    #[default]
    Zh,
    /// English.
    En,
}
