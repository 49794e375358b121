//! The words around the names in a line of credit, as data: in the languages in which sites write them.

use crate::{letters::folded, scan::parts};

/// The kind of label before a name. Some kinds are a surer sign of a credit than others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// "Photo:", "Crédit :": a name follows.
    Named,
    /// "Photo by": a name follows, or a place ("by the sea").
    By,
    /// "Courtesy of": who permitted the use.
    Courtesy,
    /// "Foto de": the creator, or the subject. Needs a known source or a name with an initial.
    Of,
    /// "Source:".
    Source,
    /// "via": a source, or a route.
    Via,
}

/// Is `text`, in small letters, in a list whose phrases are separated by `|`?
pub(super) fn is_among(text: &str, list: &'static str) -> bool {
    parts(list, b"|").any(|known| known == text)
}

/// Bytes of the longest label.
const LONGEST: usize = 60;

/// The label that a text begins with, and the rest.
pub(super) fn label(text: &str) -> Option<(Label, &str)> {
    before_colon(text)
        .or_else(|| before_hyphen(text))
        .or_else(|| before_space(text))
        .or_else(|| behind(text))
        .filter(|(_, rest)| !rest.is_empty())
}

/// "Credit- A", "Source - B".
fn before_hyphen(text: &str) -> Option<(Label, &str)> {
    let (name, rest) = text.split_once("- ").or_else(|| text.split_once("– "))?;
    let name = folded(name.trim());
    let label = if name == "source" { Label::Source } else { Label::Named };
    is_among(&name, HYPHENED).then(|| (label, rest.trim()))
}

/// "李鑫 摄": the name stands in front.
fn behind(text: &str) -> Option<(Label, &str)> {
    BEHIND.iter().find_map(|words| text.strip_suffix(words)).map(|name| (Label::Named, name.trim()))
}

/// A label that a colon ends, or what some write instead: "Photo :", "사진 =", "图/".
fn before_colon(text: &str) -> Option<(Label, &str)> {
    let at = text
        .char_indices()
        .take_while(|(at, _)| *at < LONGEST)
        .find(|(_, char)| matches!(char, ':' | '：' | '=' | '/' | '／'));
    let (at, mark) = at?;
    let rest = text.get(at + mark.len_utf8()..)?.trim();
    let name = folded(text.get(..at)?.trim().trim_start_matches('©'));
    if matches!(mark, '/' | '／') {
        return is_among(&name, SLASHED).then_some((Label::Named, rest));
    }
    let lists = [(Label::Courtesy, COURTESY), (Label::Source, SOURCES), (Label::Named, NAMES)];
    lists.into_iter().find(|(_, list)| is_among(&name, list)).map(|(label, _)| (label, rest))
}

fn before_space(text: &str) -> Option<(Label, &str)> {
    let lists = [
        (Label::Courtesy, COURTESY),
        (Label::By, BY),
        (Label::Via, "via|from|vía|över|photo via|image via|foto via"),
        (Label::Of, OF),
    ];
    let begins = |words: &str| {
        let (head, rest) = text.split_at_checked(words.len())?;
        (rest.starts_with(' ') && folded(head) == words).then(|| rest.trim())
    };
    lists.into_iter().find_map(|(label, list)| parts(list, b"|").find_map(|words| Some((label, begins(words)?))))
}

/// A name and where it stands: "A on her own page", "A for B", "A (B)".
pub(super) fn apart(text: &str) -> (&str, &str) {
    if let Some(parts) = text.strip_suffix(')').and_then(|inner| inner.split_once(" (")) {
        return parts;
    }
    [" on ", " from ", " for ", " auf ", " sur ", " via "]
        .iter()
        .find_map(|between| text.split_once(between))
        .unwrap_or((text, ""))
}

/// Words that replace a name.
pub(super) const WHO: &str =
    "privat|private|author|the author|autor|autorin|autorka|auteur|autore|автор|archiv|archive|me|myself";

/// Words that replace a source, for the author's own work.
pub(super) const OWN_WORK: &str = "own work|own photo|own picture|own image|self-made|self made|author's own|eigenes werk|eigenes bild|eigenes foto|eigene aufnahme|\
     travail personnel|œuvre personnelle|trabajo propio|obra propia|foto propia|obra do próprio|opera propria|eigen werk|eget arbete|\
     eget verk|praca własna|vlastní dílo|собственная работа|власна робота|投稿者自身による作品|自己的作品|own calculation|own calculations|\
     author's calculation|author's calculations|authors' calculations|author’s calculations|own illustration|eigene darstellung|\
     eigene berechnung|eigene berechnungen|eigene grafik|élaboration propre|élaboration de l'auteur|elaboración propia|\
     elaboração própria|elaborazione propria|opracowanie własne";

/// Words that replace a source, for press handouts, reproductions and personal archives.
pub(super) const HANDED: &str = "handout|pool|pool photo|reprodução|reproducción|riproduzione|reprodukcja|divulgação|arquivo pessoal|acervo pessoal|\
     archivo personal|captura de pantalla|capture d'écran|capture d’écran";

/// Labels that a hyphen may end, too.
const HYPHENED: &str = "credit|credits|photo credit|photo credits|image credit|image credits|source";

/// Labels that stand behind a name.
const BEHIND: [&str; 3] = ["摄", "攝", "撮影"];

const SLASHED: &str = "photo|foto|screenshot|图|圖|사진";

const COURTESY: &str = "photo courtesy of|photos courtesy of|photo courtesy|image courtesy of|images courtesy of|image courtesy|picture courtesy of|\
     courtesy of|courtesy|by courtesy of|mit freundlicher genehmigung von|avec l'aimable autorisation de|avec l’aimable autorisation de|\
     cortesía de|imagen cortesía de|foto cortesía de|per gentile concessione di|credit to|credits to";

const SOURCES: &str = "image source|photo source|picture source|source|sources|source photo|source image|quelle|quellen|bildquelle|fotoquelle|fuente|\
     fuentes|fonte|fonti|bron|källa|kilde|lähde|źródło|zdroj|forrás|izvor|источник|источник фото|джерело|kaynak|출처|사진 출처|\
     사진 제공|자료|出典|画像提供|写真提供|提供|来源|来源图|图片来源|圖片來源|图源|圖源|資料來源|资料来源";

const NAMES: &str = "photo credits|photo credit|image credits|image credit|picture credit|picture credits|video credit|map credit|graphic credit|\
     photograph|photographs|photographer|photographers|photo|photos|both photos|all photos|image|images|picture|pictures|pic|\
     credit|credits|author|creator|artist|illustration|illustrations|illustrator|artwork|graphic|graphics|infographic|video|screenshot|\
     screengrab|photo ©|image ©|foto ©|bild ©|foto|fotos|bild|bilder|archivfoto|archivbild|symbolbild|symbolfoto|titelbild|titelfoto|\
     rubriklistenbild|beitragsbild|bildnachweis|bildrechte|fotonachweis|fotocredit|bildcredit|grafik|karikatur|fotograf|fotografin|\
     fotografie|crédit photo|crédits photo|crédits photos|crédit image|crédit|crédits|photographie|photographe|dessin|auteur|crédito|\
     créditos|crédito de la foto|crédito da imagem|crédito da foto|fotografía|fotografia|fotógrafo|fotógrafa|foto por|imagen|imágenes|\
     imagem|imagens|ilustración|ilustração|autor|autora|crediti|credito|crediti foto|immagine|immagini|autore|illustrazione|beeld|\
     afbeelding|fotograaf|billede|bilde|kuva|kuvat|valokuva|fotó|kép|obrázek|snímek|zdjęcie|zdjęcia|fot.|fot|rys.|fotografija|slika|\
     фото|фотография|фотограф|снимок|изображение|автор|світлина|зображення|снимка|φωτογραφία|fotoğraf|görsel|صورة|تصوير|צילום|写真|撮影|\
     画像|摄影|攝影|图|图片|圖|사진|그림|ภาพ|ảnh";

const BY: &str = "photo ©|image ©|foto ©|bild ©|photos by|photo by|photographs by|photograph by|photography by|photographed by|photo illustration by|images by|image by|picture by|\
     pictures by|pic by|illustrations by|illustration by|illustrated by|drawing by|painting by|artwork by|graphic by|graphics by|\
     designed by|design by|icon made by|icon by|svg by|created by|screenshot by|image generated by|image generated with|\
     image created by|image created with|shot by|photo taken by|image designed by|aufgenommen von|fotografiert von|foto por|imagen por|\
     imagem por|photo par|photographie par|image par|illustration par|foto door|beeld door|fot.|zdjęcie autorstwa";

const OF: &str = "foto von|fotos von|bild von|bilder von|grafik von|illustration von|photo de|photos de|photographie de|image de|images de|foto de|\
     fotos de|fotografía de|fotografia de|imagen de|imagem de|foto do|foto da|imagem do|imagem da|foto di|fotografia di|immagine di|\
     foto van|beeld van|foto af|billede af|foto av|bild av|bilde av|zdjęcie|foto od|foto|photo|фото|by|par|von|por|di|av";
