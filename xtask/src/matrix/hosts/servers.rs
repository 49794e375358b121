//! Programs without a page, and the checks of the package.

use super::{Host, PLAIN, Serving::Nothing};

pub const HOSTS: [Host; 4] = [
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
        name: "workerd",
        title: "Cloudflare Workers (workerd)",
        folders: &["workerd"],
        packages: &["miniflare@4.20251118.0", "esbuild"],
        build: &[
            &[
                "esbuild",
                "src/worker.js",
                "--bundle",
                "--format=esm",
                "--conditions=workerd",
                "--external:*.wasm",
                "--outfile=worker.js",
                "--log-level=warning",
            ],
            &["node", "test.mjs"],
        ],
        serving: Nothing,
        ..PLAIN
    },
];
