//! A library of made-up posts, to see how the reader behaves with many.

use std::fmt::Write;

/// How many.
pub const COUNT: usize = 10_000;

/// What posts are about: a tag, what was done, and sentences.
const TOPICS: [(&str, &str, [&str; 4]); 6] = [
    (
        "tides",
        "Reading the tide table",
        [
            "Heights are measured from chart datum, which lies below most low waters.",
            "A neap tide leaves less room under the keel, but more time at the quay.",
            "The gauge at the sill and the table differ by a hand in a strong wind.",
            "Spring tides follow the moon by a day and a half.",
        ],
    ),
    (
        "ropes",
        "Splicing an old mooring line",
        [
            "Natural fibre swells when it is wet, and a splice must allow for it.",
            "Five tucks hold in hemp; a smooth line wants seven.",
            "Whip the end before the strands are opened.",
            "A knot costs half of the strength of the line, a splice a tenth.",
        ],
    ),
    (
        "bread",
        "Baking with rye in a small oven",
        [
            "Rye dough needs more water than wheat, and does not like to be kneaded.",
            "The starter is fed twice before it goes into the dough.",
            "A tin keeps a wet loaf in shape.",
            "Wait a day before you cut the bread.",
        ],
    ),
    (
        "servers",
        "Keeping staging close to production",
        [
            "The same build is deployed to staging first, and rolled back the same way.",
            "A copy of the database is taken each night, without the names of people.",
            "Feature flags differ between the two, and one page lists them.",
            "An alert that nobody acts on is deleted.",
        ],
    ),
    (
        "gardens",
        "Growing beans on a windy balcony",
        [
            "Runner beans climb better on rough string than on wire.",
            "Sow when the soil has been warm for a week.",
            "A net on the side of the sea breaks the worst of the wind.",
            "Pick every second day, or the plant stops.",
        ],
    ),
    (
        "maps",
        "Drawing a chart of the inner harbour",
        [
            "Soundings are taken on a line between two marks on the land.",
            "A lead line is marked with leather and cloth, to be read in the dark.",
            "Contours are drawn by hand after the points are checked.",
            "The scale stands on every sheet, and so does the year.",
        ],
    ),
];

const PLACES: [&str; 7] =
    ["at the mill", "behind the dike", "in March", "on the island", "with one hand", "after a storm", "for beginners"];

/// The posts as JSON, the same each time.
pub fn library() -> String {
    let mut text = String::from("[");
    for number in 0..COUNT {
        text.push_str(if number > 0 { "," } else { "" });
        post(&mut text, number);
    }
    text.push(']');
    text
}

fn post(text: &mut String, number: usize) {
    // A prime number of steps between neighbours mixes topics and sentences.
    let mixed = number * 7_919;
    let pick = |list: &'static [(&str, &str, [&str; 4])], at: usize| list.get(at % list.len()).unwrap_or(&TOPICS[0]);
    let (topic, other) = (pick(&TOPICS, mixed), pick(&TOPICS, mixed / 13));
    let place = PLACES.get(mixed / 7 % PLACES.len()).unwrap_or(&"");
    let _ = write!(
        text,
        r#"{{"id":"made-up-{}","title":"{} {place}","published":"20{:02}-{:02}-{:02}","authors":"{}","meta":{{"tags":["{}","{}"],"reader_count":{}}},"body":["#,
        number + 1,
        topic.1,
        10 + mixed % 16,
        1 + mixed % 12,
        1 + mixed % 28,
        ["Ilse Terpstra", "Okko Brandt", "Mai Linh"].get(mixed / 5 % 3).unwrap_or(&""),
        topic.0,
        other.0,
        mixed % 4_000,
    );
    let sentences = (0..4).map(|at| topic.2.get((at + mixed / 11) % 4)).chain([other.2.get(mixed / 17 % 4)]);
    for (at, sentence) in sentences.flatten().enumerate() {
        let _ = write!(text, "{}\"{sentence}\"", if at > 0 { "," } else { "" });
    }
    text.push_str("]}");
}
