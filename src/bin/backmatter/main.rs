//! `backmatter`: posts as HTML, in the native format, or checked, for build pipelines. A post comes on standard input or in files.

mod arguments;
mod document;
mod files;
mod neighbours;
mod pages;
mod verbs;

use arguments::Task;
use std::process::ExitCode;

/// Some input could not be read.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    match Task::read(lexopt::Parser::from_env()).map(|task| task.map(|task| run(&task))) {
        Ok(None) => {
            print!("{}", arguments::USAGE);
            ExitCode::SUCCESS
        }
        Ok(Some(Ok(0))) => ExitCode::SUCCESS,
        Ok(Some(Ok(_))) => ExitCode::from(BAD_INPUT),
        Ok(Some(Err(message))) => fail(&message),
        Err(error) => fail(&format!("{error}\n`backmatter --help` says what there is.")),
    }
}

/// Runs the task; returns how many inputs could not be read.
fn run(task: &Task) -> Result<usize, String> {
    match task {
        Task::Fill(places) => pages::fill(places),
        Task::Index(files, folder) => neighbours::index(files, folder),
        Task::Each(arguments) => files::run(arguments),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("backmatter: {message}");
    ExitCode::FAILURE
}
