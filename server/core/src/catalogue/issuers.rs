//! Kinds of bodies that issue reports.

use serde::Serialize;

/// What kind of body has issued a report; it decides what binds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum IssuerKind {
    /// A ministry or another body of the State Council.
    State,
    /// A province, autonomous region or municipality.
    Province,
    /// A city or prefecture.
    City,
    /// A county, district or county-level city.
    County,
    /// A department of a government at county level or above.
    Department,
    /// A development zone (功能区).
    Zone,
    /// A town or township.
    Township,
    /// A subdistrict (街道).
    Subdistrict,
}

impl IssuerKind {
    /// All kinds, the highest body first.
    pub const ALL: [Self; 8] =
        [Self::State, Self::Province, Self::City, Self::County, Self::Department, Self::Zone, Self::Township, Self::Subdistrict];

    /// Its name in data, settings and the protocol.
    pub fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Department => "department",
            Self::Zone => "zone",
            Self::Township => "township",
            Self::Subdistrict => "subdistrict",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::IssuerKind;

    #[test]
    fn kinds_are_written_by_their_names() {
        for kind in IssuerKind::ALL {
            // What is serialised is the variant in small letters.
            assert_eq!(format!("{kind:?}").to_lowercase(), kind.name());
            assert_eq!(IssuerKind::named(kind.name()), Some(kind));
        }
        assert_eq!(IssuerKind::named("village"), None);
    }
}
