//! The standalone reader.

fn main() {}
