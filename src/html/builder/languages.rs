//! Text and blocks in another language or direction than their surroundings.

use super::{Attributes, Builder, attribute};
use crate::{
    html::{fates::Fate, frame::Frame},
    model::{Dir, Language},
    options::is_language,
};

impl Builder {
    /// Begins a passage for a block in another language; returns how many frames there were before.
    pub(super) fn begin_passage(&mut self, fate: Fate, attributes: &Attributes) -> Option<usize> {
        let begins = matches!(
            fate,
            Fate::Paragraph
                | Fate::Heading(_)
                | Fate::List(_)
                | Fate::Quote
                | Fate::Table
                | Fate::Figure
                | Fate::Descriptions
        );
        let language = self.language_of(attributes).filter(|_| begins)?;
        let depth = self.frames.len();
        self.frame(Frame::Passage(language, Vec::new()));
        (self.frames.len() > depth).then_some(depth)
    }

    /// Begins inline text in another language; returns the language before.
    pub(super) fn begin_words(&mut self, fate: Fate, attributes: &Attributes) -> Option<Language> {
        let begins = matches!(fate, Fate::Unwrap | Fate::Mark(_) | Fate::Link);
        let language = self.language_of(attributes).filter(|_| begins)?;
        Some(std::mem::replace(&mut self.language, language))
    }

    /// The language of an element, if it differs from the one around it. Editors write `dir="ltr"` and `dir="auto"` on
    /// everything: they are ignored in text that already has that direction.
    fn language_of(&self, attributes: &Attributes) -> Option<Language> {
        let around = self.around();
        let lang = attribute(attributes, "lang").filter(|tag| is_language(tag)).map(String::from);
        let dir = attribute(attributes, "dir").and_then(Dir::parse).filter(|dir| match dir {
            Dir::Rtl => around.dir != Some(Dir::Rtl),
            Dir::Ltr => around.dir == Some(Dir::Rtl),
            Dir::Auto => false,
        });
        let language = Language { lang: lang.filter(|lang| around.lang.as_ref() != Some(lang)), dir };
        (!language.is_empty()).then_some(language)
    }

    /// What the open passages say, the innermost first.
    fn around(&self) -> Language {
        let mut around = self.language.clone();
        for frame in self.frames.iter().rev() {
            if let Frame::Passage(language, _) = frame {
                around.lang = around.lang.or_else(|| language.lang.clone());
                around.dir = around.dir.or(language.dir);
            }
        }
        around
    }
}
