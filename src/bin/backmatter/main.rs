//! `backmatter`: posts as HTML, in the native format, or checked, for build pipelines. A post comes on standard input or in files.

mod arguments;
mod document;
mod files;
mod verbs;

use arguments::Arguments;
use std::process::ExitCode;

/// Some input could not be read.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    match Arguments::read(lexopt::Parser::from_env()).map(|arguments| arguments.map(|arguments| files::run(&arguments)))
    {
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

fn fail(message: &str) -> ExitCode {
    eprintln!("backmatter: {message}");
    ExitCode::FAILURE
}
