//! Addresses: which are allowed in which sink.

use crate::corpora::corpus;
use backmatter::policy::{
    Sink,
    url::{Refusal, SafeUrl},
};
use serde_json::Value;

#[track_caller]
fn allowed(sink: Sink, cases: &[(&str, &str)]) {
    for (untrusted, safe) in cases {
        match SafeUrl::parse(untrusted, sink, None) {
            Ok(url) => assert_eq!(url.as_str(), *safe, "for {untrusted:?}"),
            Err(refusal) => panic!("{untrusted:?} was refused: {}", refusal.why()),
        }
    }
}

#[track_caller]
fn refused(sink: Sink, cases: &[(&str, Refusal)]) {
    for (untrusted, refusal) in cases {
        assert_eq!(SafeUrl::parse(untrusted, sink, None), Err(*refusal), "for {untrusted:?}");
    }
}

#[test]
fn links_that_are_allowed() {
    allowed(
        Sink::Link,
        &[
            ("https://notes.example/a?b=c#d", "https://notes.example/a?b=c#d"),
            ("  HTTP://notes.example  ", "http://notes.example"),
            ("ht\ntps://notes.example", "https://notes.example"),
            ("https:\\\\notes.example\\a?b=\\", "https://notes.example/a?b=\\"),
            ("//notes.example/a", "https://notes.example/a"),
            ("\\\\notes.example", "https://notes.example"),
            ("/a/b", "/a/b"),
            ("a/b:c", "a/b:c"),
            ("?q=a:b", "?q=a:b"),
            ("/my photo.png", "/my%20photo.png"),
            ("#top", "#top"),
            ("../up", "../up"),
            ("mailto:a@b.example?body=hello&subject=Hi&bcc=x@y.example", "mailto:a@b.example?subject=Hi"),
            ("tel:+15550100", "tel:+15550100"),
            ("https://пример.example/ü", "https://пример.example/ü"),
            // Invisible characters behind the host are escaped, so that they hide nothing.
            ("https://a.example/תמונה\u{200F}-1.jpg", "https://a.example/תמונה%E2%80%8F-1.jpg"),
            ("https://a.example/\u{202E}gpj.exe?\u{7F}", "https://a.example/%E2%80%AEgpj.exe?%7F"),
            ("/a\u{AD}b", "/a%C2%ADb"),
            ("תמונה\u{200F}.jpg", "תמונה%E2%80%8F.jpg"),
        ],
    );
}

#[test]
fn links_that_are_refused() {
    let long = format!("https://notes.example/{}", "a".repeat(2048));
    refused(
        Sink::Link,
        &[
            ("javascript:alert(1)", Refusal::Scheme),
            ("JaVaScRiPt:alert(1)", Refusal::Scheme),
            (" \u{1}javascript:alert(1)", Refusal::Scheme),
            ("java\tscript:alert(1)", Refusal::Scheme),
            ("java\r\nscript:alert(1)", Refusal::Scheme),
            ("javascript\t:alert(1)", Refusal::Scheme),
            ("javascript://%0aalert(1)", Refusal::Scheme),
            ("vbscript:x", Refusal::Scheme),
            ("data:text/html,<script>", Refusal::Scheme),
            ("blob:https://notes.example/1", Refusal::Scheme),
            ("file:///etc/passwd", Refusal::Scheme),
            ("ms-word:ofe|u|x", Refusal::Scheme),
            ("%6aavascript:alert(1)", Refusal::Malformed),
            ("\u{A0}javascript:alert(1)", Refusal::Invisible),
            ("java\u{200B}script:alert(1)", Refusal::Invisible),
            ("https://a\u{202E}.example/gpj.exe", Refusal::Invisible),
            ("//a\u{200F}.example", Refusal::Invisible),
            ("https://a.example\u{200F}", Refusal::Invisible),
            ("mailto:a\u{200F}@b.example", Refusal::Invisible),
            ("https:notes.example", Refusal::Malformed),
            ("http:/notes.example", Refusal::Malformed),
            ("https://", Refusal::Malformed),
            ("https:///notes.example", Refusal::Malformed),
            ("https:// notes.example", Refusal::Malformed),
            ("https://two words.example/a", Refusal::Malformed),
            ("https://user:pw@evil.example", Refusal::Credentials),
            ("https://notes.example@evil.example", Refusal::Credentials),
            ("//user@evil.example", Refusal::Credentials),
            ("", Refusal::Empty),
            (" \n ", Refusal::Empty),
            (&long, Refusal::TooLong),
        ],
    );
}

#[test]
fn images_and_pages_are_of_the_web() {
    for sink in [Sink::Image, Sink::Page] {
        allowed(sink, &[("https://a.example/b.png", "https://a.example/b.png"), ("b.png", "b.png")]);
        refused(
            sink,
            &[
                ("mailto:a@b.example", Refusal::Scheme),
                ("tel:1", Refusal::Scheme),
                ("data:image/svg+xml,<svg onload=alert(1)>", Refusal::Scheme),
                ("data:image/png;base64,AA==", Refusal::Scheme),
            ],
        );
    }
}

#[test]
fn relative_addresses_are_joined_to_the_base() {
    let cases = [
        ("https://a.example/x/y?q#f", "b.png", "https://a.example/x/b.png"),
        ("https://a.example/x/y", "/b.png", "https://a.example/b.png"),
        ("https://a.example/x/y?q", "?p", "https://a.example/x/y?p"),
        ("https://a.example", "b.png", "https://a.example/b.png"),
        ("https://a.example/x/", "../b.png", "https://a.example/x/../b.png"),
        ("/site/", "b.png", "/site/b.png"),
        ("https://a.example/x", "#f", "#f"),
        ("http://a.example/x", "//b.example/c", "http://b.example/c"),
        ("https://a.example/x", "https://b.example/c", "https://b.example/c"),
    ];
    for (base, relative, joined) in cases {
        let base = SafeUrl::parse(base, Sink::Page, None).unwrap();
        assert_eq!(
            SafeUrl::parse(relative, Sink::Image, Some(&base)).unwrap().as_str(),
            joined,
            "{relative} on {base:?}"
        );
    }
}

/// What the WHATWG test data says a browser reads, with a base of `http:` where the case has none.
#[test]
fn whatever_passes_is_what_browsers_read() {
    let Some(text) = corpus("urltestdata.json") else { return };
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut passed = 0;
    for case in cases.iter().filter(|case| case.is_object()) {
        let input = case["input"].as_str().unwrap();
        let base = case["base"].as_str().unwrap_or("about:blank");
        let Ok(url) = SafeUrl::parse(input, Sink::Link, None) else { continue };
        passed += 1;
        // A relative address takes the scheme of the page, which is http or https.
        if !base.starts_with("http") || case["failure"] == true {
            continue;
        }
        let protocol = case["protocol"].as_str().unwrap_or_default();
        assert!(
            matches!(protocol, "http:" | "https:" | "mailto:" | "tel:"),
            "{input:?} is read as {protocol} but became {url:?}"
        );
    }
    assert!(passed > 100, "{passed} cases passed");
}
