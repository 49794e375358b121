//! What a source or a licence asks a page to show, and a credit does not say.

use super::{
    licenses::license,
    sources::{self, CREATOR, LICENSE, PAGE, PROFILE},
};
use crate::{
    model::{Credit, Post},
    policy::SafeUrl,
    report::{Notice, NoticeCode},
};

/// What the credits of a post lack, image by image: for a post whose credits were read in the short form.
pub fn missing_credits(post: &Post) -> Vec<Notice> {
    let mut notices = Vec::new();
    let gallery = post
        .images
        .iter()
        .enumerate()
        .map(|(index, image)| (["images[", &index.to_string(), "].credit"].concat(), image));
    let body = post.body_images().into_iter().enumerate();
    let body = body.map(|(index, image)| (["body, image ", &(index + 1).to_string()].concat(), image));
    for (place, image) in body.chain(gallery) {
        for (code, why) in image.credit.as_deref().map(missing).unwrap_or_default() {
            notices.push(Notice::new(code, &place, "", &why));
        }
    }
    notices
}

/// What a credit lacks, each with who asks for it.
pub fn missing(credit: &Credit) -> Vec<(NoticeCode, String)> {
    let mut found = Vec::new();
    if let Some(source) = sources::by_name(&credit.source) {
        let why = [source.name, " asks for it"].concat();
        let home = |url: &SafeUrl| url.as_str().trim_end_matches('/') == source.home.trim_end_matches('/');
        let asks = |what: u8| source.asks & what != 0;
        let has_page = credit.source_url.as_ref().is_some_and(|url| !home(url));
        let lacks = [
            (NoticeCode::CreatorMissing, asks(CREATOR) && credit.creator.is_empty()),
            (NoticeCode::CreatorLinkMissing, asks(PROFILE) && credit.creator_url.is_none()),
            (NoticeCode::PageLinkMissing, asks(PAGE) && !has_page),
            (NoticeCode::LicenseMissing, asks(LICENSE) && credit.license.is_empty() && credit.license_url.is_none()),
        ];
        found.extend(lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(what, _)| (what, why.clone())));
    }
    if let Some(license) = license(&credit.license) {
        let why = [&license.name, " asks for it"].concat();
        let is_named = !credit.creator.is_empty() || !credit.notice.is_empty();
        let lacks = [
            (NoticeCode::CreatorMissing, license.asks_creator && !is_named),
            (NoticeCode::WorkTitleMissing, license.asks_title && credit.title.is_empty()),
            (NoticeCode::LicenseLinkMissing, license.asks_creator && credit.license_url.is_none()),
        ];
        for (what, _) in lacks.into_iter().filter(|(_, lacks)| *lacks) {
            if found.iter().all(|(said, _)| *said != what) {
                found.push((what, why.clone()));
            }
        }
    }
    if credit.required && credit.is_empty() {
        found.push((NoticeCode::CreditMissing, "the image asks for it".into()));
    }
    found
}
