//! What a report is of: by this the report of the year before is found among others.

use crate::draft::{Issuer, Period};
use crate::review::DraftReview;

/// Who has issued a report, of what profile, on what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Who has issued it.
    pub issuer: Issuer,
    /// Its profile; none where no profile fits.
    pub profile: Option<String>,
    /// What it reports on.
    pub period: Period,
}

impl Identity {
    /// The identity of a draft; none where it does not say who has issued it, or on what it reports.
    pub fn of(draft: &DraftReview) -> Option<Self> {
        Some(Self { issuer: draft.issuer.clone()?, profile: draft.profile.clone(), period: draft.period? })
    }

    /// Whether this is the report of the year before: of the same body, the same profile and the same part of the year.
    pub fn precedes(&self, later: &Self) -> bool {
        let year_before = self.period.year + 1 == later.period.year && self.period.half == later.period.half;
        year_before && self.profile == later.profile && self.issuer.is_same(&later.issuer)
    }
}

#[cfg(test)]
mod tests {
    use super::Identity;
    use crate::{Engine, Settings};

    #[test]
    fn the_year_before_of_the_same_body_and_kind_precedes() {
        let engine = Engine::new(Settings::default());
        let identity = |title: &str| {
            let text = format!("{title}\n一、主要举措和成效\n各项工作有序开展。\n");
            let whole = engine.review(&text).drafts.first().and_then(Identity::of);
            assert_eq!(engine.last_year("a", &text).identity(), whole, "{title}");
            whole
        };
        let now = identity("临水县人民政府2024年法治政府建设年度报告").expect("an identity");
        let precedes = |title: &str| identity(title).is_some_and(|past| past.precedes(&now));
        assert!(precedes("临水县2023年法治政府建设情况的报告"));
        assert!(!precedes("临水县人民政府2022年法治政府建设年度报告"));
        assert!(!precedes("临水县人民政府2024年法治政府建设年度报告"));
        assert!(!precedes("云溪县人民政府2023年法治政府建设年度报告"));
        assert!(!precedes("临水县人民政府2023年上半年法治政府建设工作报告"));
        assert_eq!(identity("关于学习的体会"), None);
    }
}
