//! Programs without a page, and the checks of the package.

use super::{BUILD, Host, PLAIN, Serving::Nothing, documented};

pub const HOSTS: [Host; 5] = [
    Host {
        name: "node",
        title: "Node",
        folders: &["node"],
        build: &[&["node", "test.mjs"], &["node", "agree.mjs"], &["node", "snippets.mjs"]],
        serving: Nothing,
        ..PLAIN
    },
    Host {
        name: "deno",
        title: "Deno 2",
        folders: &["node"],
        packages: &["deno"],
        build: &[&["deno", "run", "--allow-all", "--node-modules-dir=manual", "agree.mjs"]],
        serving: Nothing,
        ..PLAIN
    },
    Host {
        name: "lint",
        title: "publint, are-the-types-wrong",
        packages: &["publint", "@arethetypeswrong/cli"],
        build: &[
            &["publint", "run", "node_modules/backmatter", "--strict"],
            &["attw", "--pack", "node_modules/backmatter", "--profile", "esm-only"],
        ],
        serving: Nothing,
        ..PLAIN
    },
    Host {
        name: "shell",
        title: "Commands of the docs, in a shell",
        folders: &["shell"],
        documented: &[
            documented("README.md", "Install", &["", "pack.sh", ""]),
            documented("bundlers.md", "Bundlers", &["install.sh", ""]),
            documented("bundlers.md", "Without a bundler", &["pack.sh", "", "", "", ""]),
            documented("formats.md", "On the command line", &["normalize.sh"]),
            documented("rendering-ahead.md", "On the command line", &["render.sh"]),
            documented("similar-posts.md", "A whole site", &["index.sh", "", ""]),
            documented("static-sites.md", "`fill`", &["fill.sh", ""]),
        ],
        build: &[&["sh", "-e", "run.sh"], &["node", "test.mjs"]],
        serving: Nothing,
        ..PLAIN
    },
    Host {
        name: "workerd",
        title: "Cloudflare Workers (workerd)",
        folders: &["workerd"],
        packages: &["miniflare@4.20251118.0", "esbuild"],
        documented: &[documented("rendering-ahead.md", "In Cloudflare Workers", &["src/worker.js", "build.sh"])],
        build: &[
            BUILD,
            &[
                "esbuild",
                "src/normalize.js",
                "--bundle",
                "--format=esm",
                "--conditions=workerd",
                "--external:*.wasm",
                "--outfile=normalize.js",
            ],
            &["node", "test.mjs"],
        ],
        serving: Nothing,
        ..PLAIN
    },
];
