//! What the names of people look like, and what only looks like one.

use super::labels::{HANDED, OWN_WORK, is_among};
use crate::{
    credits::sources,
    letters::{folded, is_capital, is_caseless},
    scan::is_one_of,
};

/// The most words with capitals that a name has.
const CAPITALS: usize = 6;

/// Small words within names, in the languages of the labels.
const SMALL: &str = "de da di do dos das del della der den des du van von vom zu zum zur ter ten la le les el los las al bin ibn y e i \
                     u und et and og och en of the for & +";

/// Words that no name begins with.
const ARTICLES: &str = "the a an der die das den dem ein eine le la les un une el los las il lo gli o os as in im on at by from via of \
                        and to";

/// Words that organisations have in their names.
const ORGANISATIONS: &str = "museum museo musée archive archives archiv archivo archivos archivio library bibliothek bibliothèque \
                             biblioteca university universität universidad université college institute institut instituto agency \
                             agentur agence agencia agência agencja press presse prensa images image photos photo media news \
                             collection collections gallery galerie galleries foundation stiftung fondation fundación society \
                             association alliance union ministry ministerium ministerstvo ministère ministerio office bureau department government council city stadt \
                             service services group gmbh ltd inc llc corp company studio studios center centre getty project team \
                             network trust club school church parish riksarkivet observatory";

/// Words of places and times: "by Night", "by Lake Como".
const PLACES: &str = "lake loch river sea street night day christmas easter eve bridge tower castle harbour harbor park road avenue plan \
                      figure northern southern eastern western north south east west old new mount mt square cross station hall \
                      house garden island bay beach hill mill fig page chapter table part day week";

/// Cameras and programs: in a credit field they name neither a person nor a source.
const DEVICES: &str = "canon nikon sony fujifilm olympus panasonic leica pentax kodak gopro dji iphone samsung pixel huawei xiaomi \
                       hasselblad minolta ricoh sigma apple adobe photoshop lightroom gimp picasa snapseed acdsee illustrator inkscape";
/// Models of cameras and programs.
const MODELS: &str = "dsc eos powershot ixus coolpix cybershot cyber-shot dmc lumix finepix photoshop lightroom illustrator galaxy hero \
                      mavic";

/// Is it the name of a known source, an address of the web, or a person's own work?
pub(super) fn is_known(text: &str) -> bool {
    let text = without_article(text);
    let small = folded(text);
    sources::by_name(text).is_some() || is_host(text) || is_among(&small, OWN_WORK) || is_among(&small, HANDED)
}

/// The same for a name without other parts: some names of sources are ordinary words.
pub(super) fn is_known_alone(text: &str) -> bool {
    is_host(text) || sources::is_name_alone(text) || is_among(&folded(text), OWN_WORK)
}

/// An address, or a host such as `boats.example`.
fn is_host(text: &str) -> bool {
    let (rest, is_address) = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .map_or((text, false), |rest| (rest, true));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let end = host.rsplit_once('.').map_or("", |(_, end)| end);
    let has_end = (2..=12).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_lowercase());
    has_end
        && !host.contains([' ', ',', '@'])
        && (is_address || host.len() == rest.len() || rest.contains('/'))
        && host.len() > end.len() + 2
}

/// Without an article in front.
pub(super) fn without_article(text: &str) -> &str {
    let rest = text.split_once(' ').filter(|(first, _)| is_one_of(&folded(first), "the la der die das le il o a"));
    rest.map_or(text, |(_, rest)| rest)
}

/// Is it a name: words with capitals, or of a script without them, and small words between them?
pub(super) fn is_name(text: &str) -> bool {
    let text = text.trim();
    let has_marks =
        text.contains([':', ';', '?', '!', '…', '"', '“', '=', '<', '>', '|', '/', '{', '}', '(', ')', '%', '$', '€']);
    let has_numbers = text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_digit));
    if text.is_empty() || text.len() > 80 || has_marks || has_numbers || is_sentence(text) {
        return false;
    }
    if text.starts_with('@') {
        return !text.contains(' ');
    }
    let mut capitals = 0;
    for (index, word) in words(text).enumerate() {
        let small = folded(word);
        let begins_with_capital = begins_with_capital(word);
        capitals += usize::from(begins_with_capital);
        if index == 0 && is_one_of(&small, ARTICLES) || !begins_with_capital && !is_one_of(&small, SMALL) {
            return false;
        }
    }
    (1..=CAPITALS).contains(&capitals)
}

/// Is it the name of a person: none of an organisation, a place or a time?
pub(super) fn is_person(text: &str) -> bool {
    let is_other = |word: &str| {
        let small = folded(word);
        is_one_of(&small, ORGANISATIONS) || is_one_of(&small, PLACES)
    };
    is_name(text)
        && !is_acronym(text)
        && !words(text).any(is_other)
        && !text.bytes().any(|byte| byte.is_ascii_digit())
        && (!text.contains(['.', '&']) || text.split(' ').any(|word| word.ends_with('.') && word.len() <= 4))
}

/// Has it a word that organisations have in their names, or is it an agency in capitals?
pub(super) fn is_of_organisation(text: &str) -> bool {
    let has_word = words(text).any(|word| is_one_of(&folded(word), ORGANISATIONS));
    is_acronym(text)
        || has_word
            && words(text).filter(|word| begins_with_capital(word)).count() > 1
            && is_name(without_article(text))
}

/// Does it begin with the word of an organisation, as "Ministerstvo zdravotnictví" does?
pub(super) fn is_organisation(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    begins_with_capital(first) && is_one_of(&folded(first), ORGANISATIONS) && words(text).count() <= CAPITALS
        || is_one_of(&folded(text), ORGANISATIONS)
}

/// Is there an initial among its words, as in "Tommy P. Pedersen"?
pub(super) fn has_initial(text: &str) -> bool {
    words(text)
        .any(|word| word.ends_with('.') && word.chars().count() == 2 && word.chars().next().is_some_and(is_capital))
}

/// Two to six capitals.
pub(super) fn is_acronym(text: &str) -> bool {
    let length = text.chars().count();
    (2..=6).contains(&length)
        && text.chars().all(|char| is_capital(char) || char == '.' && length > 3)
        && !text.starts_with('.')
}

/// An account: one word of letters, digits and a few marks.
pub(super) fn is_handle(text: &str) -> bool {
    let fits = |char: char| char.is_ascii_alphanumeric() || "@_.-".contains(char) || !char.is_ascii();
    (2..=30).contains(&text.len()) && text.chars().all(fits)
}

/// Is it the name of a camera or a program?
pub(super) fn is_device(text: &str) -> bool {
    let text = folded(text);
    let mut words = text.split([' ', '-', '_', ',']);
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let has_number = second.bytes().any(|byte| byte.is_ascii_digit());
    let is_model = second.is_empty() || has_number || is_one_of(second, MODELS) || is_one_of(second, DEVICES);
    is_one_of(first, DEVICES) && second != "stock" && is_model
}

/// Does it end in an initial, as "Lind, M." does? Then the point belongs to the name.
pub(super) fn ends_in_initial(text: &str) -> bool {
    let last = text.rsplit([' ', '.']).find(|word| !word.is_empty()).unwrap_or_default();
    text.ends_with('.') && last.chars().count() == 1 && last.chars().all(is_capital)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',', '\u{A0}']).filter(|word| !word.is_empty())
}

fn begins_with_capital(word: &str) -> bool {
    let first = word.trim_start_matches(['(', '@', '\'', '’', '-']).chars().next();
    first.is_some_and(|char| is_capital(char) || is_caseless(char))
}

/// Is there a full stop that is not that of an initial or an abbreviation?
fn is_sentence(text: &str) -> bool {
    let before =
        |at| text.get(..at).unwrap_or_default().rsplit([' ', '.', '-']).next().unwrap_or_default().chars().count();
    text.match_indices(". ").any(|(at, _)| before(at) > 3)
}
