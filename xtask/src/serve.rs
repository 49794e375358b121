//! `cargo xtask serve`: the tools, then `trunk serve`.

use crate::{
    command::{Outcome, command, run},
    tools,
};

/// Builds and serves the page of `index.html`; arguments go on to Trunk.
pub fn serve(arguments: &[&str]) -> Outcome {
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    tools::npm()?;
    tools::trunk()?;
    println!("\n● The page will be at http://127.0.0.1:8080/ (first build: about 3 minutes)");
    run(command("trunk", &["serve", "--address", "127.0.0.1"]).args(arguments))
}
