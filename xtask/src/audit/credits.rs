//! `cargo xtask audit --credits FILE`: credit lines whose correct reading is known. A line of the file has seven
//! columns, separated by tabs: the line, its kind (`credit`, `caption`, `mixed`), its caption part, the title, the
//! creator, the source, the licence.

use super::TOOLS;
use crate::command::{Outcome, read};
use backmatter::{
    Options,
    context::Context,
    credits::credit_in_caption,
    model::{Credit, Span, plain_text},
};
use std::{collections::BTreeMap, path::Path};

/// Reads every line as a caption, and prints what is wrong and how many are right.
pub fn credits(file: &str) -> Outcome {
    let options = Options::default();
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for line in read(Path::new(file))?.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [given, kind, caption, wanted @ ..] = columns.as_slice() else { continue };
        let context = Context::new(&options, &TOOLS, Vec::new());
        let found = credit_in_caption(&[Span::plain(*given)], &context);
        let (found_kind, rest, credit) = match &found {
            None => ("caption", (*given).to_string(), Credit::default()),
            Some((rest, credit)) if rest.is_empty() => ("credit", String::new(), credit.clone()),
            Some((rest, credit)) => ("mixed", plain_text(rest), credit.clone()),
        };
        let says = [&credit.title, &credit.creator, &credit.source, &credit.license].map(String::as_str);
        let is_right = found_kind == *kind && (*kind != "mixed" || rest == *caption);
        // A copyright claim is kept as a notice.
        let is_exact = is_right && (says == wanted || !credit.notice.is_empty() || *kind == "caption");
        let count = counts.entry((*kind).to_string()).or_default();
        count.0 += 1;
        count.1 += usize::from(is_exact);
        if !is_exact {
            println!("{kind} → {found_kind}: {given}\n        {rest} | {says:?}, wanted {wanted:?}");
        }
    }
    for (kind, (all, right)) in counts {
        println!("{kind:>8} {right:>5} of {all}");
    }
    Ok(())
}
