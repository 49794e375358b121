//! Search in a library of posts.

use backmatter::{
    json,
    search::{Index, Piece, Query, Searched, excerpt, marked, plain},
};

const POSTS: [Searched<'_>; 6] = [
    Searched {
        title: "Reading a tide table",
        tags: "tides\nhow to",
        authors: "Ines Valk",
        day: "2025-04-10",
        text: "Heights are measured from chart datum. Low water, then high water.",
    },
    Searched {
        title: "Sounding with a lead line",
        tags: "tools",
        authors: "Tom Okafor",
        day: "2024-11-20",
        text: "A cord.",
    },
    Searched {
        title: "Crème brûlée at sea", tags: "kitchen", authors: "", day: "2023-01-05", text: "Table for two."
    },
    Searched { title: "東京湾の潮", tags: "", authors: "", day: "", text: "東京の港で潮を読む。" },
    Searched {
        title: "Прилив и отлив", tags: "", authors: "", day: "2025-01-01", text: "Ёлка у моря"
    },
    Searched { title: "المد والجزر", tags: "", authors: "", day: "", text: "قِيلَ إن البحر" },
];

fn index() -> Index {
    let mut index = Index::default();
    for post in &POSTS {
        index.add(post);
    }
    index
}

#[test]
fn a_query_finds_posts_by_words_phrases_tags_and_days() {
    let cases: [(&str, &[usize]); 29] = [
        ("tide", &[0]),
        // The beginning of a word, in the title before the text.
        ("tab", &[0, 2]),
        ("TABLE", &[0, 2]),
        ("water datum", &[0]),
        ("water cord", &[]),
        ("valk", &[0]),
        // Accents and capitals do not count.
        ("creme brulee", &[2]),
        ("BRÛLÉE", &[2]),
        ("елка", &[4]),
        ("ПРИЛИВ", &[4]),
        ("قيل", &[5]),
        ("ان", &[5]),
        // One mistake in a word that no post has.
        ("tabel", &[0, 2]),
        ("soundng", &[1]),
        ("heightss", &[0]),
        ("kord", &[1]),
        ("sxxxding", &[]),
        ("crd", &[]),
        // Phrases, also where the last quotation mark is missing.
        ("\"low water\"", &[0]),
        ("\"water low\"", &[]),
        ("\"high wat", &[0]),
        ("“low water”", &[0]),
        ("„low\u{A0}water“", &[0]),
        // Scripts without spaces.
        ("東京湾", &[3]),
        ("潮", &[3]),
        // Tags and days.
        ("tag:too", &[1]),
        ("Tag:TOO", &[1]),
        ("tag:\"how to\" before:2025-05 after:2025", &[0]),
        ("after:2024-11-20 before:2025", &[1]),
    ];
    for (typed, places) in cases {
        assert_eq!(index().places(&Query::of(typed)), places, "{typed}");
    }
}

#[test]
fn a_query_of_nothing_wants_nothing() {
    for typed in ["", "  ", "\"", "\"\"", "…", "“”"] {
        assert!(Query::of(typed).is_empty(), "{typed:?}");
    }
    assert!(Index::default().places(&Query::of("tide")).is_empty());
}

fn said(pieces: &[Piece]) -> String {
    pieces.iter().map(|Piece { text, is_found }| if *is_found { format!("[{text}]") } else { text.clone() }).collect()
}

#[test]
fn finds_are_marked_in_their_context() {
    let index = index();
    let found = |typed: &str| index.found(&Query::of(typed));
    assert_eq!(said(&marked("Crème brûlée at sea", &found("brul"))), "Crème [brûl]ée at sea");
    assert_eq!(said(&marked("Reading a tide table", &found("tabel"))), "Reading a tide [table]");
    assert_eq!(said(&marked("東京湾の潮", &found("東京湾"))), "[東京湾]の潮");
    assert_eq!(said(&marked("Nothing", &found("tide"))), "Nothing");
    let long =
        format!("{} The tide table hangs in the hall. {}", "Words before it. ".repeat(9), "And after it. ".repeat(20));
    let excerpt = said(&excerpt(&long, &found("table")));
    assert!(excerpt.starts_with('…') && excerpt.contains(" tide [table] hangs"), "{excerpt}");
    assert!(excerpt.chars().count() < 170, "{excerpt}");
    assert_eq!(said(&backmatter::search::excerpt("Nothing", &found("tide"))), "");
}

/// Places in a folded text are mapped to the text, whatever its characters are.
#[test]
fn every_character_may_stand_before_a_find() {
    for char in (0..=0x2_FFFF).step_by(7).filter_map(char::from_u32) {
        let text = format!("{char} {char}\u{301} tide {char}");
        assert!(said(&marked(&text, &["tide".into()])).contains("[tide]"), "{text:?}");
        assert!(said(&excerpt(&text, &["tide".into()])).contains("[tide]"), "{text:?}");
    }
}

/// A long text is looked through in parts: a find is found wherever it stands, and not within another word.
#[test]
fn a_find_is_shown_wherever_it_stands_in_a_long_text() {
    for before in 0..2_600 {
        let text = format!(
            "{}é tide {}",
            "riptide wörds ".repeat(200).get(..before).unwrap_or_default(),
            "after ".repeat(300)
        );
        if !text.is_char_boundary(before) {
            continue;
        }
        let excerpt = said(&excerpt(&text, &["tide".into()]));
        assert_eq!(excerpt.matches('[').count(), 1, "{before}: {excerpt}");
        assert!(excerpt.contains("é [tide] after"), "{before}: {excerpt}");
    }
}

/// A phrase may be longer than a part that is looked through.
#[test]
fn a_long_phrase_is_shown_wherever_it_stands() {
    for length in [300, 1_200] {
        let phrase = "приливы ".repeat(length / 15);
        for before in (0..3_000).step_by(50) {
            let text = ["w".repeat(before).as_str(), " ", &phrase, &" after".repeat(500)].concat();
            let found = excerpt(&text, &[phrase.trim().to_string()]);
            assert!(found.iter().any(|piece| piece.is_found), "{length} at {before}");
        }
    }
}

/// The words before a find are shown, whatever white space there is.
#[test]
fn the_context_of_a_find_keeps_whole_words() {
    for space in [" ", "\n", "\u{A0}", "\u{3000}", "\u{2003}"] {
        let text =
            ["Long before it the words", "began", "to", "tell", "of the", "tide", "that came"].join(space).repeat(2);
        let excerpt = said(&excerpt(&text, &["tide".into()]));
        assert!(excerpt.starts_with('…') && excerpt.contains("of the"), "{space:?}: {excerpt}");
    }
}

#[test]
fn phrases_are_found_across_marks_and_lines() {
    let post = r#"{ "body": ["Low <em>water</em>", ["Not ", { "text": "before", "marks": ["strong"] }, " noon"]], "html": "<p>It&#8217;s&nbsp;late</p>" }"#;
    let text = plain(&json::read(post).unwrap().value);
    let mut index = Index::default();
    index.add(&Searched { text: &text, ..Searched::default() });
    for typed in ["\"low water\"", "\"not before noon\"", "it's", "\"it’s late\""] {
        assert_eq!(index.places(&Query::of(typed)), [0], "{typed}: {text}");
    }
    assert!(index.places(&Query::of("8217")).is_empty() && index.places(&Query::of("nbsp")).is_empty());
}

#[test]
fn the_words_of_a_post_are_those_that_a_reader_sees() {
    let post = r#"{ "type": "post", "id": "x1", "title": "Tides", "body": ["Low <em>water</em>", { "type": "image", "src": "/boat.jpg", "alt": "A boat" }],
        "content": { "rendered": "<p>High</p><p>water</p>" }, "_links": { "self": "no" }, "similar": [{ "title": "Other" }],
        "mobiledoc": "{\"version\":\"0.3.1\"}", "meta": { "depth": 3.4, "page": "https://shore.example/a" } }"#;
    let text = plain(&json::read(post).unwrap().value);
    assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), "Tides Low water A boat High water 3.4");
}

#[test]
fn posts_with_rare_words_in_common_are_alike() {
    let mut index = Index::default();
    for text in ["the tide gauge at the sill", "the rye oven", "a tide gauge of the harbour, and the sill", "the"] {
        index.add(&Searched { title: "Post", text, ..Searched::default() });
    }
    assert_eq!(index.like(0, 2), [2, 3]);
    assert_eq!(index.like(1, 1).len(), 1);
    assert!(index.like(9, 3).is_empty());
    assert!(Index::default().like(0, 3).is_empty());
}
