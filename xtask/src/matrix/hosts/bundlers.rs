//! An import map and bundlers, without a framework.

use super::{
    BUILD, Host, PLAIN,
    Serving::{Files, Server},
    documented,
};

const COPIED: &str = "after `cp node_modules/backmatter/*.wasm dist`";

const VITE_8: Host =
    Host { name: "vite-8", title: "Vite 8, build", packages: &["vite@8"], build: &[&["vite", "build"]], ..PLAIN };

const VITE_7: Host =
    Host { name: "vite-7", title: "Vite 7, build", packages: &["vite@7"], build: &[&["vite", "build"]], ..PLAIN };

const PARCEL: Host = Host {
    name: "parcel",
    title: "Parcel 2",
    packages: &["parcel@2"],
    build: &[&["parcel", "build", "index.html"]],
    ..PLAIN
};

pub const HOSTS: [Host; 14] = [
    Host {
        name: "import-map",
        title: "Import map, no bundler",
        folders: &["import-map"],
        serving: Files("."),
        ..PLAIN
    },
    VITE_8,
    Host {
        name: "vite-8-dev",
        title: "Vite 8, development",
        build: &[],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        ..VITE_8
    },
    VITE_7,
    Host {
        name: "vite-7-dev",
        title: "Vite 7, development",
        build: &[],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        ..VITE_7
    },
    Host {
        name: "webpack",
        title: "webpack 5",
        folders: &["plain", "built"],
        packages: &["webpack@5", "webpack-cli", "css-loader", "style-loader", "shx"],
        build: &[&["webpack"], &["shx", "cp", "built.html", "dist/index.html"]],
        ..PLAIN
    },
    Host {
        name: "webpack-dev",
        title: "webpack 5, development",
        folders: &["plain", "webpack-dev"],
        packages: &[
            "webpack@5",
            "webpack-dev-server",
            "webpack-cli",
            "css-loader",
            "style-loader",
            "html-webpack-plugin",
        ],
        serving: Server(&["webpack", "serve", "--port", "PORT"]),
        ..PLAIN
    },
    Host {
        name: "rspack",
        title: "Rspack",
        folders: &["plain", "built"],
        packages: &["@rspack/core", "@rspack/cli", "css-loader", "style-loader", "shx"],
        build: &[
            &["rspack", "build", "--config", "webpack.config.js"],
            &["shx", "cp", "built.html", "dist/index.html"],
        ],
        ..PLAIN
    },
    Host {
        name: "rollup",
        title: "Rollup",
        folders: &["plain", "built"],
        packages: &["rollup", "@rollup/plugin-node-resolve", "shx"],
        build: &[
            &["rollup", "src/main.js", "--dir", "dist", "--format", "es", "--plugin", "node-resolve"],
            &["shx", "cp", "node_modules/backmatter/*.wasm", "dist"],
            &["shx", "cp", "built.html", "dist/index.html"],
        ],
        needs: COPIED,
        ..PLAIN
    },
    Host {
        name: "rollup-assets",
        title: "Rollup with import-meta-assets",
        folders: &["plain", "built"],
        packages: &["rollup", "@rollup/plugin-node-resolve", "@web/rollup-plugin-import-meta-assets", "shx"],
        build: &[
            &[
                "rollup",
                "src/main.js",
                "--dir",
                "dist",
                "--format",
                "es",
                "--plugin",
                "node-resolve",
                "--plugin",
                "@web/rollup-plugin-import-meta-assets",
            ],
            &["shx", "cp", "built.html", "dist/index.html"],
        ],
        ..PLAIN
    },
    Host {
        name: "esbuild",
        title: "esbuild",
        folders: &["plain", "built"],
        documented: &[documented("bundlers.md", "Where the wasm files go", &["build.sh", ""])],
        packages: &["esbuild", "shx"],
        build: &[BUILD, &["shx", "cp", "built.html", "dist/index.html"]],
        needs: COPIED,
        ..PLAIN
    },
    Host {
        name: "bun",
        title: "Bun",
        folders: &["plain", "built"],
        packages: &["bun", "shx"],
        build: &[
            &["bun", "build", "src/main.js", "--outdir", "dist"],
            &["shx", "cp", "node_modules/backmatter/*.wasm", "dist"],
            &["shx", "cp", "built.html", "dist/index.html"],
        ],
        needs: COPIED,
        ..PLAIN
    },
    PARCEL,
    Host {
        name: "parcel-dev",
        title: "Parcel 2, development",
        build: &[],
        serving: Server(&["parcel", "index.html", "--port", "PORT"]),
        ..PARCEL
    },
];
