//! Inputs and outputs: standard input and output, or files, side by side on all processors.

use crate::arguments::Arguments;
use std::{
    collections::BTreeSet,
    fs,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// Runs the task; returns how many inputs could not be read.
pub fn run(arguments: &Arguments) -> Result<usize, String> {
    match (arguments.files.as_slice(), &arguments.out) {
        ([], None) => one(None, arguments),
        ([], Some(_)) => Err("--out needs files: what comes on standard input has no name".into()),
        ([file], None) => one(Some(file), arguments),
        (files, Some(folder)) => {
            fs::create_dir_all(folder).map_err(|error| said(folder, &error))?;
            distinct(files, folder, arguments)?;
            Ok(all(files, folder, arguments))
        }
        _ => Err("several files need --out and a folder".into()),
    }
}

/// One input, to standard output.
fn one(file: Option<&PathBuf>, arguments: &Arguments) -> Result<usize, String> {
    let name = file.map_or("standard input".into(), |file| file.display().to_string());
    let mut bytes = Vec::new();
    match file {
        Some(file) => bytes = fs::read(file).map_err(|error| said(file, &error))?,
        None => drop(io::stdin().read_to_end(&mut bytes).map_err(|error| error.to_string())?),
    }
    match arguments.verb.act(&String::from_utf8_lossy(&bytes), arguments) {
        Ok(text) => io::stdout().write_all(text.as_bytes()).map(|()| 0).map_err(|error| error.to_string()),
        Err(failure) => {
            eprintln!("{name}: {} ({})", failure.message, failure.code.as_str());
            Ok(1)
        }
    }
}

/// Many inputs, a file each; how many could not be read.
fn all(files: &[PathBuf], folder: &Path, arguments: &Arguments) -> usize {
    let failed = each(files, |file| written(file, folder, arguments));
    eprintln!("{} of {} written to {}", files.len() - failed, files.len(), folder.display());
    failed
}

/// Runs `work` on each file, in parallel on all processors, with a progress line; returns how many failed.
pub fn each(files: &[PathBuf], work: impl Fn(&Path) -> Result<(), String> + Sync) -> usize {
    let [next, done, failed] = [const { AtomicUsize::new(0) }; 3];
    let is_watched = io::stderr().is_terminal();
    let worker = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(message) = work(file) {
                eprintln!("{message}");
                failed.fetch_add(1, Ordering::Relaxed);
            }
            let count = done.fetch_add(1, Ordering::Relaxed) + 1;
            if is_watched {
                eprint!("\r{count} of {}\r", files.len());
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(worker);
        }
    });
    failed.into_inner()
}

/// The output path of a file.
fn target(file: &Path, folder: &Path, arguments: &Arguments) -> PathBuf {
    folder.join(file.file_name().unwrap_or_default()).with_extension(arguments.verb.ending())
}

/// Checks that no two files have the same output, and that no output replaces an input.
fn distinct(files: &[PathBuf], folder: &Path, arguments: &Arguments) -> Result<(), String> {
    let inputs: BTreeSet<PathBuf> = files.iter().filter_map(|file| file.canonicalize().ok()).collect();
    let mut targets = BTreeSet::new();
    for file in files {
        let to = target(file, folder, arguments);
        if to.canonicalize().is_ok_and(|to| inputs.contains(&to)) {
            return Err(format!("{} is an input: it would be overwritten", to.display()));
        }
        if !targets.insert(to.clone()) {
            return Err(format!("two files would become {}", to.display()));
        }
    }
    Ok(())
}

/// Converts one file and writes the result.
fn written(file: &Path, folder: &Path, arguments: &Arguments) -> Result<(), String> {
    let bytes = fs::read(file).map_err(|error| said(file, &error))?;
    let text = arguments
        .verb
        .act(&String::from_utf8_lossy(&bytes), arguments)
        .map_err(|failure| format!("{}: {} ({})", file.display(), failure.message, failure.code.as_str()))?;
    let to = target(file, folder, arguments);
    fs::write(&to, text).map_err(|error| said(&to, &error))
}

/// An error message about a file.
pub fn said(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}
