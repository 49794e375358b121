//! Lines of text, as people and content systems write them.

use super::{credit, image, told};

/// A line, and its creator | source | licence | notice.
const LINES: &[(&str, &str)] = &[
    ("unsplash", " | Unsplash |  | "),
    ("Unsplash.com", " | Unsplash |  | "),
    ("Photo by Mara Lind on Unsplash", "Mara Lind | Unsplash |  | "),
    ("photo by mara lind on unsplash", "mara lind | Unsplash |  | "),
    ("Photo by Mara Lind from Pexels", "Mara Lind | Pexels |  | "),
    ("Photo by Mara Lind: Pexels", "Mara Lind: Pexels |  |  | "),
    ("Image by Mara Lind from Pixabay", "Mara Lind | Pixabay |  | "),
    ("Mara Lind on Unsplash", "Mara Lind | Unsplash |  | "),
    ("Mara Lind / Unsplash", "Mara Lind | Unsplash |  | "),
    ("Mara Lind/Unsplash", "Mara Lind | Unsplash |  | "),
    ("Mara Lind | Flickr", "Mara Lind | Flickr |  | "),
    ("Mara Lind via Flickr", "Mara Lind | Flickr |  | "),
    ("Mara Lind – Reuters", "Mara Lind | Reuters |  | "),
    ("Mara Lind, Getty Images", "Mara Lind | Getty Images |  | "),
    ("Mara Lind/Getty Images", "Mara Lind | Getty Images |  | "),
    ("Photo: Mara Lind/Reuters", "Mara Lind | Reuters |  | "),
    ("Photo credit: Mara Lind", "Mara Lind |  |  | "),
    ("Credit: Mara Lind", "Mara Lind |  |  | "),
    ("Image credit: NASA", " | NASA |  | "),
    ("Courtesy of NASA", " | NASA |  | "),
    ("Image courtesy of the harbour office", " | the harbour office |  | "),
    ("Source: Wikimedia Commons", " | Wikimedia Commons |  | "),
    ("Image source: unsplash", " | Unsplash |  | "),
    ("Image source: the parish archive", " | the parish archive |  | "),
    ("via Flickr", " | Flickr |  | "),
    ("Foto: Mara Lind / Unsplash", "Mara Lind | Unsplash |  | "),
    ("Foto von Mara Lind auf Unsplash", "Mara Lind | Unsplash |  | "),
    ("Bild von Mara Lind auf Pixabay", "Mara Lind | Pixabay |  | "),
    ("Bildnachweis: Mara Lind", "Mara Lind |  |  | "),
    ("Quelle: Pexels", " | Pexels |  | "),
    ("Photo de Mara Lind sur Unsplash", "Mara Lind | Unsplash |  | "),
    ("Crédit photo : Mara Lind", "Mara Lind |  |  | "),
    ("Foto de Mara Lind en Unsplash", "Mara Lind | Unsplash |  | "),
    ("Foto di Mara Lind su Unsplash", "Mara Lind | Unsplash |  | "),
    ("写真: 山田花子", "山田花子 |  |  | "),
    ("图片来源：Unsplash", " | Unsplash |  | "),
    ("Mara Lind, CC BY 2.0", "Mara Lind |  | CC BY 2.0 | "),
    ("Photo by Mara Lind, CC BY 2.0, via Flickr", "Mara Lind | Flickr | CC BY 2.0 | "),
    ("Mara Lind, CC BY-SA 4.0, via Wikimedia Commons", "Mara Lind | Wikimedia Commons | CC BY-SA 4.0 | "),
    ("Mara Lind (CC BY-SA 4.0), via Wikimedia Commons", "Mara Lind | Wikimedia Commons | CC BY-SA 4.0 | "),
    ("Photo: Mara Lind (CC BY-NC-ND 2.0)", "Mara Lind |  | CC BY-NC-ND 2.0 | "),
    ("Photo by Mara Lind is licensed under CC BY 4.0", "Mara Lind |  | CC BY 4.0 | "),
    ("Mara Lind / Flickr / CC BY 2.0", "Mara Lind | Flickr | CC BY 2.0 | "),
    ("Mara Lind | CC0", "Mara Lind |  | CC0 1.0 | "),
    ("Public domain, via Wikimedia Commons", " | Wikimedia Commons | Public domain | "),
    ("Wikimedia Commons, Public Domain", " | Wikimedia Commons | Public domain | "),
    ("CC0", " |  | CC0 1.0 | "),
    ("© 2024 Mara Lind", " |  |  | © 2024 Mara Lind"),
    ("(c) Mara Lind", " |  |  | (c) Mara Lind"),
    ("Copyright 2024 Mara Lind", " |  |  | Copyright 2024 Mara Lind"),
    ("© Mara Lind. All rights reserved", " |  | All rights reserved | © Mara Lind"),
    ("By Mara Lind", "Mara Lind |  |  | "),
    ("Illustration by Mara Lind", "Mara Lind |  |  | "),
    ("Designed by Mara Lind / Freepik", "Mara Lind | Freepik |  | "),
    ("AP Photo/Mara Lind", "Mara Lind | AP |  | "),
    ("Mara Lind", "Mara Lind |  |  | "),
    ("the parish archive", " | the parish archive |  | "),
    ("byline", " | byline |  | "),
    ("On Unsplash", " | On Unsplash |  | "),
    ("Photography by Mara Lind on her own page", "Mara Lind | her own page |  | "),
    ("Photo by “Mara” on Unsplash", "Mara | Unsplash |  | "),
    ("  Photo   by\nMara Lind on   Unsplash ", "Mara Lind | Unsplash |  | "),
    ("https://www.flickr.com/photos/x/1", " | Flickr |  | "),
    ("https://boats.example/7", " | boats.example |  | "),
    ("picsum.photos", " | picsum.photos |  | "),
];

#[test]
fn each_line_says_what_it_says() {
    assert!(LINES.len() >= 60);
    let mut wrong = Vec::new();
    for (line, expected) in LINES {
        let mut json = String::new();
        backmatter::json::push_quoted(&mut json, line);
        for name in ["credit", "source"] {
            let found = told(&credit(name, &json));
            if found != *expected {
                wrong.push(format!("{name} {line}: {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn links_in_html_go_to_whom_they_name() {
    let html = r#""Photo by <a href=\"https://unsplash.com/@mara\">Mara Lind</a> on <a href=\"https://unsplash.com/photos/x1\">Unsplash</a>""#;
    let found = credit("credit", html);
    assert_eq!(told(&found), "Mara Lind | Unsplash |  | ");
    let url = |url: &Option<backmatter::policy::SafeUrl>| url.as_ref().map(|url| url.as_str().to_string());
    assert_eq!(url(&found.creator_url).as_deref(), Some("https://unsplash.com/@mara"));
    assert_eq!(url(&found.source_url).as_deref(), Some("https://unsplash.com/photos/x1"));
    let licensed = credit(
        "credit",
        r#""<p>Mara Lind, <a href=\"https://creativecommons.org/licenses/by/2.0/\">CC BY 2.0</a>, via <a href=\"https://flickr.com/x\">Flickr</a></p>""#,
    );
    assert_eq!(told(&licensed), "Mara Lind | Flickr | CC BY 2.0 | ");
    assert_eq!(url(&licensed.license_url).as_deref(), Some("https://creativecommons.org/licenses/by/2.0/"));
    let hostile =
        credit("credit", r#""Photo by <a href=\"javascript:alert(1)\">Mara</a><script>x</script> on Unsplash""#);
    assert_eq!((told(&hostile).as_str(), hostile.creator_url), ("Mara | Unsplash |  | ", None));
}

/// A small input must not take long to parse.
#[test]
fn lines_that_would_explode_do_not() {
    for part in ["under ", "( ) ", "by ", "CC BY 4.0, ", " / ", "via Flickr ", "(((", "<a>"] {
        let mut json = String::new();
        backmatter::json::push_quoted(&mut json, &part.repeat(200_000 / part.len()));
        for name in ["credit", "source", "caption"] {
            let found = image(&format!(r#"{{ "src": "a.png", "{name}": {json} }}"#));
            assert!(found.words().map(str::len).sum::<usize>() <= 200_000, "{part} as {name}");
        }
    }
}

#[test]
fn a_caption_that_is_a_credit_becomes_one() {
    let found = image(r#"{ "src": "a.png", "caption": "Photo by Mara Lind on Unsplash" }"#);
    assert_eq!((told(&found.credit.unwrap()).as_str(), found.caption.len()), ("Mara Lind | Unsplash |  | ", 0));
    for caption in ["The gauge at the wall", "By the harbour, at low water", "A picture by the sea"] {
        let found = image(&format!(r#"{{ "src": "a.png", "caption": "{caption}" }}"#));
        assert_eq!((found.credit, found.caption.len()), (None, 1), "{caption}");
    }
}

/// A caption, what is left of it, and its creator | source | licence | notice.
const CAPTIONS: &[(&str, &str, &str)] = &[
    ("Low water at the quay. Photo: Mara Lind / Unsplash", "Low water at the quay.", "Mara Lind | Unsplash |  | "),
    ("Low water at the quay (Foto: Mara Lind)", "Low water at the quay", "Mara Lind |  |  | "),
    ("Low water at the quay | Mara Lind/Reuters", "Low water at the quay", "Mara Lind | Reuters |  | "),
    ("The old lock, photo by Mara Lind", "The old lock", "Mara Lind |  |  | "),
    ("The old lock. Courtesy of Mara Lind", "The old lock.", "Mara Lind |  |  | "),
    ("REUTERS/Mara Lind", "", "Mara Lind | Reuters |  | "),
    ("EFE/Mara Lind", "", "Mara Lind | EFE |  | "),
    ("picture alliance/dpa | Mara Lind", "", "Mara Lind | picture alliance/dpa |  | "),
    ("Mara Lind/AFP via Getty Images", "", "Mara Lind | AFP via Getty Images |  | "),
    ("Autor: Mara Lind", "", "Mara Lind |  |  | "),
    ("Fotografía: Mara Lind", "", "Mara Lind |  |  | "),
    ("Фото: Мара Линд", "", "Мара Линд |  |  | "),
    ("Zdroj: Unsplash", "", " | Unsplash |  | "),
    ("Crédit image : Mara Lind", "", "Mara Lind |  |  | "),
    ("Screenshot: Mara Lind", "", "Mara Lind |  |  | "),
    ("Own work", "", " | Own work |  | "),
    ("{{Cc-by-sa-2.5}}", "", " |  | CC BY-SA 2.5 | "),
    ("{{self|cc-by-sa-4.0|Mara Lind}}", "", "Mara Lind |  | CC BY-SA 4.0 | "),
    ("Zdjęcie: Mara Lind na Unsplash", "", "Mara Lind | Unsplash |  | "),
    ("Foto: Mara Lind på Unsplash", "", "Mara Lind | Unsplash |  | "),
    ("Photo by Mara Lind is licensed under CC BY 4.0", "", "Mara Lind |  | CC BY 4.0 | "),
    ("© 2024 Mara Lind", "", " |  |  | © 2024 Mara Lind"),
    ("Kyodo News via AP", "", " | Kyodo News via AP |  | "),
    ("Foto: REUTERS/Mara Lind/File Photo", "", "Mara Lind | Reuters |  | "),
    ("Low water | Foto: Reprodução", "Low water", " | Reprodução |  | "),
    ("Photo by The Linds on Unsplash", "", "The Linds | Unsplash |  | "),
    ("Photo via @maralind", "", "@maralind |  |  | "),
    ("by Mara P. Lind", "", "Mara P. Lind |  |  | "),
    ("By User:Mara - Own work, CC BY-SA 3.0", "", "User:Mara | Own work | CC BY-SA 3.0 | "),
    ("Image courtesy of Harbour Alliance", "", " | Harbour Alliance |  | "),
    ("Imagen cortesía de la NASA", "", " | NASA |  | "),
    ("Credit- ESPN", "", " | ESPN |  | "),
    ("iStock.com/maralind", "", "maralind | iStock |  | "),
    ("Fot. Mara Lind / Agencja Portowa", "", "Mara Lind | Agencja Portowa |  | "),
    ("Quelle: Eigene Darstellung", "", " | Eigene Darstellung |  | "),
    ("Fuente: elaboración propia", "", " | elaboración propia |  | "),
    ("新华社记者 李明 摄", "", "李明 | Xinhua |  | "),
    ("From Wikimedia Commons, the free media repository", "", " | Wikimedia Commons |  | "),
];

/// Texts that are not clearly credits.
const NO_CREDITS: &[&str] = &[
    "Photo of the old mill by the river",
    "Photo by the window, 1931",
    "Photo by Lake Como",
    "Via Appia in winter",
    "From Lisbon to Porto",
    "By train to the coast",
    "By King's Cross",
    "Source code of the parser",
    "Credit cards on a table",
    "Courtesy car outside the garage",
    "Image quality 80 and 90",
    "Photo: see page 12",
    "Image: Figure A",
    "Made by hand",
    "Foto de la plaza en Madrid",
    "Copyright office in the capital",
    "Licensed premises, 1931",
    "How to search on Unsplash",
    "The Flickr logo",
    "Left / Right",
    "Canon EOS 5D",
    "Mara Lind",
    "Ebb, flood, slack",
    "by the old harbour",
    "The harbour / The quay",
    "Photo - the harbour",
    "Source - the spring of the river",
    "A tweet by Mara Lind",
];

#[test]
fn a_caption_gives_its_credit_and_keeps_the_rest() {
    for (caption, rest, expected) in CAPTIONS {
        let mut json = String::new();
        backmatter::json::push_quoted(&mut json, caption);
        let found = image(&format!(r#"{{ "src": "a.png", "caption": {json} }}"#));
        let left = backmatter::model::plain_text(&found.caption);
        assert_eq!(
            (left.as_str(), found.credit.map(|credit| told(&credit)).as_deref()),
            (*rest, Some(*expected)),
            "{caption}"
        );
    }
    for caption in NO_CREDITS {
        let found = image(&format!(r#"{{ "src": "a.png", "caption": "{caption}" }}"#));
        assert_eq!((found.credit, found.caption.len()), (None, 1), "{caption}");
    }
}
