//! hegao-core: draft text in, [`Review`] out.
//!
//! Pure: no files, no clock, no network, no async. [`Engine::review`] never fails; what a draft does not say stays `None`.

mod engine;
mod finding;
mod lang;
mod last_year;
mod parallel;
mod review;
mod settings;

pub mod assist;
pub mod catalogue;
pub mod draft;
pub mod interval;
pub mod near;
pub mod relations;
pub mod rules;
pub mod suppress;
pub mod text;
pub mod time;
pub mod words;
#[cfg(test)]
mod work;

pub use engine::Engine;
pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use lang::Lang;
pub use last_year::{Identity, LastYear};
pub use review::{
    Compared, Coverage, DraftReview, FigureReview, Fit, MandatedReview, MandatedState, ReferenceReview, ReferenceState, Review, Suppressed,
};
pub use settings::{LocalReference, Settings, SeverityOverride};
