//! hegao-core: draft text in, [`Review`] out.
//!
//! Pure: no files, no clock, no network, no async. [`Engine::review`] never fails; what a draft does not say stays `None`.

mod engine;
mod finding;
mod lang;
mod review;
mod settings;

pub mod assist;
pub mod catalogue;
pub mod draft;
pub mod near;
pub mod relations;
pub mod rules;
pub mod suppress;
pub mod text;

pub use engine::Engine;
pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use lang::Lang;
pub use review::{Coverage, DraftReview, FigureReview, MandatedReview, MandatedState, ReferenceReview, ReferenceState, Review, Suppressed};
pub use settings::{LocalReference, Settings, SeverityOverride};
