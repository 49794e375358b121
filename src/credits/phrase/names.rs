//! What the names of people look like, and what only looks like one.

use crate::scan::is_one_of;

/// The most words that a name has, its source included.
const WORDS: usize = 9;

/// Small words within names, in the languages of the labels.
const SMALL: &str = "de da di do dos das del della der den des du van von vom zu zum zur ter ten la le les el los las al bin ibn \
                     y e i u und and et og och en of the for by at on via & + / | – — - im in a";

/// Words that organisations have in their names.
const OF_ORGANISATIONS: &str = "museum museo musée archive archives archiv archivo archivio library bibliothek bibliothèque \
                                biblioteca university universität université universidad college institute institut \
                                instituto agency agentur agence agencia press presse prensa images image photos photo media news \
                                collection collections gallery galerie galleries foundation stiftung fondation fundación society \
                                association ministry ministerium office bureau department government council city stadt service \
                                services group gmbh ltd inc corp company studio studios center centre getty project team \
                                network trust club school church parish";

/// Cameras and programs: who writes them into the field of a credit names neither a person nor a source.
const DEVICES: &str = "canon nikon sony fujifilm olympus panasonic leica pentax kodak gopro dji iphone samsung pixel huawei xiaomi \
                       hasselblad minolta ricoh sigma apple adobe photoshop lightroom gimp picasa snapseed acdsee illustrator \
                       inkscape";
/// What a program or camera has behind its name.
const MODELS: &str = "eos powershot ixus coolpix cybershot cyber-shot dmc lumix finepix x100 photoshop lightroom illustrator \
                      galaxy hero mavic";

/// How many words a name has. `None` for what is none: a sentence, words in small letters, something with marks that no name has.
pub(super) fn words_of_name(text: &str) -> Option<usize> {
    let text = text.trim();
    let has_marks = text.contains([':', ';', '?', '!', '…', '\n', '"', '“', '=', '<', '>']);
    if text.is_empty() || text.len() > 120 || has_marks || is_sentence(text) {
        return None;
    }
    let words: Vec<&str> = text.split([' ', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    let capitals = words.iter().filter(|word| is_capital(word)).count();
    let fits = |word: &&&str| {
        is_capital(word) || is_one_of(&word.trim_matches([',', '.', '(', ')']).to_lowercase(), SMALL) || is_year(word)
    };
    (capitals > 0 && words.len() <= WORDS && words.iter().all(|word| fits(&word))).then_some(capitals)
}

/// Is it a name, without an article in front?
pub(super) fn is_name(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    let is_article = is_one_of(
        &first,
        "the a an der die das den dem ein eine le la les un une el los las il lo gli i o os as in im on at by from via of",
    );
    !is_article && words_of_name(text).is_some()
}

/// Does it look like the name of a person: two to four capitals, none of an organisation?
pub(super) fn is_person(text: &str) -> bool {
    let words = words_of_name(text).unwrap_or_default();
    let is_organisation = text
        .split([' ', '/', ','])
        .any(|word| is_one_of(&word.to_lowercase(), OF_ORGANISATIONS) || word.len() > 2 && is_all_capital(word));
    let is_apart = text.contains(['/', '|', '.', '&', '@']) && !has_initial(text);
    is_name(text)
        && (2..=4).contains(&words)
        && !is_organisation
        && !is_apart
        && !text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Is it the name of a camera or a program?
pub(super) fn is_device(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split([' ', '-', '_', ',']);
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let has_number = second.bytes().any(|byte| byte.is_ascii_digit());
    is_one_of(first, DEVICES)
        && !text.contains("stock")
        && (second.is_empty() || has_number || is_one_of(second, MODELS) || is_one_of(second, DEVICES))
}

fn is_capital(word: &str) -> bool {
    let first = word.trim_start_matches(['(', '@', '\'', '’', '-', '/']).chars().next();
    first.is_some_and(|char| char.is_uppercase() || char.is_alphabetic() && !char.is_lowercase())
        || word.starts_with('@')
}

fn is_all_capital(word: &str) -> bool {
    word.chars().all(|char| char.is_uppercase() || char.is_ascii_punctuation())
}

fn is_year(word: &str) -> bool {
    let word = word.trim_matches([',', '.', '(', ')']);
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Is there a full stop that is not that of an initial or an abbreviation?
fn is_sentence(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text.get(..at).unwrap_or_default().rsplit([' ', '.', '-']).next().unwrap_or_default();
        word.chars().count() > 3
    })
}

fn has_initial(text: &str) -> bool {
    text.split(' ').any(|word| word.ends_with('.') && word.chars().count() <= 3) && !text.contains(['/', '|', '@'])
}
