//! A Leptos tree on the page.

use crate::components::{Content, Post, PostProps};
use leptos::{
    prelude::*,
    tachys::{
        hydration::Cursor,
        view::{Position, PositionState},
    },
};
use std::sync::Arc;
use web_sys::Element;

/// A mounted [`Post`]. (The type of a view has no name, so it stands behind a trait object.)
pub struct Tree(Box<dyn Mounted>);

trait Mounted {
    fn show(&mut self, content: Arc<Content>);
    fn unmount(&mut self);
}

struct View<V: Render> {
    draw: fn(Arc<Content>) -> V,
    state: V::State,
}

impl<V: Render> Mounted for View<V> {
    fn show(&mut self, content: Arc<Content>) {
        (self.draw)(content).rebuild(&mut self.state);
    }

    fn unmount(&mut self) {
        self.state.unmount();
    }
}

fn draw(content: Arc<Content>) -> impl IntoView {
    Post(PostProps { content })
}

impl Tree {
    /// Shows a post at the end of `parent`.
    pub fn mount(parent: &Element, content: Arc<Content>) -> Tree {
        let mut state = draw(content).build();
        state.mount(parent, None);
        Tree::of(draw, state)
    }

    /// Takes over the post that stands in `root`, which is its `<article>`.
    pub fn take_over(root: &Element, content: Arc<Content>) -> Tree {
        let cursor = Cursor::new(root.clone());
        let state = draw(content).hydrate::<true>(&cursor, &PositionState::new(Position::Current));
        Tree::of(draw, state)
    }

    /// Shows a post that is never changed again by the program that shows it.
    pub fn leave(parent: &Element, content: Arc<Content>) {
        let mut state = draw(content).build();
        state.mount(parent, None);
        std::mem::forget(state);
    }

    fn of<V: Render + 'static>(draw: fn(Arc<Content>) -> V, state: V::State) -> Tree {
        Tree(Box::new(View { draw, state }))
    }

    /// Shows another content. What is the same keeps its nodes.
    pub fn show(&mut self, content: Arc<Content>) {
        self.0.show(content);
    }

    /// Takes the post off the page.
    pub fn unmount(mut self) {
        self.0.unmount();
    }
}
