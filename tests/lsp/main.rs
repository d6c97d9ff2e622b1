//! The language server as an editor sees it: the real program over standard input and output, with a client that accepts nothing that
//! it did not ask for.

mod client;
mod desk;
mod editors;
mod edits;
mod last_year;
mod protocol;
mod references;
mod rich;
mod table;
mod text;
mod wire;
