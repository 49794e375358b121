//! What a reader does with the lightbox.

use super::{
    Content, Part,
    consent::host,
    credit::{credit_html, credit_markdown, credit_text},
};

/// Something done, by the name that `lightbox.js` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LightboxAction {
    /// An image is opened, by its number.
    Open,
    /// The reader goes on by so many images, around the ends.
    Go,
    /// The dialog was closed.
    Closed,
    /// All images from the host of image `number` may be loaded.
    Load,
}

impl LightboxAction {
    /// Reads a name.
    pub fn parse(name: &str) -> Option<LightboxAction> {
        match name {
            "open" => Some(LightboxAction::Open),
            "go" => Some(LightboxAction::Go),
            "closed" => Some(LightboxAction::Closed),
            "load" => Some(LightboxAction::Load),
            _ => None,
        }
    }
}

impl Content {
    /// Applies an action and marks the parts that have to be drawn again.
    pub fn lightbox_action(&mut self, action: LightboxAction, number: i32) {
        let count = self.images().len();
        let index = usize::try_from(number).ok().filter(|index| *index < count);
        match action {
            LightboxAction::Open => self.open_image = index,
            LightboxAction::Go => {
                let next =
                    |now: usize| now.checked_add_signed(number as isize).unwrap_or(count.max(1) - 1) % count.max(1);
                self.open_image = self.open_image.map(next);
            }
            LightboxAction::Closed => self.open_image = None,
            LightboxAction::Load => return self.load(index),
        }
        self.touch(Part::Lightbox);
    }

    /// The credit of the open image as text, HTML and Markdown. `None` without an open image or a credit.
    pub fn open_credit(&self) -> Option<[String; 3]> {
        let images = self.images();
        let credit = images.get(self.open_image?)?.credit.as_deref()?;
        Some([
            credit_text(credit, &self.localizer),
            credit_html(credit, &self.localizer),
            credit_markdown(credit, &self.localizer),
        ])
    }

    /// Shows all images from the host that an image comes from.
    fn load(&mut self, index: Option<usize>) {
        let images = self.images();
        let image = index.and_then(|index| images.get(index));
        let wanted = image.and_then(|image| host(image, self)).map(String::from);
        self.wanted_hosts.extend(wanted);
        self.touch_all();
    }
}
