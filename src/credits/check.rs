//! What a source or a licence requires and a credit lacks.

use super::{
    licenses::license,
    sources::{self, CREATOR, LICENSE, PAGE, PROFILE},
};
use crate::{model::Credit, policy::SafeUrl, report::NoticeCode};

/// What a credit lacks, each with the source or licence that requires it.
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
