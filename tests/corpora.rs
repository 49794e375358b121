//! The corpora: hostile inputs from other projects, not part of this one. The native and the end-to-end tests read them.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Their folder.
pub fn corpora() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    env::var_os("BACKMATTER_CORPORA").map_or_else(beside, PathBuf::from)
}

/// A file of the corpora; `None`, with a printed message, if it is missing.
pub fn corpus(name: &str) -> Option<String> {
    let path = corpora().join(name);
    let text = fs::read(&path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    if text.is_none() {
        println!("SKIPPED: {} is not there", path.display());
    }
    text
}
