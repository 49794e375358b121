//! What the generated glue holds and the package does not need.

use crate::command::Outcome;

/// The glue without its ways to load wasm (`runtime.js` has one) and without what browsers lacked before 2020.
///
/// # Errors
/// A sentence where the glue is not as expected: another version of the generator.
pub fn trimmed(glue: &str) -> Outcome<String> {
    let exports = glue.replace(
        "export { initSync, __wbg_init as default };",
        "export { __wbg_get_imports as imports, __wbg_finalize_init as finish };",
    );
    let (before, rest) =
        exports.split_once("if (!('encodeInto' in cachedTextEncoder)) {").ok_or("the glue has no encodeInto")?;
    let (_, after) = rest.split_once("\n}\n").ok_or("the glue has no end of encodeInto")?;
    if exports == glue { Err("the glue exports no init".into()) } else { Ok([before, after].concat()) }
}
