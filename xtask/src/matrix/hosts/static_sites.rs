//! Generators of static sites: the recipes of `docs/static-sites.md`.

use super::{Host, PLAIN, Serving::Site};
use crate::matrix::documented::Documented;

/// The snippets under a heading of `docs/static-sites.md`.
const fn site(heading: &'static str, files: &'static [&'static str]) -> Documented {
    Documented { page: "static-sites.md", heading, files }
}

pub const HOSTS: [Host; 3] = [
    Host {
        name: "eleventy",
        title: "Eleventy 3",
        folders: &["eleventy"],
        documented: Some(site("Eleventy", &["documented.config.mjs", "src/_includes/post.njk"])),
        packages: &["@11ty/eleventy@3"],
        build: &[&["eleventy"]],
        serving: Site("dist"),
        ..PLAIN
    },
    Host {
        name: "hugo",
        title: "Hugo",
        folders: &["hugo"],
        documented: Some(site("Hugo", &["layouts/partials/post.html", ""])),
        build: &[
            &["mkdir", "-p", "static"],
            &["cp", "-r", "node_modules/backmatter", "static"],
            &["hugo", "--quiet"],
            &["backmatter", "fill", "dist"],
        ],
        serving: Site("dist"),
        ..PLAIN
    },
    Host {
        name: "jekyll",
        title: "Jekyll",
        folders: &["jekyll"],
        documented: Some(site("Jekyll", &["_includes/post.html", ""])),
        build: &[
            &["jekyll", "build", "--quiet"],
            &["cp", "-r", "node_modules/backmatter", "dist"],
            &["backmatter", "fill", "dist"],
        ],
        serving: Site("dist"),
        ..PLAIN
    },
];
