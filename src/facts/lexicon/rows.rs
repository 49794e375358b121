//! The words of keys, as data.

use super::{
    BEGINS_DURATION, BEGINS_FLAG, CAPITALS, CONTAINER, ENDS_DURATION, INTERNAL, PROVENANCE, QUALITY, SECRET,
    SECRET_END, SECRET_PAIR, TECHNICAL, TELEPHONE,
};
use crate::model::Kind;

/// Words with one meaning, a space between them.
pub struct Row {
    /// The meaning.
    pub meaning: Meaning,
    /// The words.
    pub words: &'static str,
}

/// What the words of a row say about the key that they stand in.
pub enum Meaning {
    /// A key that ends in the word has a value of this kind.
    Kind(Kind),
    /// One of the bits above.
    Bit(u32),
}

/// Units that keys end in, each with its symbol (SI, IEC 80000-13). Short words that mean something else as well, such as `m`
/// or `s`, are left out.
pub const UNITS: [(&str, &str); 19] = [
    ("ms millis milliseconds", "ms"),
    ("sec secs seconds", "s"),
    ("percent pct", "%"),
    ("kb", "KB"),
    ("mb", "MB"),
    ("gb", "GB"),
    ("tb", "TB"),
    ("kib", "KiB"),
    ("mib", "MiB"),
    ("gib", "GiB"),
    ("px pixels", "px"),
    ("mm", "mm"),
    ("cm", "cm"),
    ("km", "km"),
    ("kg", "kg"),
    ("kwh", "kWh"),
    ("mhz", "MHz"),
    ("ghz", "GHz"),
    ("celsius", "°C"),
];

/// The lexicon.
pub const ROWS: [Row; 23] = [
    Row { meaning: Meaning::Bit(INTERNAL), words: INTERNAL_KEYS },
    Row {
        meaning: Meaning::Kind(Kind::Count),
        words: "count counts views likes shares votes downloads visits followers words total totals",
    },
    Row {
        meaning: Meaning::Kind(Kind::Date),
        words: "at date dates time timestamp reviewed updated modified published created expires deadline since until starts \
                ends start end begins opens closes registered login",
    },
    Row {
        meaning: Meaning::Kind(Kind::Identifier),
        words: "hash sha sha1 sha256 md5 uuid guid etag checksum commit id reference ref",
    },
    Row { meaning: Meaning::Kind(Kind::Link), words: "url urls uri link links href website homepage permalink" },
    Row { meaning: Meaning::Kind(Kind::Measure), words: "score scores rating ratings quality" },
    Row { meaning: Meaning::Kind(Kind::Tag), words: "difficulty level status stage priority" },
    Row { meaning: Meaning::Kind(Kind::Version), words: "version firmware" },
    Row {
        meaning: Meaning::Kind(Kind::Image),
        words: "image images photo photos thumbnail avatar cover picture pictures screenshot screenshots",
    },
    Row { meaning: Meaning::Kind(Kind::Code), words: "snippet code" },
    Row { meaning: Meaning::Kind(Kind::Flag), words: "flag flags enabled disabled sticky featured pinned" },
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
                cookies otp totp ssn iban cvv cvc jwt bearer auth authorization oauth sid csrf xsrf nonce phpsessid jsessionid sessionid \
                passwort kennwort geheimnis contraseña senha wachtwoord lösenord adgangskode hasło heslo пароль",
    },
    Row { meaning: Meaning::Bit(SECRET_END), words: "pin pass" },
    Row {
        meaning: Meaning::Bit(SECRET_PAIR),
        words: "api private access auth secret encryption signing license session card recovery ssh mfa backup",
    },
    Row {
        meaning: Meaning::Bit(TELEPHONE),
        words: "phone phones telephone tel telefon telefono teléfono téléfono téléphone telefone fax mobile handy whatsapp cellphone",
    },
    Row {
        meaning: Meaning::Bit(CONTAINER),
        words: "acf meta gallery items rows list data fields terms categories tags images links files related content",
    },
];

/// Keys of content systems that say nothing to readers.
pub const INTERNAL_KEYS: &str = "footnotes inline_featured_image spay_email om_disable_all_campaigns advanced_seo_description \
                             site-sidebar-layout site-content-layout site-content-style site-sidebar-style \
                             theme-transparent-header-meta adv-header-id-meta stick-header-meta \
                             header-above-stick-meta header-main-stick-meta header-below-stick-meta \
                             astra-migrate-meta-layouts site-post-title footer-sml-layout header-aside-layout \
                             header-main-layout site-content-position classic-editor-remember rs_page_bg_color slide_template hwstring_small hwstring_medium";

/// Prefixes of such keys. `WordPress` hides names that begin with `_`, too (`is_protected_meta`).
pub const INTERNAL_PREFIXES: [&str; 23] = [
    "_",
    "ast-",
    "jetpack_",
    "rank_math_",
    "yoast_",
    "aioseo_",
    "wpseo_",
    "neve_meta_",
    "generate_",
    "kadence_",
    "et_pb_",
    "fusion_",
    "elementor_",
    // How themes lay out a page.
    "page_header_",
    "page_subheader_",
    "page_footer_",
    "page_sidebar_",
    "page_breadcrumbs_",
    "page_background_",
    "page_typography_",
    "page_dark_mode",
    "page_use_",
    "page_add_",
];

/// Two words that name a secret together.
pub const PAIRS: &str = "api_key private_key access_key auth_key secret_key encryption_key signing_key license_key session_id \
                         card_number recovery_code recovery_codes ssh_key mfa_code backup_code backup_codes";

/// Fields that `WordPress` reads from pictures (`wp_read_image_metadata`): 0 where a picture lacks one.
pub const OF_CAMERAS: &str = "aperture iso focal_length shutter_speed created_timestamp orientation";

/// After the name of a secret: the key is about the secret, such as `token_limit` and `cookie_policy`.
pub const ABOUT_SECRETS: &str = "limit limits type types policy method methods protected santa count hint length notice banner \
                                 provider required strength expiry lifetime usage";
