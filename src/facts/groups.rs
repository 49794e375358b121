//! Which group a field stands in.

use crate::model::{Group, Row};

/// Boxes with more fields than this have groups.
const UNGROUPED: usize = 10;
/// Puts the fields of a group together, in the order in which groups are listed and named. A short box and one with a single
/// group have none, but for those that the host names.
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
