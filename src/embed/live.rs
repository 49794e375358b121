//! A post on the page, and what changes it.

use super::Tree;
use crate::{
    Options,
    components::{Content, LightboxAction, Part, Query},
    model::Facts,
};
use std::sync::Arc;
use web_sys::Element;

/// A mounted post.
pub struct Live {
    content: Arc<Content>,
    tree: Tree,
}

impl Live {
    /// Shows `content` at the end of `parent`.
    pub fn mount(parent: &Element, content: Content) -> Live {
        let content = Arc::new(content);
        Live { tree: Tree::mount(parent, content.clone()), content }
    }

    /// Takes over the post that stands in `root`.
    pub fn take_over(root: &Element, content: Content) -> Live {
        let content = Arc::new(content);
        Live { tree: Tree::take_over(root, content.clone()), content }
    }

    /// What is shown.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Shows other content; what the reader has opened stays open as long as it is there.
    pub fn update(&mut self, content: Content) {
        self.content = Arc::new(content.after(&self.content));
        self.show();
    }

    /// Fills the meta box with all or a part of what `read` reads; `read` returns whether more remains. Existing rows
    /// stay, unless the box is drawn `anew`.
    pub fn fill(&mut self, anew: bool, read: impl FnOnce(&mut Facts, &Options) -> bool) -> bool {
        let content = Arc::make_mut(&mut self.content);
        if anew || content.post.meta.facts.is_none() {
            content.touch(Part::PostMeta);
        }
        let more = read(content.post.meta.facts.get_or_insert_default(), &content.options);
        self.show();
        more
    }

    /// Answers what the reader asks of the meta box: about one row, or about all where there is none.
    pub fn query(&mut self, query: Query, row: Option<usize>, rows: Option<Vec<usize>>) -> String {
        if Arc::make_mut(&mut self.content).ask(query, row, rows) {
            self.show();
        }
        self.content.reply(query, row)
    }

    /// Applies a reader's action to the lightbox.
    pub fn lightbox_action(&mut self, action: LightboxAction, number: i32) {
        Arc::make_mut(&mut self.content).lightbox_action(action, number);
        self.show();
    }

    /// Takes the post off the page.
    pub fn unmount(self) {
        self.tree.unmount();
    }

    fn show(&mut self) {
        self.tree.show(self.content.clone());
    }
}
