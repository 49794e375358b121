//! `cargo xtask fuzz`: mutated inputs for each part that reads untrusted data. A part must not panic or take longer
//! than the limit, and a parser must find as many elements in the drawn HTML as were written.
//!
//! Inputs are made from the fixtures and from the given folders, the same for the same seed. Failing inputs are kept
//! below `target/fuzz`; a fixed case becomes a test.

mod mutation;
mod seeds;
mod targets;

use crate::{command::Outcome, root, synth::Chance};
use mutation::mutated;
use seeds::Seeds;
use std::{
    fs, panic,
    path::PathBuf,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use targets::{TARGETS, Target};

/// No input may take longer. (A debug build is not timed.)
const SLOW: Duration = if cfg!(debug_assertions) { Duration::MAX } else { Duration::from_millis(250) };

/// Options of the command line.
struct Order<'a> {
    seconds: u64,
    seed: u64,
    names: Vec<&'a str>,
    folders: Vec<PathBuf>,
}

/// Tries every target, or those that are named, for some seconds each.
pub fn fuzz(arguments: &[&str]) -> Outcome {
    let order = read(arguments)?;
    let seeds = Seeds::below(&order.folders)?;
    // A panic is reported once, with its input, so the default message is suppressed.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let chosen = TARGETS.iter().filter(|target| order.names.is_empty() || order.names.contains(&target.name));
    let failed = all(&chosen.collect::<Vec<_>>(), |target| holds(target, &seeds, &order));
    panic::set_hook(hook);
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

/// Tries targets side by side, one on each processor; returns the names of those that failed.
fn all(targets: &[&Target], holds: impl Fn(&Target) -> bool + Sync) -> Vec<&'static str> {
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let worker = || {
        while let Some(target) = targets.get(next.fetch_add(1, Ordering::Relaxed)) {
            if !holds(target) {
                failed.lock().into_iter().for_each(|mut failed| failed.push(target.name));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(worker);
        }
    });
    failed.into_inner().unwrap_or_default()
}

fn read<'a>(arguments: &[&'a str]) -> Outcome<Order<'a>> {
    let fixtures = root().join("tests/fixtures");
    let mut order = Order { seconds: 15, seed: 1, names: Vec::new(), folders: vec![fixtures] };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut number =
            || rest.next().and_then(|value| value.parse().ok()).ok_or(format!("{argument} needs a number"));
        match *argument {
            "--seconds" => order.seconds = number()?,
            "--seed" => order.seed = number()?,
            name if TARGETS.iter().any(|target| target.name == name) => order.names.push(name),
            folder if PathBuf::from(folder).exists() => order.folders.push(folder.into()),
            other => return Err(format!("{other} is no target and no folder")),
        }
    }
    Ok(order)
}

/// Tries one target; returns whether it passed.
fn holds(target: &Target, seeds: &Seeds, order: &Order<'_>) -> bool {
    let mut chance = Chance(order.seed);
    let end = Instant::now() + Duration::from_secs(order.seconds);
    let (mut tried, mut slowest) = (0_u64, Duration::ZERO);
    let pool = if target.takes_files { &seeds.files } else { &seeds.texts };
    while Instant::now() < end {
        let input = mutated(pool, &mut chance);
        let began = Instant::now();
        let outcome = panic::catch_unwind(|| (target.run)(&input)).unwrap_or_else(|_| Err("it panics".to_string()));
        let mut took = began.elapsed();
        if took > SLOW && outcome.is_ok() {
            // The machine may have been busy with something else.
            let again = Instant::now();
            let _ = (target.run)(&input);
            took = took.min(again.elapsed());
        }
        tried += 1;
        slowest = slowest.max(took);
        let fault = outcome.err().or_else(|| (took > SLOW).then(|| format!("it takes {} ms", took.as_millis())));
        if let Some(fault) = fault {
            keep(target, &fault, &input);
            return false;
        }
    }
    println!("{:<10} {tried:>8} inputs, the slowest {} ms", target.name, slowest.as_millis());
    true
}

fn keep(target: &Target, fault: &str, input: &str) {
    let file = root().join(format!("target/fuzz/{}.txt", target.name));
    let kept = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, input));
    let place = if kept.is_ok() { file.display().to_string() } else { "nowhere".to_string() };
    println!("{:<10} {fault}; the input is kept in {place}", target.name);
}
