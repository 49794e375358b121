//! Licences by name and by address.

use backmatter::credits::license;

#[test]
fn licences_have_one_name_and_one_page() {
    let cases = [
        ("CC BY 4.0", "CC BY 4.0", Some("https://creativecommons.org/licenses/by/4.0/")),
        ("cc-by-4.0", "CC BY 4.0", Some("https://creativecommons.org/licenses/by/4.0/")),
        ("CC_BY_SA_3.0", "CC BY-SA 3.0", Some("https://creativecommons.org/licenses/by-sa/3.0/")),
        ("by-sa 4.0", "CC BY-SA 4.0", Some("https://creativecommons.org/licenses/by-sa/4.0/")),
        ("CC-BY-SA-3.0-DE", "CC BY-SA 3.0", Some("https://creativecommons.org/licenses/by-sa/3.0/")),
        (
            "https://creativecommons.org/licenses/by-nc-nd/2.5/",
            "CC BY-NC-ND 2.5",
            Some("https://creativecommons.org/licenses/by-nc-nd/2.5/"),
        ),
        (
            "http://creativecommons.org/licenses/by/3.0/deed.en",
            "CC BY 3.0",
            Some("https://creativecommons.org/licenses/by/3.0/"),
        ),
        ("Creative Commons Attribution 4.0", "CC BY 4.0", Some("https://creativecommons.org/licenses/by/4.0/")),
        (
            "Creative Commons Attribution-ShareAlike 4.0 International",
            "CC BY-SA 4.0",
            Some("https://creativecommons.org/licenses/by-sa/4.0/"),
        ),
        (
            "Attribution-NonCommercial-NoDerivs 2.0 Generic",
            "CC BY-NC-ND 2.0",
            Some("https://creativecommons.org/licenses/by-nc-nd/2.0/"),
        ),
        ("CC BY", "CC BY", None),
        ("CC0", "CC0 1.0", Some("https://creativecommons.org/publicdomain/zero/1.0/")),
        (
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "CC0 1.0",
            Some("https://creativecommons.org/publicdomain/zero/1.0/"),
        ),
        ("Public Domain Mark", "Public Domain Mark 1.0", Some("https://creativecommons.org/publicdomain/mark/1.0/")),
        ("public domain", "Public domain", None),
        ("Unsplash License", "Unsplash License", Some("https://unsplash.com/license")),
        ("Pexels License", "Pexels License", Some("https://www.pexels.com/license/")),
        ("All rights reserved.", "All rights reserved", None),
    ];
    for (text, name, url) in cases {
        let found = license(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((found.name.as_str(), found.url.as_deref()), (name, url), "{text}");
    }
    for text in
        ["", "by", "by the sea", "CC", "cc BX", "license", "BY-SA-ND 4.0", "Attribution needed", "4.0", "bypass"]
    {
        assert_eq!(license(text), None, "{text}");
    }
}
