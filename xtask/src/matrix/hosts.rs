//! The applications of the matrix.

mod bundlers;
mod frameworks;
mod meta_frameworks;
mod servers;
mod static_sites;

use super::documented::Documented;

/// An application in `tests/hosts`.
pub struct Host {
    pub name: &'static str,
    pub title: &'static str,
    /// The folders that its files are copied from.
    pub folders: &'static [&'static str],
    /// The folder of its scripts.
    pub source: &'static str,
    /// Snippets of the documentation that are files of this application.
    pub documented: &'static [Documented],
    /// What npm installs besides the package.
    pub packages: &'static [&'static str],
    /// The programs that build it, one after the other.
    pub build: &'static [&'static [&'static str]],
    pub serving: Serving,
    /// A file that is changed while a development server serves the application: hot reload shows it. Empty for none.
    pub edited: &'static str,
    /// The setting or step that the application needs, in the words of the docs.
    pub needs: &'static str,
}

/// How a built application is served for its test.
pub enum Serving {
    /// Not served: its build step includes its tests.
    Nothing,
    /// The files of a folder.
    Files(&'static str),
    /// The files of a static site, whose posts were rendered ahead.
    Site(&'static str),
    /// A server, started by this command; `PORT` stands for its port.
    Server(&'static [&'static str]),
}

const PLAIN: Host = Host {
    name: "",
    title: "",
    folders: &["plain"],
    source: "src",
    documented: &[],
    packages: &[],
    build: &[],
    serving: Serving::Files("dist"),
    edited: "",
    needs: "",
};

/// Runs the commands of the documentation as they stand there.
const BUILD: &[&str] = &["sh", "-ex", "build.sh"];

const fn documented(page: &'static str, heading: &'static str, files: &'static [&'static str]) -> Documented {
    Documented { page, heading, files }
}

/// The snippets under a heading of `docs/frameworks.md`.
const fn framework(heading: &'static str, files: &'static [&'static str]) -> Documented {
    documented("frameworks.md", heading, files)
}

/// All of them, in the order of the table.
pub fn hosts() -> impl Iterator<Item = &'static Host> {
    let of_families: [&'static [Host]; 5] =
        [&servers::HOSTS, &bundlers::HOSTS, &frameworks::HOSTS, &meta_frameworks::HOSTS, &static_sites::HOSTS];
    of_families.into_iter().flatten()
}
