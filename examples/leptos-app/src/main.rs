//! Three builds of one application: `csr` draws it in the page, `ssr` writes the HTML, `hydrate` hydrates that HTML.

mod app;

use app::App;
use leptos::prelude::*;

#[cfg(feature = "csr")]
fn main() {
    mount_to_body(App);
}

#[cfg(feature = "hydrate")]
fn main() {
    hydrate_body(App);
}

/// Writes the page to standard output. A server answers with it.
#[cfg(feature = "ssr")]
fn main() {
    let owner = Owner::new();
    let body = owner.with(|| view! { <App /> }.to_html());
    println!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A post in a Leptos application</title>\
         <script type=\"module\">import init from \"./leptos-app.js\"; init();</script></head><body>{body}</body></html>"
    );
}

#[cfg(not(any(feature = "csr", feature = "hydrate", feature = "ssr")))]
fn main() {
    compile_error!("choose one of the features csr, hydrate and ssr");
}
