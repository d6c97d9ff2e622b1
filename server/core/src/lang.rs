//! The language of messages.

use serde::{Deserialize, Serialize};

/// The language in which findings and formulas are worded. Drafts are always Chinese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Chinese, the default.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The one of two wordings that is in this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// Words a message in one of two languages, formatting only the one that is asked for: `say!(lang, "应为{x}", "should be {x}")`.
#[macro_export]
macro_rules! say {
    ($lang:expr, $zh:literal, $en:literal $(, $($args:tt)*)?) => {
        match $lang {
            $crate::Lang::Zh => format!($zh $(, $($args)*)?),
            $crate::Lang::En => format!($en $(, $($args)*)?),
        }
    };
}
