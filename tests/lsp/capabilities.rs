//! Every capability of the design's table, asserted by what it answers.
