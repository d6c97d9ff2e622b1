//! Symbols of Word's symbol fonts that reports use: boxes, ticks and bullets.

/// Character code, and the Unicode character that looks the same.
const WINGDINGS: &[(u32, &str)] = &[
    (0x52, "☑"),
    (0x6C, "●"),
    (0x6E, "■"),
    (0x6F, "□"),
    (0x71, "❑"),
    (0x75, "◆"),
    (0xA1, "○"),
    (0xA8, "□"),
    (0xA7, "▪"),
    (0xD8, "➢"),
    (0xDF, "←"),
    (0xE0, "→"),
    (0xE8, "➔"),
    (0xFB, "✗"),
    (0xFC, "✓"),
    (0xFD, "☒"),
    (0xFE, "☑"),
];

const WINGDINGS_2: &[(u32, &str)] = &[(0x4F, "✗"), (0x50, "✓"), (0x51, "☒"), (0x52, "☑"), (0xA3, "□"), (0x2A, "□")];

const SYMBOL: &[(u32, &str)] = &[
    (0x25, "%"),
    (0x2B, "+"),
    (0x2D, "−"),
    (0xA3, "≤"),
    (0xB0, "°"),
    (0xB1, "±"),
    (0xB3, "≥"),
    (0xB4, "×"),
    (0xB7, "•"),
    (0xB8, "÷"),
    (0xB9, "≠"),
    (0xBB, "≈"),
];

const FONTS: &[(&str, &[(u32, &str)])] = &[("Wingdings", WINGDINGS), ("Wingdings 2", WINGDINGS_2), ("Symbol", SYMBOL)];

/// Fonts whose codes mean something else than Unicode does.
const SYMBOL_FONTS: &[&str] = &["Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "ZapfDingbats", "MT Extra", "Marlett"];

/// What a `w:sym` shows, if that is known; in an ordinary font the code is Unicode's own.
pub(super) fn character(font: Option<&str>, code: Option<&str>) -> Option<String> {
    let code = u32::from_str_radix(code?, 16).ok()?;
    let private = (0xE000..=0xF8FF).contains(&code);
    if !private && !SYMBOL_FONTS.iter().any(|name| font.is_some_and(|font| font.eq_ignore_ascii_case(name))) {
        return char::from_u32(code).filter(|c| !c.is_control()).map(String::from);
    }
    let code = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let (_, table) = FONTS.iter().find(|(name, _)| font.is_some_and(|font| font.eq_ignore_ascii_case(name)))?;
    table.iter().find(|(c, _)| *c == code).map(|(_, shown)| (*shown).to_owned())
}
