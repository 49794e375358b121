//! `cargo xtask serve`: the tools, then `trunk serve`. Optimised: a library of 10,000 posts opens in 5 seconds, not in 30.
//! `trunk serve` alone builds again faster after a change.

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
    println!("\n● The page will be at http://127.0.0.1:8080/ (first build: about 5 minutes)");
    run(command("trunk", &["serve", "--release", "--address", "127.0.0.1"]).args(arguments))
}
