//! `cargo xtask audit`: converts and draws folders of real inputs. It prints one line per file: how many posts, how
//! many show their title, how many are blank although the input has content, and how much of the words, images and
//! addresses of the input is drawn: directly from the conversion, and from the native JSON that it writes. `--lost`
//! lists what is not drawn.

mod credits;
mod input;
mod rows;
mod tally;

use crate::command::Outcome;
use backmatter::{
    NATIVE, Options, decode,
    formats::{convert, posts},
    html,
    rendering::draw,
    report::Failure,
    tools::{ReadFacts, Whole},
};
use input::Wanted;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};
use tally::Tally;

/// All tools of a native program.
pub const TOOLS: Whole = Whole::new(html::parse, ReadFacts::Now);

/// Reads every input below a folder.
pub fn audit(arguments: &[&str]) -> Outcome {
    let (options, rest) = read(arguments);
    if let ["--credits", file] = arguments {
        return credits::credits(file);
    }
    let says_lost = arguments.contains(&"--lost");
    let [folder] = rest.as_slice() else { return Err("name one folder or file".to_string()) };
    let mut files = if Path::new(folder).is_file() { vec![folder.into()] } else { files(Path::new(folder))? };
    files.sort();
    println!("{}", Tally::HEAD);
    let mut all = Tally::default();
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    for file in &files {
        let Ok(bytes) = fs::read(file) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        let began = Instant::now();
        let mut tally = Tally::default();
        match posts(&text, &options) {
            Err(failure) => tally.fail(&failure, &mut refused),
            Ok(texts) => texts.iter().for_each(|text| post(text, &options, &mut tally, &mut refused)),
        }
        tally.milliseconds = began.elapsed().as_millis();
        let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
        println!("{}", tally.line(&name));
        if says_lost {
            tally.lost.iter().for_each(|line| println!("        {line}"));
        }
        all.add(&tally);
    }
    println!("{}", all.line(&format!("{} files", files.len())));
    for (message, count) in refused {
        println!("{count:>6} × {message}");
    }
    Ok(())
}

fn read<'a>(arguments: &[&'a str]) -> (Options, Vec<&'a str>) {
    let mut options = Options::default();
    let mut rest = Vec::new();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match *argument {
            "--format" => options.format = arguments.next().map(|name| (*name).to_string()),
            "--lost" => {}
            other => rest.push(other),
        }
    }
    (options, rest)
}

/// The inputs below a folder.
fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(path) = open.pop() {
        let entries = fs::read_dir(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|end| ["json", "jsonl", "ndjson", "html"].iter().any(|known| end == *known))
            {
                found.push(path);
            }
        }
    }
    Ok(found)
}

fn post(text: &str, options: &Options, tally: &mut Tally, refused: &mut BTreeMap<String, usize>) {
    let converted = match convert(text, options, &TOOLS) {
        Ok(converted) => converted,
        Err(failure) => return tally.fail(&failure, refused),
    };
    let wanted = Wanted::of(text);
    let again = |text: &str| decode(text, &Options { format: None, ..options.clone() }, &TOOLS);
    let drawn = match again(&converted.text) {
        Ok(decoded) => draw(decoded.post, options.clone(), NATIVE.locale),
        Err(Failure { message, .. }) => {
            *refused.entry(format!("the native text is refused: {message}")).or_default() += 1;
            String::new()
        }
    };
    tally.formats(&converted.report.format);
    tally.direct(&wanted, &draw(converted.post, options.clone(), NATIVE.locale));
    tally.rows(&rows::rows(&drawn));
    tally.shown(&wanted, &drawn, converted.text.contains("\"title\":"), converted.text.contains("\"body\":"));
}
