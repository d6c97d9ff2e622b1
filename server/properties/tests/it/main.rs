//! Property tests with generators of real inputs, and the replay of what the fuzz targets have found.

mod changes;
mod documents;
mod draft;
mod drafts;
mod encodings;
mod replay;
mod settings;
