//! The end-to-end tests in Firefox and `WebKitGTK`, and what their drivers cannot do.

use crate::{
    command::{Outcome, command, output, run},
    tools,
};

const TEST: [&str; 6] = ["test", "--quiet", "--features", "e2e", "--test", "e2e"];

/// Tests that a driver or an engine cannot do: the engine, the test, the reason. At most [`SHARE`] of all.
const LIMITS: [(&str, &str, &str); 11] = [
    ("firefox", "accessibility::the_accessibility_tree_of_a_post_is_that_of_its_golden_file", TREE),
    ("webkit", "accessibility::the_accessibility_tree_of_a_post_is_that_of_its_golden_file", TREE),
    ("webkit", "accessibility::the_walk_by_keyboard_is_that_of_its_golden_file", "its Tab key leaves out links"),
    ("webkit", "sheets::a_host_looks_the_same_with_and_without_a_post", "two pictures of one text differ at its edges"),
    ("webkit", "demos::axe_finds_nothing_in_dark", "it follows the colours of the desktop"),
    ("webkit", "lightbox::it_grows_out_of_its_picture_unless_the_reader_wants_rest", "it follows the desktop"),
    ("webkit", "print::printing_fills_a_closed_box_and_shows_everything", "its driver cannot show print"),
    ("webkit", "elements::an_element_that_the_parser_has_not_finished_waits_for_its_data", FRAME),
    ("webkit", "demos::a_keyboard_walks_through_every_demo_in_order_and_sees_where_it_is", INACTIVE),
    ("webkit", "reader::a_keyboard_walks_through_the_reader", INACTIVE),
    (
        "webkit",
        "article_body::cells_of_a_right_to_left_table_keep_numbers_and_units_in_order",
        "it moves such a line by 15 px",
    ),
];
const TREE: &str = "its driver gives no accessibility tree";
const FRAME: &str = "a module script that is written into a frame does not run";
const INACTIVE: &str = "without a window manager its window is not active, so no focus is drawn";
/// One in so many.
const SHARE: usize = 20;

/// All end-to-end tests in an engine, but those of the table.
pub fn engine(name: &str) -> Outcome {
    let is_here = if name == "firefox" { tools::firefox()? } else { tools::webkit()? };
    if !is_here {
        return Ok(());
    }
    let limits: Vec<&str> = LIMITS.iter().filter(|(engine, ..)| *engine == name).map(|(_, test, _)| *test).collect();
    check(&limits)?;
    let mut tests = command("cargo", &TEST);
    tests.args(["--", "--exact"]).args(limits.iter().flat_map(|test| ["--skip", test]));
    run(tests.env("BACKMATTER_ENGINE", name).env("CARGO_TERM_COLOR", "never"))
}

/// Each test of the table is there, and they are few.
fn check(limits: &[&str]) -> Outcome {
    let listed = output("cargo", &[&TEST[..], &["--", "--list"]].concat()).unwrap_or_default();
    let tests: Vec<&str> = listed.lines().filter_map(|line| line.strip_suffix(": test")).collect();
    if let Some(gone) = limits.iter().find(|test| !tests.contains(test)) {
        return Err(format!("there is no test {gone}: mend the table in xtask/src/engines.rs"));
    }
    if limits.len() * SHARE > tests.len() {
        return Err(format!("{} of {} tests are left out, more than 1 in {SHARE}", limits.len(), tests.len()));
    }
    Ok(())
}
