//! Embedded players and pages: the service, and the address that a reader can open.

use crate::{
    model::Embed,
    policy::{SafeUrl, Sink, text},
    scan::{cut, is_one_of},
};

/// Services by their hosts; a host includes its subdomains.
const SERVICES: &[(&str, &str)] = &[
    ("YouTube", "youtube.com youtu.be youtube-nocookie.com"),
    ("Vimeo", "vimeo.com"),
    ("Dailymotion", "dailymotion.com dai.ly"),
    ("Twitch", "twitch.tv"),
    ("TED", "ted.com"),
    ("Wistia", "wistia.com wistia.net"),
    ("Loom", "loom.com"),
    ("VideoPress", "videopress.com"),
    ("TikTok", "tiktok.com"),
    ("Spotify", "spotify.com"),
    ("SoundCloud", "soundcloud.com"),
    ("Bandcamp", "bandcamp.com"),
    ("Mixcloud", "mixcloud.com"),
    ("Apple Podcasts", "podcasts.apple.com"),
    ("Apple Music", "music.apple.com"),
    ("Deezer", "deezer.com"),
    ("Instagram", "instagram.com"),
    ("Facebook", "facebook.com"),
    ("X", "twitter.com x.com"),
    ("Bluesky", "bsky.app"),
    ("Reddit", "reddit.com redditmedia.com"),
    ("Pinterest", "pinterest.com"),
    ("Tumblr", "tumblr.com"),
    ("Telegram", "t.me"),
    ("CodePen", "codepen.io"),
    ("CodeSandbox", "codesandbox.io"),
    ("StackBlitz", "stackblitz.com"),
    ("JSFiddle", "jsfiddle.net"),
    ("Replit", "replit.com"),
    ("GitHub Gist", "gist.github.com"),
    ("Figma", "figma.com"),
    ("Observable", "observablehq.com"),
    ("SlideShare", "slideshare.net"),
    ("Speaker Deck", "speakerdeck.com"),
    ("Google Maps", "maps.google.com google.com/maps"),
    ("Google Docs", "docs.google.com"),
    ("Google Drive", "drive.google.com"),
    ("OpenStreetMap", "openstreetmap.org"),
    ("Flickr", "flickr.com flic.kr"),
    ("Giphy", "giphy.com"),
    ("Scribd", "scribd.com"),
    ("Issuu", "issuu.com"),
    ("Typeform", "typeform.com"),
    ("Datawrapper", "datawrapper.de dwcdn.net"),
    ("Flourish", "flo.uri.sh flourish.studio"),
    ("Internet Archive", "archive.org"),
];

/// Titles that only say what kind of thing it is.
const SAYS_NOTHING: [&str; 8] = [
    "youtube video player",
    "vimeo video player",
    "video player",
    "youtube video",
    "embedded content",
    "spotify embed",
    "iframe",
    "embed",
];

/// What is embedded from `url`.
pub fn embed(url: SafeUrl, title: &str) -> Embed {
    let service = service(&url).unwrap_or_default().to_string();
    let title = text::line(title);
    let says_nothing = SAYS_NOTHING.iter().any(|known| known.eq_ignore_ascii_case(&title)) || title == service;
    let url = page_of(&url, &service).unwrap_or(url);
    Embed { url, service, title: if says_nothing { String::new() } else { title } }
}

/// The name of a site: its service, or its host.
pub fn name_of(url: &SafeUrl) -> Option<String> {
    service(url).or_else(|| url.host()).map(String::from)
}

fn service(url: &SafeUrl) -> Option<&'static str> {
    let host = url.host()?.to_ascii_lowercase();
    let path = url.as_str().split_once("//")?.1.split_once('/').map_or("", |(_, path)| path);
    // A subdomain belongs to its parent domain.
    let mut rest = host.as_str();
    loop {
        let first = path.split(['/', '?']).next().unwrap_or_default();
        let with_path = [rest, "/", first].concat();
        let found = SERVICES.iter().find(|(_, hosts)| is_one_of(rest, hosts) || is_one_of(&with_path, hosts));
        if let Some((service, _)) = found {
            return Some(service);
        }
        rest = rest.split_once('.')?.1;
    }
}

/// The page of a video: the bare player does not work in a tab of its own.
fn page_of(url: &SafeUrl, service: &str) -> Option<SafeUrl> {
    let (before, prefix) = match service {
        "YouTube" => ("/embed/", "https://www.youtube.com/watch?v="),
        "Vimeo" => ("/video/", "https://vimeo.com/"),
        _ => return None,
    };
    let (id, _) = cut(url.as_str().split_once(before)?.1, b"/?&#");
    let is_id = !id.is_empty()
        && id != "videoseries"
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if !is_id {
        return None;
    }
    SafeUrl::parse(&[prefix, id].concat(), Sink::Page, None).ok()
}
