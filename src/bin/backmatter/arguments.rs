//! The command line.

use crate::verbs::Verb;
use backmatter::json::{self, Value};
use lexopt::{Arg, Parser, ValueExt};
use std::{borrow::Cow, fs, path::PathBuf};

pub const USAGE: &str = "\
backmatter render     a post as HTML
backmatter normalize  a post of any format as backmatter/1 JSON
backmatter check      the report on a post: its format and what was left out, as JSON
backmatter fill       pages of a static site: renders the posts of their elements into them
backmatter index      all posts of a site: a file for each with the posts to read next

`fill` takes HTML files and folders, and writes the files back. `index` takes files with posts, and needs --out. For the others a post comes on standard input, or in files. With several files, --out is needed.

  --options FILE   the options of the widget, as JSON
  --lang TAG       the language of the interface, such as de
  --src URL        render: where the page finds the post, if not in the page
  --format NAME    the format of the input; without it the format is detected
  --out DIR        write a file for each input to this folder
  --document       render: a whole page and not only the <article>
  --assets URL     with --document: where backmatter.css is (default: .)
  --version, --help

Exit code: 0, or 2 when an input could not be read, or 1 for anything else.
";

const FILL: &str = "`fill` takes files and folders, and no options: those of a post are attributes of its element";

const INDEX: &str = "`index` takes files with posts and --out with a folder, and no other options";

/// The task.
pub enum Task {
    /// To write the posts of pages into them: files and folders.
    Fill(Vec<PathBuf>),
    /// To find for each post of some files those to read next, and to write them to a folder.
    Index(Vec<PathBuf>, PathBuf),
    /// Apply a verb to each input.
    Each(Arguments),
}

/// What is to be made of each input.
pub struct Arguments {
    pub verb: Verb,
    /// The options of the widget, as the host writes them.
    pub options: Value<'static>,
    /// The address of the package's folder, for a whole page.
    pub assets: Option<String>,
    pub out: Option<PathBuf>,
    /// Empty for standard input.
    pub files: Vec<PathBuf>,
}

impl Task {
    /// `None` where help was asked for.
    pub fn read(mut parser: Parser) -> Result<Option<Task>, lexopt::Error> {
        let (mut verb, mut site) = (None, None);
        let mut options = Vec::new();
        let (mut is_document, mut assets, mut out, mut files) = (false, None, None, Vec::new());
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(None),
                Arg::Short('V') | Arg::Long("version") => {
                    println!("backmatter {}", env!("CARGO_PKG_VERSION"));
                    std::process::exit(0);
                }
                Arg::Long("options") => options.splice(..0, read_options(&parser.value()?.into())?).for_each(drop),
                Arg::Long(name @ ("lang" | "format" | "src")) => {
                    let name = name.to_string();
                    options.push((name.into(), Value::Text(parser.value()?.string()?.into())));
                }
                Arg::Long("assets") => assets = Some(parser.value()?.string()?),
                Arg::Long("out") => out = Some(parser.value()?.into()),
                Arg::Long("document") => is_document = true,
                Arg::Value(name) if (name == "fill" || name == "index") && verb.is_none() && site.is_none() => {
                    site = Some(name);
                }
                Arg::Value(name) if verb.is_none() && site.is_none() => verb = Some(Verb::parse(&name.string()?)?),
                Arg::Value(file) => files.push(file.into()),
                _ => return Err(argument.unexpected()),
            }
        }
        if let Some(name) = site {
            let is_plain = options.is_empty() && assets.is_none() && !is_document && !files.is_empty();
            return match out.filter(|_| is_plain) {
                Some(folder) if name == "index" => Ok(Some(Task::Index(files, folder))),
                None if is_plain && name == "fill" => Ok(Some(Task::Fill(files))),
                _ => Err(if name == "fill" { FILL } else { INDEX }.into()),
            };
        }
        let Some(verb) = verb else { return Err("there is no command".into()) };
        if files.len() > 1 && out.is_none() {
            return Err("several files need --out and a folder".into());
        }
        // If an option is given twice, the last one counts, as in JSON.
        let mut once: Vec<(Cow<'static, str>, Value<'static>)> = Vec::new();
        for (name, value) in options {
            once.retain(|(known, _)| *known != name);
            once.push((name, value));
        }
        let options = Value::Map(once);
        let assets = is_document.then(|| assets.unwrap_or_else(|| ".".into()));
        Ok(Some(Task::Each(Arguments { verb, options, assets, out, files })))
    }
}

/// The options of a file.
fn read_options(file: &PathBuf) -> Result<Vec<(Cow<'static, str>, Value<'static>)>, lexopt::Error> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    // They are needed as long as the program runs.
    let text: &'static str = text.leak();
    let given = json::read(text).map_err(|error| format!("{}: {}", file.display(), error.message()))?;
    match given.value {
        Value::Map(options) => Ok(options),
        other => Err(format!("{}: options are an object, and this is {}", file.display(), other.shape()).into()),
    }
}
