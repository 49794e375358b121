//! Which group a field stands in.

use crate::model::{Group, Row};

/// Boxes with more fields than this have groups.
const UNGROUPED: usize = 10;
/// A group with fewer fields is dropped.
const LEAST: usize = 2;
/// If one group holds more than this percentage of all fields, there are no groups.
const MOST: usize = 85;

/// Sorts the fields by group, in the fixed order of groups or the order in which the host names them. A short box, or
/// one with a single large group, has only groups that the host names.
pub fn grouped(rows: Vec<Row>) -> Vec<Row> {
    let named = rows.iter().any(|row| matches!(row.group, Group::Named(_)));
    let groups = if named { named_groups(&rows) } else { known_groups(&rows) };
    if groups.len() < 2 {
        return rows.into_iter().map(|row| Row { group: Group::None, ..row }).collect();
    }
    let mut piles: Vec<Vec<Row>> = groups.iter().map(|_| Vec::new()).collect();
    for mut row in rows {
        if named && !matches!(row.group, Group::Named(_)) {
            row.group = Group::None;
        }
        let place = groups.iter().position(|group| *group == row.group).unwrap_or(0);
        row.group = groups.get(place).cloned().unwrap_or(Group::None);
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

/// The groups with enough fields. Other fields go into the content group, or before all groups.
fn known_groups(rows: &[Row]) -> Vec<Group> {
    let count = |group: &Group| rows.iter().filter(|row| row.group == *group).count();
    let mut groups = vec![Group::Content, Group::Quality, Group::Provenance, Group::Technical];
    groups.retain(|group| count(group) >= LEAST);
    let is_one = groups.iter().any(|group| count(group) * 100 > rows.len() * MOST);
    if rows.len() <= UNGROUPED || is_one {
        return Vec::new();
    }
    let is_all = groups.iter().map(count).sum::<usize>() == rows.len();
    if !is_all && groups.first() != Some(&Group::Content) {
        groups.insert(0, Group::None);
    }
    groups
}
