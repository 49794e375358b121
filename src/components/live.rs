//! A post on the page: its content, its view, and the listeners that serve what is inside.

use super::{Content, Part, lightbox::images, post};
use crate::{
    model::Dir,
    paint::{Idle, once_idle},
};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::tachys::view::{Mountable, Render};
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, KeyboardEvent, MouseEvent};

/// A mounted post. Dropping it takes it off the page.
pub struct Live {
    inner: Rc<Inner>,
}

struct Inner {
    content: RefCell<Content>,
    view: RefCell<Box<dyn View>>,
    root: Element,
    /// Parts that changed while the view was being redrawn.
    again: Cell<bool>,
    listeners: RefCell<Vec<EventListener>>,
    idle: RefCell<Option<Idle>>,
}

/// The one view of a widget, whatever its type.
trait View {
    fn redraw(&mut self, content: &Content, only: Option<Part>);
    fn unmount(&mut self);
}

struct Mounted<S, D> {
    state: S,
    draw: D,
}

impl<V: Render<State = S>, S: Mountable, D: Fn(&Content, Option<Part>) -> V> View for Mounted<S, D> {
    fn redraw(&mut self, content: &Content, only: Option<Part>) {
        (self.draw)(content, only).rebuild(&mut self.state);
    }

    fn unmount(&mut self) {
        self.state.unmount();
    }
}

impl Live {
    /// Shows `content` at the end of `parent`. `None` where Leptos gave no element, which does not happen.
    pub fn mount(parent: &Element, content: Content) -> Option<Live> {
        let mut state = post(&content, None).build();
        state.mount(parent, None);
        let root = state.elements().into_iter().next()?;
        let view: Box<dyn View> = Box::new(Mounted { state, draw: post });
        let inner = Rc::new(Inner {
            content: RefCell::new(content),
            view: RefCell::new(view),
            root,
            again: Cell::new(false),
            listeners: RefCell::default(),
            idle: RefCell::default(),
        });
        inner.listen();
        inner.draw_facts_when_idle();
        Some(Live { inner })
    }

    /// Shows other content; what the reader has opened stays open as long as it is there.
    pub fn update(&self, mut content: Content) {
        let mut gone = false;
        if let Ok(mut now) = self.inner.content.try_borrow_mut() {
            content.facts_drawn |= now.facts_drawn;
            content.open_image = now.open_image.filter(|index| *index < images(&content).len());
            gone = now.open_image.is_some() && content.open_image.is_none();
            *now = content;
        }
        self.inner.redraw(None);
        if gone {
            self.inner.close();
        }
        self.inner.forget_closed_image();
    }

    /// Looks at the content on show.
    pub fn with<T>(&self, look: impl FnOnce(&Content) -> T) -> T {
        look(&self.inner.content.borrow())
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.inner.listeners.take();
        self.inner.idle.take();
        if let Ok(mut view) = self.inner.view.try_borrow_mut() {
            view.unmount();
        }
    }
}

impl Inner {
    /// Redraws a part, or all. A host may call in while this runs (a focus event is synchronous): then once more.
    fn redraw(&self, only: Option<Part>) {
        let Ok(mut view) = self.view.try_borrow_mut() else { return self.again.set(true) };
        if let Ok(content) = self.content.try_borrow() {
            view.redraw(&content, only);
        }
        while self.again.take() {
            if let Ok(content) = self.content.try_borrow() {
                view.redraw(&content, None);
            }
        }
    }

    fn change(&self, part: Part, change: impl FnOnce(&mut Content)) {
        if let Ok(mut content) = self.content.try_borrow_mut() {
            change(&mut content);
        }
        self.redraw(Some(part));
    }

    fn listen(self: &Rc<Self>) {
        // `toggle`, `close` and `error` do not bubble: they are heard on the way down.
        let down = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let up = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
        let on = |name: &'static str, options, act: fn(&Inner, &Event)| {
            let inner = Rc::downgrade(self);
            EventListener::new_with_options(&self.root, name, options, move |event| {
                with(&inner, |inner| act(inner, event));
            })
        };
        let listeners = vec![
            on("click", up, Inner::click),
            on("keydown", up, Inner::press),
            on("toggle", down, |inner, _| inner.draw_facts()),
            on("close", down, |inner, _| inner.change(Part::Lightbox, |content| content.open_image = None)),
        ];
        self.listeners.replace(listeners);
    }

    fn draw_facts_when_idle(self: &Rc<Self>) {
        let inner = Rc::downgrade(self);
        if self.content.try_borrow().is_ok_and(|content| !content.facts_drawn) {
            self.idle.replace(Some(once_idle(move || with(&inner, Inner::draw_facts))));
        }
    }

    fn draw_facts(&self) {
        if self.content.try_borrow().is_ok_and(|content| !content.facts_drawn) {
            self.change(Part::Meta, |content| content.facts_drawn = true);
        }
    }

    /// A plain click on an image opens it here; with a modifier key it is the browser's.
    fn click(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        if let Some(index) = attribute_around(event, "data-bm-image").and_then(|index| index.parse().ok()) {
            event.prevent_default();
            self.open_image(index);
        }
        match attribute_around(event, "data-bm-action").as_deref() {
            Some("close") => self.close(),
            Some("previous") => self.go(-1),
            Some("next") => self.go(1),
            _ => {}
        }
    }

    /// Arrow keys point where the reader reads: in right-to-left text the left one leads on.
    fn press(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let right = if self.content.try_borrow().is_ok_and(|content| content.dir() == Some(Dir::Rtl)) { -1 } else { 1 };
        match event.key().as_str() {
            "ArrowRight" => self.go(right),
            "ArrowLeft" => self.go(-right),
            _ => {}
        }
    }

    fn close(&self) {
        if let Some(dialog) = self.dialog() {
            dialog.close();
        }
    }

    /// A dialog that was painted anew, because its label has changed, is closed without an event.
    fn forget_closed_image(&self) {
        let open = self.content.try_borrow().is_ok_and(|content| content.open_image.is_some());
        if open && !self.dialog().is_some_and(|dialog| dialog.open()) {
            self.change(Part::Lightbox, |content| content.open_image = None);
        }
    }

    fn open_image(&self, index: usize) {
        if self.content.try_borrow().is_ok_and(|content| index >= images(&content).len()) {
            return;
        }
        self.change(Part::Lightbox, |content| content.open_image = Some(index));
        if let Some(dialog) = self.dialog().filter(|dialog| !dialog.open()) {
            // Fails only outside a document, where nobody can have clicked. Closing gives the focus back.
            let _ = dialog.show_modal();
        }
    }

    /// Goes `by` images on, around the ends.
    fn go(&self, by: isize) {
        if self.content.try_borrow().is_ok_and(|content| content.open_image.is_some()) {
            self.change(Part::Lightbox, |content| {
                let count = images(content).len().max(1);
                let next = |now: usize| now.checked_add_signed(by).unwrap_or(count - 1) % count;
                content.open_image = content.open_image.map(next);
            });
        }
    }

    fn dialog(&self) -> Option<HtmlDialogElement> {
        self.root.query_selector("dialog").ok().flatten()?.dyn_into().ok()
    }
}

fn with(inner: &Weak<Inner>, act: impl FnOnce(&Inner)) {
    if let Some(inner) = inner.upgrade() {
        act(&inner);
    }
}

/// The value of an attribute on the clicked element or the nearest one around it that has it.
fn attribute_around(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&["[", name, "]"].concat()).ok().flatten()?.get_attribute(name)
}
