//! A whole page around a post.

/// A page with the post in it. `assets` is the address of the package's folder.
pub fn document(html: &str, title: &str, lang: &str, assets: &str) -> String {
    let [title, lang, assets] = [title, lang, assets.trim_end_matches('/')].map(escaped);
    format!(
        "<!doctype html>
<html lang=\"{lang}\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title}</title>
<link rel=\"stylesheet\" href=\"{assets}/backmatter.css\">
</head>
<body>
{html}
</body>
</html>
"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
