//! Licences by their names and addresses: Creative Commons in every variant, the public domain, and those of known sources.

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct License {
    /// Its short name.
    pub name: String,
    /// Its page.
    pub url: Option<String>,
    /// Must whoever made the work be named?
    pub asks_creator: bool,
    /// Must the title be named? (Creative Commons asks for it up to version 3.0.)
    pub asks_title: bool,
}

/// Licences without variants: what they are called, the names and the ends of addresses that mean them.
const PLAIN: &[(&str, &str, &[&str])] = &[
    (
        "CC0 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        &["cc0", "cc 0", "cc-0", "cc zero", "cc-zero", "creative commons zero", "publicdomain/zero/"],
    ),
    (
        "Public Domain Mark 1.0",
        "https://creativecommons.org/publicdomain/mark/1.0/",
        &["public domain mark", "pdm", "publicdomain/mark/"],
    ),
    (
        "Public domain",
        "",
        &["public domain", "publicdomain", "gemeinfrei", "domaine public", "dominio público", "no known copyright"],
    ),
    (
        "Unsplash License",
        "https://unsplash.com/license",
        &["unsplash license", "unsplash licence", "unsplash.com/license"],
    ),
    ("Pexels License", "https://www.pexels.com/license/", &["pexels license", "pexels licence", "pexels.com/license"]),
    (
        "Pixabay Content License",
        "https://pixabay.com/service/license-summary/",
        &["pixabay license", "pixabay content license", "pixabay.com/service/license"],
    ),
    ("All rights reserved", "", &["all rights reserved", "alle rechte vorbehalten", "tous droits réservés"]),
    ("GFDL", "https://www.gnu.org/licenses/fdl-1.3.html", &["gfdl", "gnu free documentation license"]),
    ("MIT", "https://opensource.org/license/mit", &["mit license"]),
];

/// The words of the six Creative Commons licences, as their addresses write them.
const VARIANTS: [&str; 6] = ["by-nc-nd", "by-nc-sa", "by-nc", "by-nd", "by-sa", "by"];
/// What they are called in words.
const LONG_WORDS: [(&str, &str); 12] = [
    ("attribution", "by"),
    ("noncommercial", "nc"),
    ("non-commercial", "nc"),
    ("noderivatives", "nd"),
    ("noderivs", "nd"),
    ("no derivatives", "nd"),
    ("sharealike", "sa"),
    ("share alike", "sa"),
    ("share-alike", "sa"),
    (" ", "-"),
    ("_", "-"),
    ("/", "-"),
];
const VERSIONS: [&str; 5] = ["4.0", "3.0", "2.5", "2.0", "1.0"];

/// The licence that a text or an address names. `None` for unknown ones.
pub fn license(text: &str) -> Option<License> {
    if text.is_empty() {
        return None;
    }
    let folded = text.trim().trim_matches(['(', ')', '.', ',']).to_ascii_lowercase();
    creative_commons(&folded).or_else(|| plain(&folded))
}

/// The place of a licence within a line, and the licence: the longest run of words that names one.
pub fn within(line: &str) -> Option<(std::ops::Range<usize>, License)> {
    let folded = line.to_ascii_lowercase();
    if !HINTS.iter().any(|hint| folded.contains(hint)) {
        return None;
    }
    let starts: Vec<usize> =
        line.char_indices().filter(|(at, _)| begins_word(line, *at)).map(|(at, _)| at).take(WORDS).collect();
    for from in &starts {
        let ends = starts.iter().filter(|end| *end > from).copied().chain([line.len()]);
        let ends: Vec<usize> = ends.take(8).collect();
        for end in ends.into_iter().rev() {
            let words = line
                .get(*from..end)
                .unwrap_or_default()
                .trim_end_matches([' ', ',', ')', ']', '}', '.', '·', '|', '/', ';']);
            if let Some(license) = license(words) {
                return Some((*from..from + words.len(), license));
            }
        }
    }
    None
}

/// Every licence name contains one of these. A quick test, because most lines have none.
const HINTS: [&str; 14] = [
    "cc",
    "creative",
    "domain",
    "domin",
    "dominio",
    "gemeinfrei",
    "licen",
    "by-",
    "attribution",
    "rights",
    "rechte",
    "droits",
    "gfdl",
    "copyright",
];

/// Templates of wikis as their words: `{{self|cc-by-sa-4.0|A}}` is "A, cc-by-sa-4.0", `{{PD-self}}` "public domain".
pub fn without_templates(line: &str) -> String {
    let Some((before, rest)) = line.split_once("{{") else { return line.to_string() };
    let Some((inner, after)) = rest.split_once("}}") else { return line.to_string() };
    let mut parts = inner.split('|').filter(|part| !part.eq_ignore_ascii_case("self"));
    let name = parts.next().unwrap_or_default();
    let license =
        if name.get(..2).is_some_and(|begin| begin.eq_ignore_ascii_case("pd")) { "public domain" } else { name };
    let who = parts.find(|part| !part.contains('='));
    let words = who.map_or(String::new(), |who| [who, ", "].concat());
    [before, &words, license, after].concat()
}

/// Words of a line that are looked at.
const WORDS: usize = 60;

/// The text with each of the first replaced by the second, one after the other.
pub(super) fn replaced(text: &str, words: &[(&str, &str)]) -> String {
    words.iter().fold(text.to_string(), |text, (long, short)| text.replace(long, short))
}

fn begins_word(line: &str, at: usize) -> bool {
    let before = line.get(..at).unwrap_or_default();
    line.get(at..).unwrap_or_default().starts_with(|char: char| char.is_ascii_alphanumeric() || !char.is_ascii())
        && (before.is_empty() || before.ends_with([' ', '(', '/', '|', ',', '{', '[', ':']))
}

fn plain(folded: &str) -> Option<License> {
    let is = |known: &&str| folded == *known || (known.contains('/') && folded.contains(*known));
    let (name, url, _) =
        PLAIN.iter().find(|(name, _, known)| folded == name.to_ascii_lowercase() || known.iter().any(is))?;
    let url = (!url.is_empty()).then(|| (*url).to_string());
    Some(License { name: (*name).to_string(), url, asks_creator: *name == "GFDL", asks_title: false })
}

fn creative_commons(folded: &str) -> Option<License> {
    let rest = match folded.split_once("creativecommons.org/licenses/") {
        Some((_, rest)) => rest,
        None => ["creative commons ", "cc ", "cc-", "cc_", "by", "attribution"].iter().find_map(|begin| {
            let rest = folded.strip_prefix(begin)?;
            Some(if *begin == "by" || *begin == "attribution" { folded } else { rest })
        })?,
    };
    let words = replaced(rest, &LONG_WORDS);
    let words = words.trim_start_matches("cc-");
    let variant = VARIANTS
        .into_iter()
        .find(|variant| words.strip_prefix(variant).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))?;
    let rest = words.strip_prefix(variant)?.trim_matches('-');
    let version = VERSIONS.into_iter().find(|version| rest.starts_with(version));
    let jurisdiction = version.map_or(rest, |version| rest.strip_prefix(version).unwrap_or_default()).trim_matches('-');
    // The rest must be a jurisdiction or a known end of an address.
    let is_known = jurisdiction.len() == 2
        || matches!(
            jurisdiction,
            "" | "international"
                | "international-license"
                | "unported-license"
                | "generic-license"
                | "generic"
                | "unported"
                | "deed.en"
                | "legalcode"
                | "license"
                | "licence"
                | "deed"
        );
    if !is_known || (version.is_none() && folded == "by") {
        return None;
    }
    let mut name = ["CC ", &variant.to_ascii_uppercase()].concat();
    name.extend(version.iter().flat_map(|version| [" ", version]));
    let url = version.map(|version| ["https://creativecommons.org/licenses/", variant, "/", version, "/"].concat());
    Some(License { name, url, asks_creator: true, asks_title: version.is_some_and(|version| version < "4.0") })
}
