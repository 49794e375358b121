//! One credit in every form: on the page, as text, as HTML, as Markdown.

use super::{credit, localizer};
use backmatter::components::{credit_html, credit_markdown, credit_text};

const FULL: &str = r#"{ "title": "Sill *1*", "creator": "Mara <Lind>", "creator_url": "https://m.example/?a=1&b=2", "source": "Flickr",
    "source_url": "https://www.flickr.com/1", "license": "CC BY 4.0", "modified": true, "notice": "© Mara" }"#;

#[test]
fn text_html_and_markdown_say_the_same() {
    let credit = credit("credit", FULL);
    assert_eq!(credit_text(&credit, &localizer()), "“Sill *1*” · Mara <Lind> / Flickr · CC BY 4.0 · modified · © Mara");
    assert_eq!(
        credit_html(&credit, &localizer()),
        "“Sill *1*” · <a href=\"https://m.example/?a=1&amp;b=2\">Mara &lt;Lind&gt;</a> / \
         <a href=\"https://www.flickr.com/1\">Flickr</a> · \
         <a href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a> · modified · © Mara"
    );
    assert_eq!(
        credit_markdown(&credit, &localizer()),
        "“Sill \\*1\\*” · [Mara \\<Lind\\>](<https://m.example/?a=1&b=2>) / \
         [Flickr](<https://www.flickr.com/1>) · \
         [CC BY 4.0](<https://creativecommons.org/licenses/by/4.0/>) · modified · © Mara"
    );
}
