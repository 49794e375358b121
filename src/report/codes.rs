//! What notices say, by stable codes.

use crate::scan::cut;

/// One row per code: the constant, the code in the contract, and what happened. A detail replaces `{}`.
macro_rules! codes {
    ($($code:ident = $name:literal => $what:literal;)*) => {
        /// The stable code of a notice, for decisions in code. The sentence beside it is for people, and may change.
        /// Constants instead of an enum: a program links only the sentences that it uses.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct NoticeCode {
            name: &'static str,
            what: &'static str,
        }

        #[allow(missing_docs, non_upper_case_globals)]
        impl NoticeCode {
            $(pub const $code: NoticeCode = NoticeCode { name: $name, what: $what };)*

            /// Every code.
            pub const ALL: &[NoticeCode] = &[$(NoticeCode::$code),*];
        }
    };
}

codes! {
    // The input as a whole.
    ByteOrderMark = "byte-order-mark" => "a byte-order mark was skipped";
    LoneSurrogate = "lone-surrogate" => "shown as U+FFFD";
    TooDeep = "too-deep" => "kept as raw JSON";
    TooManyValues = "too-many-values" => "the rest was left out";
    OnlyFirstPost = "only-first-post" => "only the first post is shown";
    UnknownFormat = "unknown-format" => "read as backmatter/1";
    UnknownField = "unknown-field" => "not shown";
    WrongShape = "wrong-shape" => "left out";
    MoreNotices = "more-notices" => "{} notices more";

    // The fields of a post.
    TitleMissing = "title-missing" => "no heading is shown";
    LanguageIgnored = "language-ignored" => "language ignored";
    DirectionIgnored = "direction-ignored" => "direction ignored";
    DateRefused = "date-refused" => "date left out";
    AuthorDropped = "author-dropped" => "author left out";
    CardDropped = "card-dropped" => "card left out";
    AddressRefused = "address-refused" => "address left out";

    // The body.
    BlockDropped = "block-dropped" => "block left out";
    BlockAsParagraph = "block-as-paragraph" => "shown as a paragraph";
    ItemDropped = "item-dropped" => "item left out";
    ItemsTooDeep = "items-too-deep" => "nested items left out";
    InlineDropped = "inline-dropped" => "inline left out";
    MarkIgnored = "mark-ignored" => "mark ignored";
    HtmlAsText = "html-as-text" => "HTML shown as plain text";
    HtmlFlattened = "html-flattened" => "deep nesting was flattened";
    ElementDropped = "element-dropped" => "<{}> was left out";
    ElementAsLink = "element-as-link" => "<{}> was left out";
    TargetRepeats = "target-repeats" => "an id stands more than once";
    HtmlAddressRefused = "html-address-refused" => "the address of a {} was left out";

    // Images.
    AltMissing = "alt-missing" => "nothing describes the image";
    PictureMissing = "picture-missing" => "shown without a picture";
    CandidateRefused = "candidate-refused" => "candidate left out";
    DimensionIgnored = "dimension-ignored" => "dimension ignored";
    PlaceholderIgnored = "placeholder-ignored" => "placeholder ignored";

    // Credits: what a source or a licence asks for.
    CreatorMissing = "creator-missing" => "the creator is not named";
    CreatorLinkMissing = "creator-link-missing" => "there is no link to the creator";
    PageLinkMissing = "page-link-missing" => "there is no link to the image's page";
    WorkTitleMissing = "work-title-missing" => "the title is not named";
    LicenseMissing = "license-missing" => "the licence is not named";
    LicenseLinkMissing = "license-link-missing" => "there is no link to the licence";
    CreditMissing = "credit-missing" => "the credit is required and says nothing";

    // The meta box.
    Masked = "masked" => "masked";
    InternalFields = "internal-fields" => "{} not shown at first";
    GroupsIgnored = "groups-ignored" => "shown without groups";
    ListsUnwrapped = "lists-unwrapped" => "single values taken out of their lists";
    FieldsFolded = "fields-folded" => "folded into one field";
    TranslationChosen = "translation-chosen" => "shown in the language of the page";
    ErrorAsEmpty = "error-as-empty" => "an error in place of a value";
    ObjectAsList = "object-as-list" => "shown as a list";
    FactsTooDeep = "facts-too-deep" => "deeper levels shown as JSON";
    JsonDecoded = "json-decoded" => "read as JSON";
    PhpDecoded = "php-decoded" => "read as serialized PHP";
    PhpAsText = "php-as-text" => "serialized PHP shown as text";
    ShortcodesDropped = "shortcodes-dropped" => "shortcodes left out";
    TagsDropped = "tags-dropped" => "tags left out";
    ReferencesDecoded = "references-decoded" => "character references decoded once";
    AddressAsText = "address-as-text" => "address shown as text";

    // Other formats.
    FormatIgnored = "format-ignored" => "read as what it looks like";
    PartDropped = "part-dropped" => "{} left out";
    PartAsWords = "part-as-words" => "{} shown as its words";
    PartUnwrapped = "part-unwrapped" => "{} shown as what is in it";
    BodyAsText = "body-as-text" => "shown as plain text";
    BodyMissing = "body-missing" => "no article is shown";
    LinkUnresolved = "link-unresolved" => "a link without an address";
    NotEmbedded = "not-embedded" => "no {}";
    EmbeddedError = "embedded-error" => "an error in place of {}";
    EmbeddedElsewhere = "embedded-elsewhere" => "{} left out";
    IntroRepeats = "intro-repeats" => "introduction left out";
    PictureRepeats = "picture-repeats" => "picture left out of the gallery";
    PreviewOnly = "preview-only" => "only a preview is shown";
    MachineFields = "machine-fields" => "{} left out";
    LineDropped = "line-dropped" => "line {} left out";
    CandidatesDropped = "candidates-dropped" => "{} of the other posts are not compared";
}

impl NoticeCode {
    /// The code as the contract writes it.
    pub const fn as_str(self) -> &'static str {
        self.name
    }

    /// What happened, in plain English.
    pub fn what(self, detail: &str) -> String {
        match cut(self.what, b"{") {
            (before, Some(after)) => [before, detail, after.trim_start_matches('}')].concat(),
            (what, None) => what.to_string(),
        }
    }
}
