//! What the words of keys mean. The words of a row are one text; for looking up, all words are one table of hashes.

use crate::model::Kind;
use std::cell::OnceCell;

/// Beginning a key of several words, the word makes a flag of it.
pub const BEGINS_FLAG: u32 = 1 << 5;
/// The first word of a length of time, and the last one.
pub const BEGINS_DURATION: u32 = 1 << 6;
pub const ENDS_DURATION: u32 = 1 << 7;
/// Written in capitals.
pub const CAPITALS: u32 = 1 << 8;
/// Words of the three groups.
pub const QUALITY: u32 = 1 << 9;
pub const PROVENANCE: u32 = 1 << 10;
pub const TECHNICAL: u32 = 1 << 11;
/// The word names a secret; it does where a key ends in it; it may with its neighbour.
pub const SECRET: u32 = 1 << 12;
pub const SECRET_END: u32 = 1 << 13;
pub const SECRET_PAIR: u32 = 1 << 14;
/// Ending a key, the word says that many things stand under it: `false` says that there are none.
pub const CONTAINER: u32 = 1 << 15;

/// A whole key of a program.
pub const INTERNAL: u32 = 1 << 16;

/// The kind that a word tells when a key ends in it stands in the lowest bits, as a place in this list plus one.
const KINDS: [Kind; 10] = [
    Kind::Count,
    Kind::Date,
    Kind::Identifier,
    Kind::Link,
    Kind::Measure,
    Kind::Tag,
    Kind::Version,
    Kind::Image,
    Kind::Code,
    Kind::Flag,
];
const KIND: u32 = BEGINS_FLAG - 1;

/// Words with one meaning, a space between them.
struct Row {
    meaning: Meaning,
    words: &'static str,
}

/// What the words of a row say about the key that they stand in.
enum Meaning {
    /// A key that ends in the word has a value of this kind.
    Kind(Kind),
    /// One of the bits above.
    Bit(u32),
}

impl Meaning {
    fn bits(&self) -> u32 {
        match self {
            Meaning::Kind(kind) => KINDS.iter().position(|known| known == kind).map_or(0, |place| place as u32 + 1),
            Meaning::Bit(bit) => *bit,
        }
    }
}

const ROWS: [Row; 22] = [
    Row { meaning: Meaning::Bit(INTERNAL), words: INTERNAL_KEYS },
    Row {
        meaning: Meaning::Kind(Kind::Count),
        words: "count counts views likes shares votes downloads visits followers words total totals",
    },
    Row {
        meaning: Meaning::Kind(Kind::Date),
        words: "at date dates time timestamp reviewed updated modified published created expires deadline since until",
    },
    Row {
        meaning: Meaning::Kind(Kind::Identifier),
        words: "hash sha sha1 sha256 md5 uuid guid etag checksum commit id reference ref",
    },
    Row { meaning: Meaning::Kind(Kind::Link), words: "url urls uri link links href website homepage permalink" },
    Row { meaning: Meaning::Kind(Kind::Measure), words: "score scores rating ratings quality" },
    Row { meaning: Meaning::Kind(Kind::Tag), words: "difficulty level status stage priority" },
    Row { meaning: Meaning::Kind(Kind::Version), words: "version" },
    Row {
        meaning: Meaning::Kind(Kind::Image),
        words: "image images photo photos thumbnail avatar cover picture pictures screenshot screenshots",
    },
    Row { meaning: Meaning::Kind(Kind::Code), words: "snippet code" },
    Row { meaning: Meaning::Kind(Kind::Flag), words: "flag flags enabled disabled" },
    Row { meaning: Meaning::Bit(BEGINS_FLAG), words: "is has can should needs allow allows" },
    Row { meaning: Meaning::Bit(BEGINS_DURATION), words: "reading read" },
    Row { meaning: Meaning::Bit(ENDS_DURATION), words: "time minutes" },
    Row {
        meaning: Meaning::Bit(CAPITALS),
        words: "ai api cdn cms cpu css csv doi dns faq gpu html http https id io ip isbn json md5 os pdf php ram rss sdk seo sha \
                sha1 sha256 sql ssl tls ui uri url utc uuid ux xml",
    },
    Row {
        meaning: Meaning::Bit(QUALITY),
        words: "flag flags score scores rating ratings quality confidence review reviews votes",
    },
    Row {
        meaning: Meaning::Bit(PROVENANCE),
        words: "source sources author authors license licence copyright credit credits origin publisher editor editors reviewed \
                updated modified published created citation citations references contributor contributors provider",
    },
    Row {
        meaning: Meaning::Bit(TECHNICAL),
        words: "hash sha sha1 sha256 md5 uuid guid etag checksum commit id version build slug encoding charset schema format \
                template revision mime engine model",
    },
    Row {
        meaning: Meaning::Bit(SECRET),
        words: "password passwords passwd passphrase passcode pwd secret secrets token tokens apikey credential credentials cookie \
                cookies otp totp ssn iban cvv cvc jwt bearer auth authorization oauth",
    },
    Row { meaning: Meaning::Bit(SECRET_END), words: "pin pass" },
    Row {
        meaning: Meaning::Bit(SECRET_PAIR),
        words: "api private access auth secret encryption signing license session card recovery",
    },
    Row {
        meaning: Meaning::Bit(CONTAINER),
        words: "acf meta gallery items rows list data fields terms categories tags images links files related content",
    },
];

/// Keys of content systems that say nothing to readers.
const INTERNAL_KEYS: &str = "footnotes inline_featured_image spay_email om_disable_all_campaigns advanced_seo_description \
                             site-sidebar-layout site-content-layout site-content-style site-sidebar-style \
                             theme-transparent-header-meta adv-header-id-meta stick-header-meta \
                             header-above-stick-meta header-main-stick-meta header-below-stick-meta \
                             astra-migrate-meta-layouts classic-editor-remember rs_page_bg_color slide_template";

/// Beginnings of such keys. Names that begin with `_` are hidden in the system that invented them, too
/// (`is_protected_meta`).
const INTERNAL_PREFIXES: [&str; 12] = [
    "_",
    "ast-",
    "jetpack_",
    "rank_math_",
    "yoast_wpseo_",
    "wpseo_",
    "neve_meta_",
    "generate_",
    "kadence_",
    "et_pb_",
    "fusion_",
    "elementor_",
];

/// Is this a field of a program, such as `_edit_lock` or the layout of a theme?
pub fn is_internal(key: &str) -> bool {
    INTERNAL_PREFIXES.iter().any(|prefix| key.starts_with(prefix)) || meaning(key) & INTERNAL != 0
}

/// Two words that name a secret together.
pub const PAIRS: &str = "api_key private_key access_key auth_key secret_key encryption_key signing_key license_key session_id \
                         card_number recovery_code";

/// Words and their meanings, each at a place that its letters tell or behind it. Half of the places are empty. (A map of the
/// standard library does the same in 4 KB more; to search a sorted list takes five times as long.)
type Table = Vec<(&'static str, u32)>;

/// Places of the table: a power of two, and more than twice the words.
const PLACES: usize = 2_048;

thread_local! {
    static TABLE: OnceCell<Table> = const { OnceCell::new() };
}

/// What `word`, in lower case, means: the bits above.
pub fn meaning(word: &str) -> u32 {
    TABLE.with(|table| {
        let table = table.get_or_init(table_of_lists);
        table.get(place(table, word)).map_or(0, |(_, meaning)| *meaning)
    })
}

/// Where a word stands in the table, or the empty place where it would.
fn place(table: &Table, word: &str) -> usize {
    let mut place =
        word.bytes().fold(0, |sum: usize, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) % PLACES;
    while table.get(place).is_some_and(|(known, _)| !known.is_empty() && *known != word) {
        place = (place + 1) % PLACES;
    }
    place
}

/// The kind in a meaning.
pub fn kind(meaning: u32) -> Option<Kind> {
    KINDS.get((meaning & KIND).wrapping_sub(1) as usize).copied()
}

fn table_of_lists() -> Table {
    let mut table: Table = vec![("", 0); PLACES];
    for Row { meaning, words } in ROWS {
        let bits = meaning.bits();
        for word in words.split(' ') {
            let place = place(&table, word);
            if let Some((known, meanings)) = table.get_mut(place) {
                *known = word;
                *meanings |= bits;
            }
        }
    }
    table
}
