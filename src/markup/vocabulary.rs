//! The vocabulary: every element, attribute and property that content is drawn with. There are no others.

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u32)]
        #[allow(missing_docs)]
        pub enum $name { $($variant,)* }

        impl $name {
            /// The names, in the order of the variants.
            pub const NAMES: &'static [&'static str] = &[$($text,)*];
            /// The names as one text, each followed by a space.
            pub const LIST: &'static str = concat!($($text, " ",)*);

            /// The name.
            pub fn as_str(self) -> &'static str {
                name(Self::NAMES, self as u32)
            }
        }
    };
}

vocabulary! {
    /// A step of drawing.
    Op {
        Close = "close",
        Open = "open",
        Text = "text",
        Attr = "attr",
        Prop = "prop",
    }
}

vocabulary! {
    /// An element.
    Tag {
        A = "a",
        Article = "article",
        Bdi = "bdi",
        Blockquote = "blockquote",
        Br = "br",
        Button = "button",
        Cite = "cite",
        Code = "code",
        Data = "data",
        Dd = "dd",
        Del = "del",
        Details = "details",
        Dialog = "dialog",
        Div = "div",
        Dl = "dl",
        Dt = "dt",
        Em = "em",
        Figcaption = "figcaption",
        Figure = "figure",
        H1 = "h1",
        H2 = "h2",
        H3 = "h3",
        H4 = "h4",
        H5 = "h5",
        H6 = "h6",
        Header = "header",
        Hr = "hr",
        Img = "img",
        Input = "input",
        Label = "label",
        Li = "li",
        Mark = "mark",
        Ol = "ol",
        P = "p",
        Pre = "pre",
        Section = "section",
        Small = "small",
        Span = "span",
        Strong = "strong",
        Sub = "sub",
        Summary = "summary",
        Sup = "sup",
        Table = "table",
        Caption = "caption",
        Tbody = "tbody",
        Td = "td",
        Th = "th",
        Thead = "thead",
        Time = "time",
        Tr = "tr",
        Ul = "ul",
    }
}

vocabulary! {
    /// An attribute whose value is a text or a literal.
    Attr {
        Action = "data-bm-action",
        Alt = "alt",
        AriaExpanded = "aria-expanded",
        AriaHasPopup = "aria-haspopup",
        AriaHidden = "aria-hidden",
        AriaLabel = "aria-label",
        AriaLive = "aria-live",
        AriaPressed = "aria-pressed",
        AriaRoleDescription = "aria-roledescription",
        Colspan = "colspan",
        Column = "data-bm-column",
        Datetime = "datetime",
        Decoding = "decoding",
        Dir = "dir",
        FetchPriority = "fetchpriority",
        Height = "height",
        Id = "id",
        Image = "data-bm-image",
        Lang = "lang",
        Loading = "loading",
        Number = "data-bm-number",
        Open = "open",
        ReferrerPolicy = "referrerpolicy",
        Rel = "rel",
        Role = "role",
        Root = "data-bm-root",
        Row = "data-bm-row",
        Rowspan = "rowspan",
        Scope = "scope",
        Sizes = "sizes",
        Start = "start",
        Tabindex = "tabindex",
        Theme = "data-theme",
        Align = "data-align",
        Translate = "translate",
        Type = "type",
        Value = "value",
        Width = "width",
        Words = "data-bm-words",
    }
}

/// An attribute whose value is an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
#[allow(missing_docs)]
pub enum Address {
    Href = Attr::NAMES.len() as u32,
    Src,
    Srcset,
}

impl Address {
    /// The names; their indices continue after [`Attr::NAMES`].
    pub const NAMES: &'static [&'static str] = &["href", "src", "srcset"];
    /// The same as one text, a space behind each.
    pub const LIST: &'static str = "href src srcset ";
}

vocabulary! {
    /// A custom property.
    Prop {
        Value = "--bm-value",
        Placeholder = "--bm-placeholder",
        Ratio = "--bm-ratio",
    }
}

impl Tag {
    /// The heading of `level`, clamped to 1 to 6.
    pub const fn heading(level: u8) -> Tag {
        match level {
            0 | 1 => Tag::H1,
            2 => Tag::H2,
            3 => Tag::H3,
            4 => Tag::H4,
            5 => Tag::H5,
            _ => Tag::H6,
        }
    }
}

pub(super) fn name(names: &[&'static str], index: u32) -> &'static str {
    names.get(index as usize).copied().unwrap_or_default()
}

/// The name of an attribute by its index, plain ones first.
pub(super) fn attribute(index: u32) -> &'static str {
    let plain = Attr::NAMES.len() as u32;
    if index < plain { name(Attr::NAMES, index) } else { name(Address::NAMES, index - plain) }
}
