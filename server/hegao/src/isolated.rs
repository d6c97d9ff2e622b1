//! Work on one document that may fail and must not take the others along.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs something that may panic, and says what it panicked with.
pub(crate) fn isolated<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| message(payload.as_ref()))
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}

#[cfg(test)]
mod tests {
    use super::isolated;

    #[test]
    fn a_panic_is_told_and_nothing_else_suffers() {
        let place = 7;
        assert_eq!(isolated(|| -> u8 { panic!("at {place}") }), Err("at 7".to_owned()));
        assert_eq!(isolated(|| place), Ok(7));
    }
}
