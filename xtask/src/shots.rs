//! `cargo xtask shots`: pictures of every demo, in three engines.

use crate::{
    command::{Outcome, command, run},
    pkg, root, tools,
};

/// Takes the pictures; only of demos whose name contains `part`.
pub fn shots(part: &str) -> Outcome {
    tools::wasm_bindgen()?;
    tools::npm()?;
    tools::trunk()?;
    pkg::pkg(&root().join("pkg"))?;
    run(&mut command("trunk", &["build"]))?;
    let engines = [("chromium", tools::chromium()?), ("firefox", tools::firefox()?), ("webkit", tools::webkit()?)];
    for (engine, _) in engines.iter().filter(|(_, is_here)| *is_here) {
        println!("\n● Pictures in {engine}: into target/shots/{engine}");
        let mut cargo = command("cargo", &["test", "--features", "e2e", "--test", "e2e", "--", "--ignored", "shots"]);
        run(cargo.env("BACKMATTER_ENGINE", engine).env("BACKMATTER_SHOTS", part))?;
    }
    Ok(())
}
