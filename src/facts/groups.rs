//! Which group a field stands in, and which fields a program keeps for itself.

use super::keys::words;
use crate::{
    model::{Group, Kind, Row},
    policy::is_one_of,
};

/// Boxes with more fields than this have groups.
const UNGROUPED: usize = 10;
/// Boxes with more fields than this are one list: a group is painted at once.
const GROUPED: usize = 1_000;

/// Words of keys that tell the group.
const WORDS: &[(Group, &str)] = &[
    (Group::Quality, "flag flags score scores rating ratings quality confidence review reviews votes"),
    (
        Group::Provenance,
        "source sources author authors license licence copyright credit credits origin publisher editor editors reviewed \
         updated modified published created citation citations references contributor contributors provider",
    ),
    (
        Group::Technical,
        "hash sha sha1 sha256 md5 uuid guid etag checksum commit id version build slug encoding charset schema format \
         template revision mime engine model",
    ),
];

/// Keys of content systems that say nothing to readers, and beginnings of such keys.
const INTERNAL: &str = "footnotes inline_featured_image spay_email om_disable_all_campaigns advanced_seo_description \
                        site-sidebar-layout site-content-layout site-content-style site-sidebar-style \
                        theme-transparent-header-meta adv-header-id-meta stick-header-meta header-above-stick-meta \
                        header-main-stick-meta header-below-stick-meta astra-migrate-meta-layouts \
                        classic-editor-remember rs_page_bg_color slide_template";
const INTERNAL_PREFIXES: &str =
    "ast- _ jetpack_ rank_math_ yoast_wpseo_ wpseo_ neve_meta_ generate_ kadence_ et_pb_ fusion_ elementor_ wp_page_";

/// Is this a field of a program, such as `_edit_lock` or the layout of a theme? Names that begin with `_` are hidden in
/// the system that invented them, too (`is_protected_meta`).
pub fn is_internal(key: &str) -> bool {
    is_one_of(key, INTERNAL) || INTERNAL_PREFIXES.split(' ').any(|prefix| key.starts_with(prefix))
}

/// The group that a key and the kind of its value suggest.
pub fn group_of(key: &str, kind: Option<Kind>) -> Group {
    let words = words(key);
    let named = WORDS.iter().find(|(_, list)| words.iter().any(|word| is_one_of(word, list)));
    match (named, kind) {
        (Some((group, _)), _) => group.clone(),
        (None, Some(Kind::Measure | Kind::Flag)) => Group::Quality,
        (None, Some(Kind::Date)) => Group::Provenance,
        (None, Some(Kind::Identifier | Kind::Version | Kind::Code)) => Group::Technical,
        (None, _) => Group::Content,
    }
}

/// Puts the fields of a group together, in the order in which groups are listed and named. A short box, a very long one and
/// one with a single group have none, but for those that the host names.
pub fn grouped(rows: Vec<Row>) -> Vec<Row> {
    let named = rows.iter().any(|row| matches!(row.group, Group::Named(_)));
    let groups = if named { named_groups(&rows) } else { known_groups(&rows) };
    if rows.len() > GROUPED || groups.len() < 2 {
        return rows.into_iter().map(|row| Row { group: Group::None, ..row }).collect();
    }
    let mut piles: Vec<Vec<Row>> = groups.iter().map(|_| Vec::new()).collect();
    for mut row in rows {
        if named && !matches!(row.group, Group::Named(_)) {
            row.group = Group::None;
        }
        let place = groups.iter().position(|group| *group == row.group).unwrap_or(0);
        if let Some(pile) = piles.get_mut(place) {
            pile.push(row);
        }
    }
    piles.into_iter().flatten().collect()
}

fn named_groups(rows: &[Row]) -> Vec<Group> {
    let mut groups = vec![Group::None];
    for row in rows {
        if matches!(row.group, Group::Named(_)) && !groups.contains(&row.group) {
            groups.push(row.group.clone());
        }
    }
    groups
}

fn known_groups(rows: &[Row]) -> Vec<Group> {
    let mut groups = vec![Group::Content, Group::Quality, Group::Provenance, Group::Technical];
    groups.retain(|group| rows.len() > UNGROUPED && rows.iter().any(|row| row.group == *group));
    groups
}
