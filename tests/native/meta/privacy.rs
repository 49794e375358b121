//! Point 6: addresses and secrets are masked everywhere, and nothing else is.

use super::{ask, ask_with, facts, facts_with};
use crate::support::{assert_has, assert_lacks, html_with, meta_html, notices_of};
use backmatter::components::Query;

/// Masked: a meta, and the part of it that must not be shown.
const MASKED: &[(&str, &str)] = &[
    (r#"{ "contact": "ann@mail.example" }"#, "ann@"),
    (r#"{ "contact": "Write to ann.b+c@mail.example, please." }"#, "mail.example"),
    (r#"{ "contact": "<ann@mail.example>" }"#, "ann"),
    (r#"{ "contact": "mailto:ann@mail.example?subject=x" }"#, "ann@"),
    (r#"{ "contact": "https://a.example/?to=ann%40mail.example" }"#, "ann"),
    (r#"{ "contact": "https://user:word@a.example/" }"#, "word@"),
    (r#"{ "contact": "ann&#64;mail.example" }"#, "mail.example"),
    (r#"{ "contact": "&#97;nn@mail.example" }"#, "nn@"),
    ("{ \"contact\": \"an\u{200B}n@mail.example\" }", "mail.example"),
    (r#"{ "contact": "用户@例子.中国" }"#, "例子"),
    (r#"{ "people": [{ "name": "Ann", "mail": "ann@mail.example" }] }"#, "ann@"),
    (r#"{ "ann@mail.example": "editor" }"#, "ann@"),
    (r#"{ "log": { "ann@mail.example": 7 } }"#, "ann@"),
    (r#"{ "from": "192.168.10.254" }"#, "192.168"),
    (r#"{ "from": "seen at 10.0.0.1:8080 today" }"#, "10.0.0.1"),
    (r#"{ "from": "http://127.0.0.1/x" }"#, "127.0.0.1"),
    (r#"{ "from": "2001:db8:85a3::8a2e:370:7334" }"#, "85a3"),
    (r#"{ "from": "2001:0db8:0000:0000:0000:ff00:0042:8329" }"#, "ff00"),
    (r#"{ "password": "tide7" }"#, "tide7"),
    (r#"{ "db_password": 12345 }"#, "12345"),
    (r#"{ "apiKey": "k-123" }"#, "k-123"),
    (r#"{ "client_secret": ["a1", "b2"] }"#, "a1"),
    (r#"{ "auth": { "user": "ann", "word": "tide7" } }"#, "tide7"),
    (r#"{ "access_token": "eyJ0.x.y" }"#, "eyJ0"),
    (r#"{ "session_id": "77aa" }"#, "77aa"),
    (r#"{ "feed": "https://a.example/?api_key=k123&b=1" }"#, "k123"),
    (r#"{ "k": "a:1:{s:5:\"email\";s:16:\"ann@mail.example\";}" }"#, "ann@"),
    (r#"{ "k": "a:1:{s:8:\"password\";s:5:\"tide7\";}" }"#, "tide7"),
    (r#"{ "k": "a:1:{s:8:\"password\";s:4:\"tide7\";}" }"#, "tide7"),
    (r#"{ "k": "{\"token\": \"t-77\", \"a\": 1}" }"#, "t-77"),
    (r#"{ "k": "{\"token\": \"t-77\", broken" }"#, "t-77"),
    (r#"{ "k": "[\"ann@mail.example\"]" }"#, "ann@"),
    (r#"[{ "key": "contact", "label": "Mail ann@mail.example", "value": "x" }]"#, "ann@"),
    (r#"[{ "key": "password", "value": "tide7" }]"#, "tide7"),
    (r#"[{ "key": "a", "value": 1, "unit": "ann@mail.example" }]"#, "ann@"),
    (r#"["ann@mail.example", 2]"#, "ann@"),
    (r#"{ "motto": "x", "motto_de": "ann@mail.example", "motto_fr": "y" }"#, "ann@"),
    (r#"{ "a": { "hero": "https://a.example/?token=t77", "hero-width": 1, "hero-height": 2 } }"#, "t77"),
    ("{ \"contact\": \"ann\\u0001@mail.example\" }", "mail.example"),
    ("{ \"from\": \"10.0.0\\u0001.1\" }", "10.0.0"),
    (r#"{ "contact": "x@y.example, bob&#64;mail.example" }"#, "bob"),
    (r#"{ "contact": "a&#64;b.example bob&amp;#64;mail.example" }"#, "bob"),
    (r#"{ "contact": "ann[vc_a]@mail.example" }"#, "mail.example"),
    (r#"{ "homepage": "https://a.example/?m=ann@ma\til.example" }"#, "ann"),
    (r#"{ "contact": "ann@mail.example:admin" }"#, "ann"),
    (r#"{ "contact": "联系ann@mail.example电话12345" }"#, "ann"),
    (r#"{ "db": "postgres://app:tide7@localhost/db" }"#, "tide7"),
    (r#"{ "db": "https://user:tide$7@a.example" }"#, "tide"),
    (r#"{ "from": "“10.0.0.1”" }"#, "10.0.0"),
    (r#"{ "from": "client:10.0.0.1" }"#, "10.0.0"),
    (r#"{ "from": "10.0.0.1:root" }"#, "10.0.0"),
    (r#"{ "from": "::ffff:192.168.10.254" }"#, "192.168"),
    (r#"{ "from": "10.0.0.1..10.0.0.9" }"#, "10.0.0"),
    (r#"{ "card_number": "4111111111111111" }"#, "4111"),
    (r#"{ "recovery_code": 123456, "a": 1 }"#, "123456"),
    (r#"{ "user_pass": "tide7" }"#, "tide7"),
    (r#"{ "password2": "tide7" }"#, "tide7"),
    (r#"{ "DBPassword": "tide7" }"#, "tide7"),
    (r#"{ "APIToken": "tide7" }"#, "tide7"),
    (r#"[{ "id": 1, "key": "api_key", "value": "k-123" }]"#, "k-123"),
    (r#"[{ "key": "field_5f3", "name": "api_key", "value": "k-123" }]"#, "k-123"),
    (
        r#"{ "headers": [{ "name": "Authorization", "value": "Bearer x7" }, { "name": "Accept", "value": "any" }] }"#,
        "x7",
    ),
    (r#"{ "tokens": { "first": "abc7", "count": 2 } }"#, "abc7"),
    (r#"{ "cover": { "src": "a.png", "caption": ["ann@", { "text": "mail.example" }] } }"#, "mail.example"),
    (r#"{ "k": "a:1:{a:1:{s:1:\"x\";s:16:\"ann@mail.example\";}i:1;}" }"#, "ann@"),
    (r#"{ "note": "", "_edit_mail": "ann@mail.example", "a": 1 }"#, "ann@"),
    // Pairs of a name and its value.
    (r#"[{ "meta_key": "api_key", "meta_value": "k-123" }]"#, "k-123"),
    (r#"{ "rows": [{ "option_name": "smtp_password", "option_value": "tide7" }] }"#, "tide7"),
    (r#"{ "pair": ["api_key", "k-123"] }"#, "k-123"),
    (r#"{ "pairs": [["api_key", "k-123"], ["colour", "red"]] }"#, "k-123"),
    (r#"{ "note": "api_key: k-123" }"#, "k-123"),
    (r#"{ "note": "the password: tide7, and no other" }"#, "tide7"),
    (r#"{ "feed": "https://a.example/?go=%2Fx%3Faccess_token%3Dk123" }"#, "k123"),
    // Lookalike characters.
    (r#"{ "ａｐｉ＿ｋｅｙ": "k-123" }"#, "k-123"),
    (r#"{ "pаsswоrd": "tide7" }"#, "tide7"),
    (r#"{ "contact": "ann＠mail.example" }"#, "ann"),
    // Personal numbers, recognised by key or by checksum.
    (r#"{ "phone": "+49 (30) 123 45 67" }"#, "123 45"),
    (r#"{ "contact_tel": "030/1234567" }"#, "1234567"),
    (r#"{ "note": "to GB82 WEST 1234 5698 7654 32, please" }"#, "1234 5698"),
    (r#"{ "note": "DE89370400440532013000" }"#, "3704"),
    (r#"{ "note": "paid with 4111 1111 1111 1111" }"#, "1111"),
    (r#"{ "note": "paid with 378282246310005." }"#, "3782"),
    (r#"{ "note": "4111 1111 1111 1111 yesterday" }"#, "1111"),
    (r#"{ "note": "seen at 203.0.113.45-user" }"#, "203.0"),
];

/// Not masked: shown as given.
const SHOWN: &[(&str, &str)] = &[
    (r#"{ "handle": "@ann@social.example" }"#, "@ann@social.example"),
    (r#"{ "package": "lodash@4.17.21" }"#, "lodash@4.17.21"),
    (r#"{ "picture": "https://a.example/icon@2x.png" }"#, "icon@2x.png"),
    (r#"{ "repository": "git@code.example:ann/tides" }"#, "git@code.example:ann/tides"),
    (r#"{ "price": "3 @ 4.50" }"#, "3 @ 4.50"),
    (r#"{ "version": "10.0.1.2" }"#, "10.0.1.2"),
    (r#"{ "build": "10.0.19041.1" }"#, "10.0.19041.1"),
    (r#"{ "release": "v1.2.3.4" }"#, "v1.2.3.4"),
    (r#"{ "start": "12:30:45" }"#, "12:30:45"),
    (r#"{ "ratio": "16:9" }"#, "16:9"),
    (r#"{ "path": "std::vec" }"#, "std::vec"),
    (r#"{ "has_password": true }"#, "yes"),
    (r#"{ "agent": "Chrome/120.0.0.0 Safari/537.36" }"#, "Chrome/120.0.0.0"),
    (r#"{ "picture": "photo@1.5x.png" }"#, "photo@1.5x.png"),
    (r#"{ "word": "dead::beef" }"#, "dead::beef"),
    (r#"{ "tokens": { "input": 512, "output": 300 } }"#, "300"),
    (r#"{ "pin_count": 40 }"#, "40"),
    (r#"{ "toc": "[Cookies: a guide](/cookies)" }"#, "Cookies: a guide"),
    (r#"{ "prompt_tokens": 512 }"#, "512"),
    (r#"{ "keywords": "tide, gauge" }"#, "tide, gauge"),
    (r#"{ "secretary": "Ann" }"#, "Ann"),
    (r#"{ "author": "Ann" }"#, "Ann"),
    (r#"{ "formula": "a=b" }"#, "a=b"),
    (r#"{ "token": "ERC-20" }"#, "ERC-20"),
    (r#"{ "credentials": "PhD" }"#, "PhD"),
    (r#"{ "credentials": "MSc, B.A." }"#, "MSc, B.A."),
    (r#"{ "firmware": "2.10.4.1" }"#, "2.10.4.1"),
    (r#"{ "release": "1.2.3.4-beta" }"#, "1.2.3.4-beta"),
    (r#"{ "note": "Section 3.1.2.4" }"#, "Section 3.1.2.4"),
    (r#"{ "population": "1.000.000.000" }"#, "1.000.000.000"),
    (r#"{ "clone": "ssh://git@code.example/ann/tides.git" }"#, "git@code.example"),
    (r#"{ "position": "54.3233, 10.1394" }"#, "54.3233, 10.1394"),
    (r#"{ "phone": "Tidefon 7" }"#, "Tidefon 7"),
    (r#"{ "pair": ["colour", "red"] }"#, "red"),
    (r#"{ "list": ["password", "managers"] }"#, "managers"),
    (r#"{ "list": ["json-web-token", "security"] }"#, "security"),
    (r#"{ "note": "Tokens: 128k, cookies: 24, mountain pass: 2,300 m, token: ERC-20" }"#, "Tokens: 128k, cookies: 24"),
    (r#"{ "mobile_downloads": "1500000" }"#, "1"),
    (r#"{ "mobile": { "released": "2024-01-15", "downloads": 1234567 } }"#, "1,234,567"),
    (r#"{ "note": "Reset your password: open the settings" }"#, "open the settings"),
    (r#"{ "isbn": "9783161484100" }"#, "9783161484100"),
    (r#"{ "order_id": "4111111111111111" }"#, "4111111111111111"),
    (r#"{ "note": "number 4111111111111112" }"#, "4111111111111112"),
    (r#"{ "город": "пароход" }"#, "пароход"),
];

#[test]
fn what_is_masked_is_seen_nowhere() {
    for (meta, secret) in MASKED {
        let seen = [
            meta_html(meta),
            ask(meta, Query::Json, None),
            ask(meta, Query::Markdown, None),
            ask(meta, Query::Texts, None),
        ];
        for (index, text) in seen.iter().enumerate() {
            assert!(!text.contains(secret), "{secret} of {meta} in {index}: {text}");
        }
        let count = facts(meta).rows.len();
        for row in 0..count {
            assert_lacks(&ask(meta, Query::Json, Some(row)), secret);
            assert_lacks(&ask(meta, Query::Markdown, Some(row)), secret);
        }
        assert_has(&ask(meta, Query::Json, None), "•••");
    }
}

#[test]
fn what_is_no_secret_is_shown() {
    for (meta, text) in SHOWN {
        assert_has(&meta_html(meta), text);
        assert_lacks(&ask(meta, Query::Json, None), "•••");
    }
}

#[test]
fn the_report_says_what_was_masked_and_why() {
    let report = |meta: &str| notices_of(&format!(r#"{{ "title": "T", "meta": {meta} }}"#)).join("\n");
    let way = "the option allow lets a key through";
    assert_has(
        &report(r#"{ "contact": "ann@mail.example" }"#),
        &format!("meta.contact: masked (it holds an e-mail address; {way})"),
    );
    assert_has(&report(r#"{ "from": "10.0.0.1" }"#), "meta.from: masked (it holds an IP address");
    assert_has(&report(r#"{ "token": "t" }"#), "meta.token: masked (its key names a secret");
    assert_lacks(&report(r#"{ "handle": "@ann@social.example" }"#), "masked");
}

/// A text that holds a text that holds a text …
fn layered(layers: usize, innermost: &str) -> String {
    let mut text = innermost.to_string();
    for _ in 0..layers {
        let mut quoted = String::new();
        backmatter::json::push_quoted(&mut quoted, &text);
        text = format!("{{\"k\":{quoted}}}");
    }
    text
}

#[test]
fn a_secret_is_found_in_however_many_layers() {
    for layers in 0..12 {
        let meta = layered(layers, r#"{"token":"t-77","m":"ann\u0040mail.example"}"#);
        for text in [meta_html(&meta), ask(&meta, Query::Json, None), ask(&meta, Query::Texts, None)] {
            assert!(!text.contains("t-77") && !text.contains("ann@mail"), "{layers}: {text}");
        }
    }
}

#[test]
fn a_package_is_no_mail_link() {
    for text in ["lodash@4.17.21", "git@code.example:ann/tides", "react@18", "@ann@social.example"] {
        assert_lacks(&meta_html(&format!(r#"{{ "package": "{text}" }}"#)), "mailto:");
    }
}

#[test]
fn the_path_of_a_notice_is_masked_too() {
    let said = notices_of(r#"{ "title": "T", "meta": { "ann@mail.example": "bob@mail.example" } }"#).join("\n");
    assert!(said.contains("meta.•••: masked") && !said.contains("ann@"), "{said}");
}

#[test]
fn images_of_a_meta_that_name_an_address_are_in_the_box_alone() {
    let post = r#"{ "title": "T", "meta": { "image_sources": [{ "src": "a.png", "alt": "by ann@mail.example" }, { "src": "b.png" }] } }"#;
    let html = html_with(post, "{}");
    assert_lacks(&html, "ann@");
    assert_eq!(html.matches("bm-grid-item").count(), 1);
}

#[test]
fn what_a_key_lets_through_its_neighbour_does_not() {
    let meta = r#"{ "motto": "x", "motto_de": "ann@mail.example", "motto_fr": "y" }"#;
    let html = html_with(&format!(r#"{{ "title": "T", "lang": "de", "meta": {meta} }}"#), r#"{ "allow": ["motto"] }"#);
    assert_lacks(&html, "ann@");
}

#[test]
fn what_the_host_hides_is_in_no_json_either() {
    let given = r#"{ "fields": { "draft": { "hidden": true } } }"#;
    let meta = r#"{ "a": 1, "seo": { "draft": "not yet", "b": [{ "draft": "nor this", "c": 1 }] } }"#;
    for question in [Query::Json, Query::Markdown, Query::Texts] {
        let answer = ask_with(meta, given, question, None);
        assert!(!answer.contains("not yet") && !answer.contains("nor this"), "{answer}");
    }
}

#[test]
fn the_mask_says_what_it_is() {
    assert_has(
        &meta_html(r#"{ "contact": "Write to ann@mail.example." }"#),
        "Write to <span class=\"bm-masked\" role=\"img\" aria-label=\"hidden for privacy\">•••</span>.",
    );
}

#[test]
fn the_host_lets_keys_through_by_name() {
    let allow = r#"{ "allow": ["contact", "token"] }"#;
    let post = r#"{ "title": "T", "meta": { "contact": "ann@mail.example", "other": "bob@mail.example", "deep": { "contact": "cay@mail.example", "token": "t-1" } } }"#;
    let html = html_with(post, allow);
    assert_has(&html, "href=\"mailto:ann@mail.example\"");
    assert_has(&html, "cay@mail.example");
    assert_has(&html, "t-1");
    assert_lacks(&html, "bob@");
    assert_has(&ask_with(r#"{ "contact": "ann@mail.example" }"#, allow, Query::Json, Some(0)), "ann@mail.example");
    assert_has(&facts_with(r#"{ "token": "t-1" }"#, allow).source, "t-1");
}

#[test]
fn what_stands_around_a_secret_stays() {
    let html = meta_html(r#"{ "feed": "https://a.example/?api_key=k123&b=1" }"#);
    assert_has(&html, "a.example/?api_key=");
    assert_has(&html, "&amp;b=1");
    // A Russian text keeps its letters where something between them is masked.
    let html = meta_html(r#"{ "note": "Порт ann＠mail.example, корма" }"#);
    assert_has(&html, "корма");
    assert_lacks(&html, "ann");
}

/// Secrets are concatenated here, so that no secret scanner takes them for real ones.
#[test]
fn secrets_are_masked_by_their_form() {
    let cases = [
        ("AKI", "AIOSFODNN7EXAMPLE42"),
        ("gh", "p_a1B2c3D4e5F6a7B8c9D0a1B2c3D4e5F6a7B8"),
        ("github_", "pat_a1B2c3D4e5F6a7B8c9D0a1"),
        ("glp", "at-a1B2c3D4e5F6a7B8c9D0"),
        ("np", "m_a1B2c3D4e5F6a7B8c9D0a1B2c3D4e5F6a7B8"),
        ("xox", "b-1234567890-a1B2c3D4e5F6"),
        ("sk_", "live_a1B2c3D4e5F6a7B8"),
        ("AI", "zaa1B2c3D4e5F6a7B8c9D0a1B2c3D4e5F6a7B8"),
        ("ey", "Jhbgci1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3"),
        ("Bear", "er a1B2c3D4e5F6a7B8"),
        ("-----BEGIN RSA ", "PRIVATE KEY-----\\nMIIE"),
    ];
    for (one, other) in cases {
        let html = meta_html(&format!(r#"{{ "note": "use {one}{other} here" }}"#));
        assert_has(&html, "•••");
        assert_lacks(&html, other.get(..12).unwrap());
    }
    for innocent in [
        "skeleton-key-of-the-harbour-and-the-old-lock-house",
        "Basic knowledge of the tides",
        "Bearer of the lamp of the harbour",
    ] {
        assert_has(&meta_html(&format!(r#"{{ "note": "{innocent}" }}"#)), innocent);
    }
}

#[test]
fn a_key_that_is_about_a_secret_is_none() {
    for (key, value) in [
        ("token_limit", "4000 words"),
        ("token_type", "wide"),
        ("cookie_policy", "strict"),
        ("auth_method", "by post"),
        ("password_protected", "no"),
        ("secret_santa", "Ines"),
    ] {
        assert_has(&meta_html(&format!(r#"{{ "{key}": "{value}" }}"#)), value);
    }
    for key in ["sid", "csrf", "nonce", "ssh_key", "mfa_code", "recovery_codes", "passwort", "contraseña", "пароль"]
    {
        assert_has(&meta_html(&format!(r#"{{ "{key}": "abcdef12" }}"#)), "•••");
    }
}
