//! Helpers of the native tests.

use backmatter::{
    Content, Decoded, Localizer, Options, PLAIN,
    components::{
        ArticleBody, ArticleBodyProps, Everything, Gallery, GalleryProps, Lightbox, LightboxProps, PostMeta,
        PostMetaProps,
    },
    decode,
    html::blocks,
    json,
    labels::Labels,
    model::Post,
    rendering,
    report::{Failure, FailureCode, Notice, Report},
    tools::{ReadFacts, Whole},
};
use leptos::prelude::RenderHtml;
use std::{fs, sync::Arc};

/// The text of a fixture.
#[track_caller]
pub fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of all fixtures.
pub fn fixtures() -> Vec<String> {
    let folder = fs::read_dir(format!("{}/tests/fixtures", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let names = folder
        .filter_map(|file| file.unwrap().file_name().into_string().unwrap().strip_suffix(".json").map(String::from));
    names.collect()
}

/// Options from JSON.
#[track_caller]
pub fn options(text: &str) -> Options {
    let given = json::read(text).expect("options are JSON").value;
    Options::read(&given)
}

/// Reads a valid post.
#[track_caller]
pub fn post(text: &str) -> (Post, Report) {
    post_with(text, "{}")
}

/// The same with options.
#[track_caller]
pub fn post_with(text: &str, given: &str) -> (Post, Report) {
    let Decoded { post, report, .. } =
        decode(text, &options(given), &TOOLS).unwrap_or_else(|failure| panic!("{failure:?} for {text}"));
    (post, report)
}

/// The error of an input that is refused.
#[track_caller]
pub fn failure(text: &str) -> (FailureCode, String) {
    match decode(text, &Options::default(), &TOOLS) {
        Err(Failure { code, message }) => (code, message),
        Ok(_) => panic!("this is a post: {text}"),
    }
}

/// The HTML of a whole post.
#[track_caller]
pub fn html(text: &str) -> String {
    html_with(text, "{}")
}

/// The same with options.
#[track_caller]
pub fn html_with(text: &str, given: &str) -> String {
    draw(post_with(text, given).0, options(given))
}

/// The HTML of a post that has been read, in plain English.
pub fn draw(post: Post, options: Options) -> String {
    rendering::draw(post, options, PLAIN)
}

/// A localizer with English labels and plain conventions.
pub fn english() -> Localizer {
    Localizer { lang: String::new(), labels: Labels::default(), locale: PLAIN }
}

/// The HTML of an article; empty where there is none.
pub fn article_body(content: Content) -> String {
    ArticleBody(ArticleBodyProps { content: Arc::new(content) }).to_html()
}

/// The HTML of the gallery of a post; empty where there is none.
pub fn gallery(content: Content) -> String {
    Gallery(GalleryProps { content: Arc::new(content) }).to_html()
}

/// The HTML of its lightbox.
pub fn lightbox(content: Content) -> String {
    Lightbox(LightboxProps { content: Arc::new(content) }).to_html()
}

/// The HTML of its meta box.
pub fn post_meta(content: Content) -> String {
    PostMeta(PostMetaProps { content: Arc::new(content) }).to_html()
}

/// The HTML of the facts of one meta box.
#[track_caller]
pub fn meta_html(meta: &str) -> String {
    let html = html(&format!(r#"{{ "title": "", "body": "", "meta": {meta} }}"#));
    between(&html, "</summary>", "</details>").to_string()
}

/// The value of the only fact of a meta box, as HTML.
#[track_caller]
pub fn fact_html(key: &str, value: &str) -> String {
    let html = meta_html(&format!(r#"{{ "{key}": {value} }}"#));
    let from = html.find("<dd class=\"bm-fact-value\">").unwrap_or_else(|| panic!("no fact in {html}"));
    let value = &html[from + "<dd class=\"bm-fact-value\">".len()..];
    let value = &value[..value.rfind("</dd></div></dl>").unwrap()];
    value[..value.rfind("<button class=\"bm-fact-json\"").unwrap_or(value.len())].to_string()
}

/// The notices of a post, as "where: what (why)".
#[track_caller]
pub fn notices_of(text: &str) -> Vec<String> {
    post(text).1.notices.iter().map(sentence).collect()
}

pub fn sentence(notice: &Notice) -> String {
    format!("{}: {} ({})", notice.r#where, notice.what, notice.why)
}

/// Blocks from HTML, drawn again as HTML.
#[track_caller]
pub fn cleaned(untrusted: &str) -> String {
    let (body, _) = blocks(parse_html(untrusted).unwrap(), None);
    let html = article_body(Content::new(Post { body, ..Post::default() }, Options::default(), english(), &Everything));
    let inner = between(&html, "<div class=\"bm-article-body\">", "</div>");
    inner
        .replace(" class=\"bm-paragraph\"", "")
        .replace(" class=\"bm-link\"", "")
        .replace(" rel=\"noopener noreferrer\"", "")
}

/// The text between two others; empty if one is missing.
pub fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    text.split_once(from).and_then(|(_, rest)| rest.rsplit_once(to)).map_or("", |(inner, _)| inner)
}

/// A line of parts without the elements around its parts and separators.
pub fn parts(line: &str) -> String {
    let bare = |part: &str| {
        part.replacen("<span class=\"bm-joint\">", "", 1).replacen(
            " </span>",
            " ",
            usize::from(part.contains("bm-joint")),
        )
    };
    let parts = line.split("<span class=\"bm-part\">").map(bare);
    parts.map(|part| part.strip_suffix("</span>").map(str::to_string).unwrap_or(part)).collect()
}

#[track_caller]
pub fn assert_has(text: &str, part: &str) {
    assert!(text.contains(part), "not in it: {part}\n{text}");
}

#[track_caller]
pub fn assert_lacks(text: &str, part: &str) {
    assert!(!text.contains(part), "in it: {part}\n{text}");
}

pub use backmatter::html::parse as parse_html;

/// All tools of a native program.
pub const TOOLS: Whole = Whole::new(parse_html, ReadFacts::Now);
