//! The credit of an image, in the terms of schema.org `ImageObject`.

use crate::policy::SafeUrl;

/// Who made an image, where it comes from, and under which terms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Credit {
    /// The work's own title.
    pub title: String,
    /// `creator`: who made it.
    pub creator: String,
    /// Their page.
    pub creator_url: Option<SafeUrl>,
    /// Where it was published, by its proper name.
    pub source: String,
    /// The image's page there.
    pub source_url: Option<SafeUrl>,
    /// `license`, by its name.
    pub license: String,
    /// The licence's page.
    pub license_url: Option<SafeUrl>,
    /// `copyrightNotice`, as written.
    pub notice: String,
    /// `acquireLicensePage`.
    pub acquire_url: Option<SafeUrl>,
    /// Was the work changed?
    pub modified: bool,
    /// Must the credit be shown?
    pub required: bool,
}

impl Credit {
    /// Is there nothing to show?
    pub fn is_empty(&self) -> bool {
        let texts = [&self.title, &self.creator, &self.source, &self.license, &self.notice];
        let links = [&self.creator_url, &self.source_url, &self.license_url, &self.acquire_url];
        texts.into_iter().all(String::is_empty) && links.into_iter().all(Option::is_none)
    }
}
