//! How the figures of a template hang together.

/// A sum, difference or quotient of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Figures added (`true`) and taken away (`false`), in order.
    Sum(Vec<(bool, String)>),
    /// One figure divided by another.
    Quotient(String, String),
}

/// A tie between a figure and others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tie {
    /// `受理 = 办结 + 在办`
    Equal(String, Expression),
    /// `办结 <= 受理`
    AtMost(String, String),
}

impl Tie {
    /// Reads a tie.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no tie: write 办结率 = 办结 / 受理, 受理 = 办结 + 在办 or 办结 <= 受理");
        let name = |name: &str| {
            let name = name.trim();
            (!name.is_empty() && name.chars().all(char::is_alphanumeric)).then(|| name.to_owned()).ok_or_else(wrong)
        };
        if let Some((part, whole)) = text.split_once("<=") {
            return Ok(Self::AtMost(name(part)?, name(whole)?));
        }
        let (left, right) = text.split_once('=').ok_or_else(wrong)?;
        if let Some((part, whole)) = right.split_once('/') {
            return Ok(Self::Equal(name(left)?, Expression::Quotient(name(part)?, name(whole)?)));
        }
        let mut terms = Vec::new();
        for term in right.split_inclusive(['+', '-']) {
            let plus = terms.last().is_none_or(|&(_, next)| next);
            terms.push(((plus, name(term.trim_end_matches(['+', '-']))?), !term.ends_with('-')));
        }
        Ok(Self::Equal(name(left)?, Expression::Sum(terms.into_iter().map(|(term, _)| term).collect())))
    }

    /// The figure that depends on the others.
    pub fn left(&self) -> &str {
        match self {
            Self::Equal(left, _) | Self::AtMost(left, _) => left,
        }
    }

    /// The figures that it depends on.
    pub fn right(&self) -> Vec<&str> {
        match self {
            Self::Equal(_, Expression::Sum(terms)) => terms.iter().map(|(_, name)| name.as_str()).collect(),
            Self::Equal(_, Expression::Quotient(part, whole)) => vec![part, whole],
            Self::AtMost(_, whole) => vec![whole],
        }
    }

    /// All figures that it ties.
    pub(super) fn names(&self) -> Vec<&str> {
        std::iter::once(self.left()).chain(self.right()).collect()
    }
}

impl std::fmt::Display for Tie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::AtMost(part, whole) => write!(f, "{part} ≤ {whole}"),
            Self::Equal(left, Expression::Quotient(part, whole)) => write!(f, "{left} = {part} ÷ {whole}"),
            Self::Equal(left, Expression::Sum(terms)) => {
                write!(f, "{left} =")?;
                for (index, (plus, name)) in terms.iter().enumerate() {
                    let sign = if *plus { "+" } else { "-" };
                    if index > 0 { write!(f, " {sign} {name}")? } else { write!(f, " {name}")? }
                }
                Ok(())
            }
        }
    }
}
