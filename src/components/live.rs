//! A post on the page: its content, its view, and what changes them.

use super::{
    Content, MetaView, Part,
    consent::host,
    credit::{credit_html, credit_markdown, credit_text},
    lightbox::images,
    meta_view::{FIND, SHOW_JSON, answer},
    parts, post,
    post_meta::{drawn, has_box},
};
use crate::{Options, model::Facts, paint::Shown};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/components/live.js")]
extern "C" {
    fn settle(root: &Element, filled: bool) -> bool;
}

/// What a reader does with the lightbox, as `lightbox.js` numbers it.
const OPEN: u32 = 0;
const GO: u32 = 1;
const CLOSED: u32 = 2;
const CREDIT: u32 = 3;
const LOAD: u32 = 4;

/// A mounted post. Dropping it takes it off the page.
pub struct Live {
    /// What is shown.
    content: RefCell<Content>,
    view: RefCell<Shown>,
    root: Element,
    /// What is to be shown next.
    next: RefCell<Option<Content>>,
}

impl Live {
    /// Shows `content` at the end of `parent`.
    pub fn mount(parent: &Element, content: Content) -> Live {
        let view = Shown::new(&post(&content));
        view.root().place(parent, None);
        Live {
            content: RefCell::new(content),
            root: view.root().root().clone(),
            view: RefCell::new(view),
            next: RefCell::default(),
        }
    }

    /// Shows other content; what the reader has opened stays open as long as it is there. A host may call this while the
    /// view is being painted (a focus event is synchronous): then it follows when that is done.
    pub fn update(&self, content: Content) {
        self.next.replace(Some(content));
        self.follow();
    }

    /// Fills the meta box with what `read` reads, or with a part of it: it says whether there is more. What is there already
    /// stays, unless it is `anew`.
    pub fn fill(&self, anew: bool, read: impl FnOnce(&mut Facts, &Options) -> bool) -> bool {
        let from = self.with(|content| content.post.meta.facts.as_ref().map(|facts| facts.rows.len()));
        let mut more = false;
        let fill = |content: &mut Content| {
            let mut facts = content.post.meta.facts.take().unwrap_or_default();
            more = read(&mut facts, &content.options);
            content.post.meta.facts = Some(facts);
        };
        match from {
            Some(from) if !anew => self.extend_meta(from, fill),
            _ => self.change(Part::Meta, fill),
        }
        more
    }

    /// Answers what the reader asks of the meta box: about the row `number`, or about all where there is none.
    pub fn ask(&self, question: u32, number: Option<usize>, rows: Option<Vec<usize>>) -> String {
        match question {
            FIND => self.change(Part::Meta, |content| content.meta_view.found = rows),
            SHOW_JSON => self.change(Part::Meta, |content| {
                content.meta_view = MetaView { is_json: number.is_some(), ..MetaView::default() };
            }),
            _ => {}
        }
        self.with(|content| answer(content, question, number))
    }

    /// Does what the reader does with the lightbox. Asked for the credit of the open image it gives that as text, as HTML
    /// and as Markdown, and nothing otherwise.
    // Not inlined: the lazy half of the package begins here.
    #[inline(never)]
    pub fn look(&self, action: u32, number: i32) -> Vec<String> {
        match action {
            OPEN => self.change(Part::Lightbox, |content| {
                content.open_image = usize::try_from(number).ok().filter(|index| *index < images(content).len());
            }),
            GO => self.change(Part::Lightbox, |content| {
                // Around the ends.
                let count = images(content).len().max(1);
                let next = |now: usize| now.checked_add_signed(number as isize).unwrap_or(count - 1) % count;
                content.open_image = content.open_image.map(next);
            }),
            CLOSED => self.change(Part::Lightbox, |content| content.open_image = None),
            LOAD => self.load(number),
            CREDIT => return self.with(open_credit).unwrap_or_default(),
            _ => {}
        }
        Vec::new()
    }

    /// Looks at the content on show.
    pub fn with<T>(&self, look: impl FnOnce(&Content) -> T) -> T {
        look(&self.content.borrow())
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        if let Ok(view) = self.view.try_borrow() {
            view.root().remove();
        }
    }
}

/// What becomes of a change.
impl Live {
    /// Shows what is to be shown next.
    // Not inlined: the lazy half of the package begins here.
    #[inline(never)]
    fn follow(&self) {
        // Whoever paints at the moment goes on with it.
        if self.view.try_borrow_mut().is_err() {
            return;
        }
        while self.next.borrow().is_some() {
            let show = |content: &mut Content| {
                let Some(mut next) = self.next.take() else { return };
                next.meta_view.is_json = content.meta_view.is_json;
                next.wanted_hosts = std::mem::take(&mut content.wanted_hosts);
                next.open_image = content.open_image.filter(|index| *index < images(&next).len());
                *content = next;
            };
            if !self.redraw(show) {
                return;
            }
        }
        self.settle();
    }

    /// Shows all images from the host that image `number` comes from.
    fn load(&self, number: i32) {
        let host = self.with(|content| {
            let image = images(content).get(usize::try_from(number).ok()?).copied()?;
            host(image, content).map(String::from)
        });
        self.redraw(|content| content.wanted_hosts.extend(host));
        self.follow_if_asked();
    }

    /// Changes anything, and repaints what looks otherwise then. Not while it is being painted: says whether it has.
    fn redraw(&self, change: impl FnOnce(&mut Content)) -> bool {
        let (Ok(mut view), Ok(mut content)) = (self.view.try_borrow_mut(), self.content.try_borrow_mut()) else {
            return false;
        };
        let known = parts(&content);
        view.learn(|part| known.get(part)?.draw(&content));
        change(&mut content);
        let after = post(&content);
        // Painting may move the focus, and a host may answer that with a call.
        drop(content);
        view.update(&after);
        true
    }

    /// Changes what the reader can change, and redraws the part that shows it.
    fn change(&self, part: Part, change: impl FnOnce(&mut Content)) {
        if let (Ok(mut view), Ok(mut content)) = (self.view.try_borrow_mut(), self.content.try_borrow_mut()) {
            change(&mut content);
            let place = parts(&content).iter().position(|known| *known == part);
            let drawn = part.draw(&content);
            drop(content);
            if let Some(place) = place {
                view.refill(place, drawn.as_ref());
            }
        }
        self.follow_if_asked();
    }

    /// The same for the meta box when rows are added to it.
    fn extend_meta(&self, from: usize, change: impl FnOnce(&mut Content)) {
        if let (Ok(mut view), Ok(mut content)) = (self.view.try_borrow_mut(), self.content.try_borrow_mut()) {
            change(&mut content);
            let place = parts(&content).iter().position(|known| *known == Part::Meta);
            let markup = has_box(&content).then(|| drawn(&content, from));
            // Painting may move the focus, and a host may answer that with a call.
            drop(content);
            match (place, markup) {
                (Some(place), Some(markup)) => view.extend(place, &markup),
                (Some(place), None) => view.refill(place, None),
                _ => {}
            }
        }
        self.follow_if_asked();
    }

    /// A host may have asked for another post while this one was being painted.
    fn follow_if_asked(&self) {
        if self.next.try_borrow().is_ok_and(|next| next.is_some()) {
            self.follow();
        }
    }

    /// After an update: a dialog whose image is gone closes; one that was painted anew is closed without an event.
    fn settle(&self) {
        let filled = self.content.try_borrow().is_ok_and(|content| content.open_image.is_some());
        if !settle(&self.root, filled) && filled {
            self.change(Part::Lightbox, |content| content.open_image = None);
        }
    }
}

/// The credit of the image that is open.
fn open_credit(content: &Content) -> Option<Vec<String>> {
    let credit = images(content).get(content.open_image?)?.credit.as_deref()?;
    let localizer = &content.localizer;
    Some(vec![credit_text(credit, localizer), credit_html(credit, localizer), credit_markdown(credit, localizer)])
}
