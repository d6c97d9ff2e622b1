//! The small language of templates: plain text with fields in braces.

/// A part of a template's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// As it stands.
    Plain(String),
    /// A figure, by its name.
    Figure(String),
    /// Words for the writer to fill in.
    Words(String),
    /// One of several wordings.
    Choice(Vec<String>),
    /// What is known of the draft.
    Known(Field),
    /// Another template, by its id.
    Include(String),
}

/// What may be known of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The year of the report, plus a number of years.
    Year(i16),
    /// The issuer.
    Issuer,
    /// The time that the report covers: 全年, or 上半年 in a half-year report.
    Span,
}

/// A template's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub(super) pieces: Vec<Piece>,
}

impl Text {
    /// Reads a text with its fields.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            let close = rest[open..].find('}').ok_or_else(|| format!("a brace is never closed: {}", &rest[open..]))? + open;
            if open > 0 {
                pieces.push(Piece::Plain(rest[..open].to_owned()));
            }
            pieces.push(field(rest[open + 1..close].trim())?);
            rest = &rest[close + 1..];
        }
        if !rest.is_empty() {
            pieces.push(Piece::Plain(rest.to_owned()));
        }
        Ok(Self { pieces })
    }

    /// Its words between the fields.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Plain(words) => Some(words.as_str()),
            _ => None,
        })
    }

    /// The names of its figures, each once.
    pub(super) fn figures(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for piece in &self.pieces {
            if let Piece::Figure(name) = piece
                && !names.contains(&name.as_str())
            {
                names.push(name.as_str());
            }
        }
        names
    }
}

fn field(field: &str) -> Result<Piece, String> {
    let known =
        [("年", Field::Year(0)), ("上一年", Field::Year(-1)), ("下一年", Field::Year(1)), ("单位", Field::Issuer), ("全年", Field::Span)];
    if let Some((_, known)) = known.into_iter().find(|(name, _)| *name == field) {
        return Ok(Piece::Known(known));
    }
    if let Some(id) = field.strip_prefix('>') {
        return Ok(Piece::Include(id.trim().to_owned()));
    }
    if let Some(words) = field.strip_suffix('…') {
        return Ok(Piece::Words(words.to_owned()));
    }
    if field.contains('|') {
        return Ok(Piece::Choice(field.split('|').map(str::to_owned).collect()));
    }
    let name = !field.is_empty() && field.chars().all(char::is_alphanumeric);
    if name { Ok(Piece::Figure(field.to_owned())) } else { Err(format!("`{{{field}}}` is no field")) }
}
