//! `cargo xtask shots`: pictures of every demo, in three engines, and a page with all of them.

use crate::{
    command::{Outcome, command, run, write},
    pkg, root, tools,
};
use std::{collections::BTreeMap, fs};

const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Takes the pictures; only of demos whose name contains `part`.
pub fn shots(part: &str) -> Outcome {
    tools::wasm_bindgen()?;
    tools::npm()?;
    tools::trunk()?;
    pkg::pkg(&root().join("pkg"))?;
    run(&mut command("trunk", &["build"]))?;
    let are_here = [tools::chromium()?, tools::firefox()?, tools::webkit()?];
    for (engine, _) in ENGINES.iter().zip(are_here).filter(|(_, is_here)| *is_here) {
        println!("\n● Pictures in {engine}: into target/shots/{engine}");
        let mut cargo = command("cargo", &["test", "--features", "e2e", "--test", "e2e", "--", "--ignored", "shots"]);
        run(cargo.env("BACKMATTER_ENGINE", engine).env("BACKMATTER_SHOTS", part))?;
    }
    contact_sheet()
}

/// Writes `target/shots/index.html`: a row for each picture's name, a column for each engine.
fn contact_sheet() -> Outcome {
    let mut names: BTreeMap<String, [bool; 3]> = BTreeMap::new();
    for (column, engine) in ENGINES.iter().enumerate() {
        let Ok(files) = fs::read_dir(root().join("target/shots").join(engine)) else { continue };
        for file in files.flatten() {
            let are_here = names.entry(file.file_name().to_string_lossy().into_owned()).or_default();
            are_here.iter_mut().skip(column).take(1).for_each(|is_here| *is_here = true);
        }
    }
    let mut rows = String::new();
    for (name, are_here) in names {
        rows += &["<tr><th>", name.trim_end_matches(".png")].concat();
        for (engine, is_here) in ENGINES.iter().zip(are_here) {
            let picture = format!("<a href={engine}/{name}><img loading=lazy src={engine}/{name} alt></a>");
            rows += &["<td>", if is_here { &picture } else { "–" }].concat();
        }
    }
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>Pictures</title><style>body{{font:14px sans-serif}}img{{inline-size:22vw}}\
         :is(td,th){{vertical-align:top;text-align:start;padding:.5em}}</style><table><tr><th>picture<th>{}{rows}</table>\n",
        ENGINES.join("<th>")
    );
    let file = root().join("target/shots/index.html");
    write(&file, page)?;
    println!("\n{}", file.display());
    Ok(())
}
