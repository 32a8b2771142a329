//! The order of things: the only module that knows what comes after what.
