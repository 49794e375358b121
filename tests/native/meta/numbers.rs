//! Point 3: the digits of the JSON text, grouped for reading, exact for copying.

use super::{ask, row};
use crate::support::fact_html;
use backmatter::components::Query;

const EXACT: [&str; 9] = [
    "0",
    "-0",
    "9007199254740993",
    "9223372036854775807",
    "123456789012345678901234567890",
    "1e400",
    "1.10",
    "3.141592653589793238462643",
    "-12345.678",
];

#[test]
fn every_digit_is_shown_and_taken_along() {
    for digits in EXACT {
        assert_eq!(fact_html("depth", digits), format!("<span class=\"bm-number\">{digits}</span>"));
        let meta = format!(r#"{{ "depth": {digits} }}"#);
        assert_eq!(ask(&meta, Query::Json, Some(0)), digits);
        assert_eq!(ask(&meta, Query::Markdown, Some(0)), format!("- **Depth:** {digits}\n"));
    }
}

#[test]
fn a_count_is_grouped_and_keeps_its_digits_as_its_value() {
    let cases = [
        ("24635", "24,635"),
        ("999", "999"),
        ("1000000", "1,000,000"),
        ("9007199254740993", "9,007,199,254,740,993"),
        ("1234.5", "1,234.5"),
        ("1e400", "1e400"),
    ];
    for (digits, shown) in cases {
        assert_eq!(fact_html("views", digits), format!("<data class=\"bm-number\" value=\"{digits}\">{shown}</data>"));
        let meta = format!(r#"{{ "views": {digits} }}"#);
        assert_eq!(ask(&meta, Query::Markdown, Some(0)), format!("- **Views:** {digits}\n"), "the exact digits");
    }
}

#[test]
fn a_measure_has_a_bar_only_from_0_to_100() {
    for digits in ["0", "7", "100"] {
        assert!(fact_html("score", digits).contains("bm-measure"), "{digits}");
    }
    for digits in ["101", "-1", "4.5", "1e2", "250"] {
        assert!(!fact_html("score", digits).contains("bm-measure"), "{digits}");
    }
}

#[test]
fn the_digits_of_a_row_stand_in_its_source() {
    let row = row("n", "1E+05");
    assert_eq!(row.source.len(), "1E+05".len());
}
