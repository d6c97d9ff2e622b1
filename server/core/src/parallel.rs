//! Work on two cores where there are two, so that an editor waits half as long.

/// Drafts of fewer bytes are read in less time than it takes to wake another thread.
const WORTHWHILE: usize = 12_000;

/// Does two things, at the same time where the draft is long enough for it to pay. In a pool of one thread one follows the other.
pub(crate) fn both<A: Send, B: Send>(bytes: usize, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    if bytes >= WORTHWHILE { rayon::join(one, other) } else { (one(), other()) }
}
