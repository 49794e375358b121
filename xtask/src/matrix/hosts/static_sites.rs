//! Generators of static sites: the recipes of `docs/static-sites.md`.

use super::{BUILD, Host, PLAIN, Serving::Site, documented};
use crate::matrix::documented::Documented;

/// The snippets under a heading of `docs/static-sites.md`.
const fn site(heading: &'static str, files: &'static [&'static str]) -> Documented {
    documented("static-sites.md", heading, files)
}

pub const HOSTS: [Host; 3] = [
    Host {
        name: "eleventy",
        title: "Eleventy 3",
        folders: &["eleventy"],
        documented: &[site("Eleventy", &["documented.config.mjs", "src/_includes/post.njk"])],
        packages: &["@11ty/eleventy@3"],
        build: &[&["eleventy"]],
        serving: Site("dist"),
        ..PLAIN
    },
    Host {
        name: "hugo",
        title: "Hugo",
        folders: &["hugo"],
        documented: &[site("Hugo", &["layouts/partials/post.html", "build.sh"])],
        build: &[BUILD],
        serving: Site("public"),
        ..PLAIN
    },
    Host {
        name: "jekyll",
        title: "Jekyll",
        folders: &["jekyll"],
        documented: &[site("Jekyll", &["_includes/post.html", "build.sh"])],
        build: &[BUILD],
        serving: Site("_site"),
        ..PLAIN
    },
];
