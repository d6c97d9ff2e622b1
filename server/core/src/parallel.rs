//! Work on two cores where there are two, so that an editor waits half as long.

/// Drafts of fewer bytes are read in less time than it takes to wake another thread.
const WORTHWHILE: usize = 12_000;

/// Does two things, at the same time where the draft is long enough for it to pay. In a pool of one thread one follows the other.
pub(crate) fn both<A: Send, B: Send>(bytes: usize, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    if bytes >= WORTHWHILE { rayon::join(one, other) } else { (one(), other()) }
}

#[cfg(test)]
mod tests {
    use super::WORTHWHILE;
    use crate::{Engine, Settings};

    #[test]
    fn a_review_is_the_same_on_one_thread_and_on_several() {
        let mut text = "青禾县2023年法治政府建设情况报告\n一、主要举措和成效\n".to_owned();
        for number in 1.. {
            if text.len() > 2 * WORTHWHILE {
                break;
            }
            let (whole, part) = (100 + number, 90 + number % 17);
            text.push_str(&format!(
                "落实《行政处罚法》，全年受理行政复议案件{whole}件，办结{part}件，办结率9{}%；xx年，对照合同法。\n",
                number % 10
            ));
        }
        let engine = Engine::new(Settings::default());
        let review = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            pool.install(|| engine.review(&text))
        };
        let alone = review(1);
        assert!(alone.findings.len() > 100 && alone.relations().count() > 100);
        assert_eq!(alone, review(3));
    }
}
