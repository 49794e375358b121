//! Mounted widgets by number.

use super::{Live, filling::Filling};
use crate::paint::Painted;
use std::cell::RefCell;

/// What a widget shows on the page.
pub(super) enum Mounted {
    /// A post, and what is left to fill of its meta box.
    Post { live: Live, filling: Option<Filling> },
    /// Why there is none.
    Failure(Painted),
}

#[derive(Default)]
struct Widgets {
    last: u32,
    mounted: Vec<(u32, Mounted)>,
}

thread_local! {
    static WIDGETS: RefCell<Widgets> = RefCell::default();
}

/// Keeps a widget; its number, from 1.
pub(super) fn keep(mounted: Mounted) -> u32 {
    WIDGETS.with_borrow_mut(|widgets| {
        widgets.last += 1;
        widgets.mounted.push((widgets.last, mounted));
        widgets.last
    })
}

/// Removes a widget and returns it.
pub(super) fn take(id: u32) -> Option<Mounted> {
    WIDGETS.with_borrow_mut(|widgets| {
        let place = widgets.mounted.iter().position(|(known, _)| *known == id)?;
        Some(widgets.mounted.swap_remove(place).1)
    })
}

/// Works on a mounted post. The post is not in the registry meanwhile: painting may move the focus, and a host's
/// handler may call back. `None` if the number names no post.
pub(super) fn with<T>(id: u32, work: impl FnOnce(&mut Live, &mut Option<Filling>) -> T) -> Option<T> {
    let mut found = take(id)?;
    let done = match &mut found {
        Mounted::Post { live, filling } => Some(work(live, filling)),
        Mounted::Failure(_) => None,
    };
    WIDGETS.with_borrow_mut(|widgets| widgets.mounted.push((id, found)));
    done
}
