//! Short names for what wasm and glue call each other: the generated ones hold a hash each, which does not compress.

use walrus::Module;

/// Renames what `glue` gives and takes, in both; names that our own JavaScript uses stay.
pub fn shorten(wasm: &mut Module, glue: &str) -> String {
    let mut glue = glue.to_string();
    let mut count = 0;
    let mut renamed = |name: &mut String| {
        if !is_generated(name) {
            return;
        }
        let short = format!("${}", radix_36(count));
        count += 1;
        glue = replace_word(&glue, name, &short);
        *name = short;
    };
    for import in wasm.imports.iter_mut() {
        renamed(&mut import.name);
    }
    for export in wasm.exports.iter_mut() {
        renamed(&mut export.name);
    }
    for (number, module) in modules(wasm).iter().enumerate() {
        for import in wasm.imports.iter_mut().filter(|import| import.module == *module) {
            import.module = format!("${number}");
        }
        // As a key of the import object; as the path of an import it stays.
        glue = glue.replace(&format!("\"{module}\": "), &format!("\"${number}\": "));
    }
    glue
}

fn modules(wasm: &Module) -> Vec<String> {
    let mut found: Vec<_> = wasm.imports.iter().map(|import| import.module.clone()).collect();
    found.sort();
    found.dedup();
    found
}

fn is_generated(name: &str) -> bool {
    name.contains("__")
}

fn radix_36(number: usize) -> String {
    let digit = |value: usize| char::from_digit((value % 36) as u32, 36).unwrap_or('0');
    if number < 36 { digit(number).to_string() } else { radix_36(number / 36) + &digit(number).to_string() }
}

/// Replaces `word` where no letter, digit, `_` or `$` stands beside it.
fn replace_word(text: &str, word: &str, by: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(word) {
        let (before, found) = rest.split_at(at);
        let after = &found[word.len()..];
        let whole = !before.ends_with(is_part) && !after.starts_with(is_part);
        out += before;
        out += if whole { by } else { word };
        rest = after;
    }
    out + rest
}
