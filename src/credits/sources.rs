//! Known sources, as data: how sites name them, their proper names, and what their terms ask for.

use crate::letters::small;

/// A place that images come from.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Its proper name.
    pub name: &'static str,
    /// Its home page.
    pub home: &'static str,
    /// Short names that data uses for it, in lower case and without spaces, and the hosts of its pages.
    pub known_as: &'static [&'static str],
    /// What its terms ask a page to show.
    pub asks: u8,
}

/// The creator.
pub const CREATOR: u8 = 1;
/// A link to their page.
pub const PROFILE: u8 = 2;
/// A link to the image's own page.
pub const PAGE: u8 = 4;
/// The licence.
pub const LICENSE: u8 = 8;
/// The name of the application that sends visitors, in links to it.
pub const REFERRAL: u8 = 16;

const fn source(name: &'static str, home: &'static str, known_as: &'static [&'static str], asks: u8) -> Source {
    Source { name, home, known_as, asks }
}

const SOURCES: &[Source] = &[
    // API guidelines, "Attribution": the photographer with a link to the profile, and Unsplash; all links with `utm_source`.
    source("Unsplash", "https://unsplash.com/", &["unsplash", "unsplash.com"], CREATOR | PROFILE | REFERRAL),
    // API documentation: a link to the photo, the photographer's name.
    source("Pexels", "https://www.pexels.com/", &["pexels", "pexels.com"], CREATOR | PAGE),
    source("Pixabay", "https://pixabay.com/", &["pixabay", "pixabay.com"], 0),
    source("Flickr", "https://www.flickr.com/", &["flickr", "flickr.com", "flic.kr"], CREATOR | PAGE | LICENSE),
    source(
        "Wikimedia Commons",
        "https://commons.wikimedia.org/",
        &["wikimedia", "wikimediacommons", "commons", "wikicommons", "wikipedia", "commons.wikimedia.org"],
        CREATOR | PAGE | LICENSE,
    ),
    source("Openverse", "https://openverse.org/", &["openverse", "openverse.org"], CREATOR | LICENSE),
    source("picsum.photos", "https://picsum.photos/", &["picsum", "picsum.photos", "lorempicsum"], 0),
    source("Freepik", "https://www.freepik.com/", &["freepik", "freepik.com"], CREATOR),
    source(
        "The Noun Project",
        "https://thenounproject.com/",
        &["nounproject", "thenounproject", "thenounproject.com"],
        CREATOR,
    ),
    source("Getty Images", "https://www.gettyimages.com/", &["getty", "gettyimages", "gettyimages.com"], CREATOR),
    source("iStock", "https://www.istockphoto.com/", &["istock", "istockphoto", "istockphoto.com"], 0),
    source("Shutterstock", "https://www.shutterstock.com/", &["shutterstock", "shutterstock.com"], 0),
    source(
        "Adobe Stock",
        "https://stock.adobe.com/",
        &["adobestock", "adobestockphoto", "fotolia", "stock.adobe.com"],
        0,
    ),
    source("Alamy", "https://www.alamy.com/", &["alamy", "alamystockphoto", "alamy.com"], CREATOR),
    source(
        "picture alliance/dpa",
        "https://www.picture-alliance.com/",
        &["picturealliance/dpa", "dpa/picturealliance", "picture-alliance/dpa", "dpa/picture-alliance"],
        CREATOR,
    ),
    source("picture alliance", "https://www.picture-alliance.com/", &["picturealliance", "picture-alliance"], CREATOR),
    source("EFE", "https://efe.com/", &["efe", "agenciaefe", "efe.com"], CREATOR),
    source("EPA", "https://www.epa.eu/", &["epa", "epa-efe", "epa.eu"], CREATOR),
    source("ANSA", "https://www.ansa.it/", &["ansa", "ansa.it"], CREATOR),
    source("APA", "https://apa.at/", &["apa", "apa-picturedesk", "apa/picturedesk", "picturedesk.com"], CREATOR),
    source("Keystone", "https://www.keystone-sda.ch/", &["keystone", "keystone-sda"], CREATOR),
    source("IMAGO", "https://www.imago-images.com/", &["imago", "imagoimages", "imago-images.com"], CREATOR),
    source("PA", "https://pa.media/", &["pa", "pamedia", "pawire", "paimages"], CREATOR),
    source("PAP", "https://www.pap.pl/", &["pap", "pap.pl"], CREATOR),
    source("ČTK", "https://www.ctk.cz/", &["čtk", "ctk", "ctk.cz"], CREATOR),
    source("TT", "https://tt.se/", &["tt", "scanpix", "tt.se"], CREATOR),
    source("TASS", "https://tass.com/", &["tass", "тасс", "tass.com"], CREATOR),
    source("RIA Novosti", "https://ria.ru/", &["rianovosti", "ria", "риановости", "ria.ru"], CREATOR),
    source("Kyodo", "https://english.kyodonews.net/", &["kyodo", "kyodonews", "共同通信"], CREATOR),
    source("Xinhua", "https://english.news.cn/", &["xinhua", "新华社"], CREATOR),
    source("Yonhap", "https://en.yna.co.kr/", &["yonhap", "연합뉴스"], CREATOR),
    source("Bloomberg", "https://www.bloomberg.com/", &["bloomberg"], CREATOR),
    source("Anadolu", "https://www.aa.com.tr/", &["anadolu", "anadoluagency"], CREATOR),
    source("ANP", "https://www.anp.nl/", &["anp", "anpfoto"], CREATOR),
    source("NTB", "https://www.ntb.no/", &["ntb", "ntbscanpix"], CREATOR),
    source("Ritzau Scanpix", "https://ritzauscanpix.dk/", &["ritzau", "ritzauscanpix"], CREATOR),
    source("Lehtikuva", "https://stt.fi/lehtikuva/", &["lehtikuva"], CREATOR),
    source("Europa Press", "https://www.europapress.es/", &["europapress"], CREATOR),
    source("UNIAN", "https://www.unian.ua/", &["unian", "уніан", "униан"], CREATOR),
    source("ESO", "https://www.eso.org/", &["eso", "eso.org"], 0),
    source("ESA", "https://www.esa.int/", &["esa", "esa.int"], 0),
    source("Agência Brasil", "https://agenciabrasil.ebc.com.br/", &["agênciabrasil", "agenciabrasil"], CREATOR),
    source("The Guardian", "https://www.theguardian.com/", &["guardian", "theguardian", "theguardian.com"], CREATOR),
    source("VCG", "https://www.vcg.com/", &["vcg", "视觉中国"], CREATOR),
    source("Instagram", "https://www.instagram.com/", &["instagram", "instagram.com"], CREATOR),
    source("X", "https://x.com/", &["x", "twitter", "x.com", "twitter.com"], CREATOR),
    source("Pinterest", "https://www.pinterest.com/", &["pinterest", "pinterest.com"], 0),
    source("SOPA Images", "https://www.sopaimages.com/", &["sopaimages", "lightrocket"], CREATOR),
    source("Depositphotos", "https://depositphotos.com/", &["depositphotos", "depositphotos.com"], 0),
    source("Dreamstime", "https://www.dreamstime.com/", &["dreamstime", "dreamstime.com"], CREATOR),
    source("123RF", "https://www.123rf.com/", &["123rf", "123rf.com"], 0),
    source("Reuters", "https://www.reuters.com/", &["reuters", "ロイター", "reuters.com"], CREATOR),
    source("Aflo", "https://www.aflo.com/", &["aflo", "アフロ", "aflo.com"], CREATOR),
    source("akg-images", "https://www.akg-images.com/", &["akg", "akg-images", "akg-images.com"], CREATOR),
    source(
        "AP",
        "https://apnews.com/",
        &["ap", "apphoto", "apimages", "associatedpress", "theassociatedpress", "apnews.com"],
        CREATOR,
    ),
    source("AFP", "https://www.afp.com/", &["afp", "agencefrance-presse", "afp.com"], CREATOR),
    source(
        "dpa",
        "https://www.dpa.com/",
        &["dpa", "dpabildfunk", "dpa-bildfunk", "dpathemendienst", "dpa-themendienst", "dpa-zentralbild", "dpa.com"],
        CREATOR,
    ),
    source("STScI", "https://www.stsci.edu/", &["stsci", "stsci.edu"], 0),
    source("Midjourney", "https://www.midjourney.com/", &["midjourney", "midjourney.com"], 0),
    source("DALL·E", "https://openai.com/", &["dall·e", "dall-e", "dalle"], 0),
    source("Stable Diffusion", "https://stability.ai/", &["stablediffusion", "stability.ai"], 0),
    source("Adobe Firefly", "https://firefly.adobe.com/", &["adobefirefly", "firefly.adobe.com"], 0),
    source("NASA", "https://www.nasa.gov/", &["nasa", "nasa.gov", "images.nasa.gov"], 0),
    source("Library of Congress", "https://www.loc.gov/", &["libraryofcongress", "loc", "loc.gov"], 0),
    source("Europeana", "https://www.europeana.eu/", &["europeana", "europeana.eu"], LICENSE),
    source("Smithsonian", "https://www.si.edu/", &["smithsonian", "smithsonianinstitution", "si.edu"], 0),
    source("Internet Archive", "https://archive.org/", &["internetarchive", "archive.org"], 0),
    source("Rawpixel", "https://www.rawpixel.com/", &["rawpixel", "rawpixel.com"], 0),
    source("StockSnap", "https://stocksnap.io/", &["stocksnap", "stocksnap.io"], 0),
    source("Burst", "https://www.shopify.com/stock-photos", &["burst"], 0),
];

/// The source that a text names.
pub fn by_name(text: &str) -> Option<&'static Source> {
    let short: String = text.chars().filter(|char| !matches!(char, ' ' | '_' | '!')).map(small).collect();
    let short = short.strip_suffix(".com").filter(|_| !short.contains('/')).unwrap_or(&short);
    SOURCES.iter().find(|source| source.known_as.contains(&short))
}

/// Is the name of a source clear without other parts? Some names are ordinary words.
pub fn is_name_alone(text: &str) -> bool {
    by_name(text).is_some_and(|source| {
        !matches!(source.name, "Burst" | "Library of Congress" | "Wikimedia Commons" | "AP" | "X" | "PA" | "TT")
    })
}

/// The source whose pages stand on a host.
pub fn by_host(host: &str) -> Option<&'static Source> {
    let host = host.strip_prefix("www.").unwrap_or(host);
    if !host.contains('.') {
        return None;
    }
    let is_host = |known: &&str| {
        known.contains('.') && host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    SOURCES.iter().find(|source| source.known_as.iter().any(is_host))
}
