//! What the generated glue holds and the package does not need.

use crate::command::Outcome;

/// The glue without its ways to load wasm (`runtime.js` has one) and without what browsers lacked before 2020.
///
/// # Errors
/// A sentence where the glue is not as expected: another version of the generator.
pub fn trimmed(glue: &str) -> Outcome<String> {
    let exports = swapped(
        glue,
        "export { initSync, __wbg_init as default };",
        "export { __wbg_get_imports as imports, __wbg_finalize_init as finish };",
    )?;
    let (before, rest) =
        exports.split_once("if (!('encodeInto' in cachedTextEncoder)) {").ok_or("the glue has no encodeInto")?;
    let (_, after) = rest.split_once("\n}\n").ok_or("the glue has no end of encodeInto")?;
    let glue = swapped(&[before, after].concat(), &[DETACHED, OTHER, ")"].concat(), OTHER)?;
    with_fast_texts(&without_catches(&glue)?)
}

fn swapped(glue: &str, before: &str, after: &str) -> Outcome<String> {
    if glue.contains(before) { Ok(glue.replace(before, after)) } else { Err(format!("the glue has no {before}")) }
}

/// Without what frees arguments when the next one cannot be passed: then the instance is given up.
fn without_catches(glue: &str) -> Outcome<String> {
    const BEGIN: &str = "let ptr0, len0, ptr1, len1;\n";
    let mut parts = glue.split(BEGIN);
    let mut kept = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (inside, after) = caught(part).ok_or("the glue frees arguments in another way")?;
        kept.extend([BEGIN, inside, after]);
    }
    Ok(kept)
}

/// What the first `try` of a text holds, and what stands behind its `catch`.
fn caught(part: &str) -> Option<(&str, &str)> {
    let (inside, rest) = part.split_once("try {")?.1.split_once("} catch (e) {")?;
    Some((inside, rest.split_once("throw e;")?.1.split_once('}')?.1))
}

/// How the glue asks whether the memory has grown, and what comes before it where browsers say so: a buffer that is detached is
/// another one.
const OTHER: &str = "cachedDataViewMemory0.buffer !== wasm.memory.buffer";
const DETACHED: &str =
    "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && ";

/// How a text goes into the wasm: all of it at once. The generated way looks at every character first, which takes twenty times as
/// long for one that is nothing but ASCII.
const PASS_TEXT: &str = "function passStringToWasm0(arg, malloc, realloc) {
    let length = arg.length, place = malloc(length, 1) >>> 0;
    const encode = (text, from, to) => cachedTextEncoder.encodeInto(text, getUint8ArrayMemory0().subarray(place + from, place + to));
    let { read, written } = encode(arg, 0, length);
    if (read < length) {
        const whole = written + 3 * (length - read);
        place = realloc(place, length, whole, 1) >>> 0;
        written += encode(arg.slice(read), written, whole).written;
        place = realloc(place, whole, written, 1) >>> 0;
    }
    WASM_VECTOR_LEN = written;
    return place;
}
";

fn with_fast_texts(glue: &str) -> Outcome<String> {
    let (before, rest) = glue.split_once("function passStringToWasm0(").ok_or("the glue passes no texts")?;
    let (_, after) = rest.split_once("\n}\n").ok_or("the glue has no end of passStringToWasm0")?;
    Ok([before, PASS_TEXT, after].concat())
}
