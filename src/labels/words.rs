//! The words, in English.

/// One row a word: its variant, its key in the host's `labels`, and the English text.
macro_rules! words {
    ($($word:ident = $key:literal, $english:literal;)*) => {
        /// A word or sentence of the interface. Constants, not an enum: a program links only the words it uses.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Word {
            key: &'static str,
            english: &'static str,
        }

        #[allow(missing_docs, non_upper_case_globals)]
        impl Word {
            $(pub const $word: Word = Word { key: $key, english: $english };)*
        }
    };
}

words! {
    MetaTitle = "meta_title", "About this post";
    Gallery = "gallery", "Gallery";
    Similar = "similar", "Similar posts";
    Recent = "recent", "Recent posts";
    Both = "both", "Both: {words}";
    ImageSource = "image_source", "Image source: {source}";
    ImageBy = "image_by", "Image by {creator}";
    License = "license", "Licence: {license}";
    Buy = "acquire", "License this image";
    Changed = "modified_image", "modified";
    Quoted = "quoted", "“{title}”";
    OpenImage = "open_image", "Open image {n}";
    ImageFailed = "image_failed", "The image did not load.";
    Retry = "retry", "Try again";
    Done = "done", "done";
    ToDo = "to_do", "to do";
    By = "by", "By {names}";
    Published = "published", "Published {date}";
    Updated = "updated", "Updated {date}";
    CopyCode = "copy_code", "Copy code";
    WrapLines = "wrap_lines", "Wrap lines";
    LinkTo = "link_to", "Link to “{title}”";
    Copied = "copied", "Copied";
    NotCopied = "not_copied", "Copying failed";
    Code = "code", "Code";
    Table = "table", "Table";
    ShowImages = "show_images", "Show images from {host}";
    Slide = "slide", "slide";
    Close = "close", "Close";
    Zoom = "zoom", "Enlarge";
    Previous = "previous", "Previous image";
    Next = "next", "Next image";
    ImageCount = "image_count", "{n} of {total}";
    Yes = "yes", "yes";
    No = "no", "no";
    Missing = "missing", "not given";
    Minutes = "minutes", "{n} min|{n} min";
    Fields = "fields", "{n} field|{n} fields";
    Empty = "empty", "{n} empty field|{n} empty fields";
    Internal = "internal", "{n} internal field|{n} internal fields";
    Find = "find", "Find";
    Found = "found", "{n} of {total} fields";
    Content = "content", "Content";
    Quality = "quality", "Quality";
    Provenance = "provenance", "Provenance";
    Technical = "technical", "Technical";
    Json = "json", "View as JSON";
    JsonOf = "json_of", "JSON of {label}";
    CopyJson = "copy_json", "Copy JSON";
    CopyMarkdown = "copy_markdown", "Copy Markdown";
    CopyCredit = "copy_credit", "Copy credit";
    Copy = "copy", "Copy {text}";
    More = "more", "Show the rest";
    Deeper = "deeper", "Deeper levels";
    Masked = "masked", "hidden for privacy";
    FactSource = "fact_source", "Source: {source}";
    Views = "views", "{n} view|{n} views";
    Failure = "failure", "This post cannot be shown";
}

impl Word {
    /// Key in the host's `labels`, and the English text. A plural has its forms between bars: one, then other.
    pub(super) const fn entry(self) -> (&'static str, &'static str) {
        (self.key, self.english)
    }
}
