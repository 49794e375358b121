//! The words, in English.

/// A word or sentence of the interface.
pub trait Phrase {
    /// Key in the host's `labels`, and the English text. A plural has its forms between bars: one, then other.
    fn entry(self) -> (&'static str, &'static str);
}

/// What a page with a post says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Word {
    MetaTitle,
    Gallery,
    Similar,
    ImageSource,
    ImageBy,
    License,
    Buy,
    Changed,
    OpenImage,
    ImageFailed,
    Retry,
    Done,
    ToDo,
    By,
    Published,
    Updated,
    CopyCode,
    WrapLines,
    LinkTo,
    Copied,
    NotCopied,
    Code,
    Table,
}

impl Phrase for Word {
    fn entry(self) -> (&'static str, &'static str) {
        match self {
            Word::MetaTitle => ("meta_title", "About this post"),
            Word::Gallery => ("gallery", "Gallery"),
            Word::Similar => ("similar", "Similar posts"),
            Word::ImageSource => ("image_source", "Image source: {source}"),
            Word::ImageBy => ("image_by", "Image by {creator}"),
            Word::License => ("license", "Licence: {license}"),
            Word::Buy => ("acquire", "License this image"),
            Word::Changed => ("modified_image", "modified"),
            Word::OpenImage => ("open_image", "Open image {n}"),
            Word::ImageFailed => ("image_failed", "The image did not load."),
            Word::Retry => ("retry", "Try again"),
            Word::Done => ("done", "done"),
            Word::ToDo => ("to_do", "to do"),
            Word::By => ("by", "By {names}"),
            Word::Published => ("published", "Published {date}"),
            Word::Updated => ("updated", "Updated {date}"),
            Word::CopyCode => ("copy_code", "Copy code"),
            Word::WrapLines => ("wrap_lines", "Wrap lines"),
            Word::LinkTo => ("link_to", "Link to “{title}”"),
            Word::Copied => ("copied", "Copied"),
            Word::NotCopied => ("not_copied", "Copying failed"),
            Word::Code => ("code", "Code"),
            Word::Table => ("table", "Table"),
        }
    }
}

/// What is said when something is opened: two kinds, because the half that every page loads is not to carry these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum LateWord {
    ShowImages,
    Slide,
    Close,
    Zoom,
    Previous,
    Next,
    ImageCount,
    Yes,
    No,
    Missing,
    Minutes,
    Fields,
    Empty,
    Internal,
    Find,
    Found,
    Content,
    Quality,
    Provenance,
    Technical,
    Json,
    JsonOf,
    CopyJson,
    CopyMarkdown,
    CopyCredit,
    Copy,
    More,
    Deeper,
    Masked,
    FactSource,
    Views,
    Failure,
}

impl Phrase for LateWord {
    fn entry(self) -> (&'static str, &'static str) {
        match self {
            LateWord::ShowImages => ("show_images", "Show images from {host}"),
            LateWord::Slide => ("slide", "slide"),
            LateWord::Close => ("close", "Close"),
            LateWord::Zoom => ("zoom", "Enlarge"),
            LateWord::Previous => ("previous", "Previous image"),
            LateWord::Next => ("next", "Next image"),
            LateWord::ImageCount => ("image_count", "{n} of {total}"),
            LateWord::Yes => ("yes", "yes"),
            LateWord::No => ("no", "no"),
            LateWord::Missing => ("missing", "not given"),
            LateWord::Minutes => ("minutes", "{n} min|{n} min"),
            LateWord::Fields => ("fields", "{n} field|{n} fields"),
            LateWord::Empty => ("empty", "{n} empty field|{n} empty fields"),
            LateWord::Internal => ("internal", "{n} internal field|{n} internal fields"),
            LateWord::Find => ("find", "Find"),
            LateWord::Found => ("found", "{n} of {total} fields"),
            LateWord::Content => ("content", "Content"),
            LateWord::Quality => ("quality", "Quality"),
            LateWord::Provenance => ("provenance", "Provenance"),
            LateWord::Technical => ("technical", "Technical"),
            LateWord::Json => ("json", "View as JSON"),
            LateWord::JsonOf => ("json_of", "JSON of {label}"),
            LateWord::CopyJson => ("copy_json", "Copy JSON"),
            LateWord::CopyMarkdown => ("copy_markdown", "Copy Markdown"),
            LateWord::CopyCredit => ("copy_credit", "Copy credit"),
            LateWord::Copy => ("copy", "Copy {text}"),
            LateWord::More => ("more", "Show the rest"),
            LateWord::Deeper => ("deeper", "Deeper levels"),
            LateWord::Masked => ("masked", "hidden for privacy"),
            LateWord::FactSource => ("fact_source", "Source: {source}"),
            LateWord::Views => ("views", "{n} view|{n} views"),
            LateWord::Failure => ("failure", "This post cannot be shown"),
        }
    }
}
