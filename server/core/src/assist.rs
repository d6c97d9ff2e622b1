//! What an editor asks, answered from a [`Review`](crate::Review): completions, hovers, outline, inlay hints.
