//! Character references → characters, once: `&amp;#8211;` becomes `&#8211;` and stays so.

/// The names that content systems write into plain texts.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("bull", '•'),
    ("trade", '™'),
    ("euro", '€'),
];
/// The names of the characters from U+00A0 to U+00FF, in their order (HTML 4, section 24.2.1).
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
                       micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring \
                       AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
                       times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
                       egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash \
                       ugrave uacute ucirc uuml yacute thorn yuml";

fn named(name: &str) -> Option<char> {
    let other = NAMED.iter().find(|(known, _)| *known == name).map(|(_, char)| *char);
    let latin = || LATIN_1.split(' ').zip('\u{A0}'..='\u{FF}').find(|(known, _)| *known == name).map(|(_, char)| char);
    other.or_else(latin)
}

/// Characters between `&` and `;`.
const LONGEST: usize = 10;

/// The text with its references decoded. `None` where it has none.
pub fn decoded(text: &str) -> Option<String> {
    if !text.bytes().any(|byte| byte == b'&') {
        return None;
    }
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        if let Some((char, tail)) = reference(after) {
            out.push(char);
            rest = tail;
            found = true;
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    found.then_some(out)
}

/// The character of the reference that `text` begins with behind its `&`, and what follows.
fn reference(text: &str) -> Option<(char, &str)> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let (name, tail) = (text.get(..end)?, text.get(end + 1..)?);
    let char = match name.strip_prefix('#') {
        None => named(name)?,
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = u32::from_str_radix(hex.unwrap_or(number), if hex.is_some() { 16 } else { 10 }).ok()?;
            char::from_u32(code).filter(|char| *char != '\0')?
        }
    };
    Some((char, tail))
}
