//! The applications of the matrix.

use super::documented::Documented;
use Serving::{Files, Nothing, Server, Site};

/// An application in `tests/hosts`.
pub struct Host {
    pub name: &'static str,
    pub title: &'static str,
    /// The folders that its files are copied from.
    pub folders: &'static [&'static str],
    /// The folder of its scripts.
    pub source: &'static str,
    /// Snippets of the documentation that are files of this application.
    pub documented: Option<Documented>,
    /// What npm installs besides the package.
    pub packages: &'static [&'static str],
    /// The programs that build it, one after the other.
    pub build: &'static [&'static [&'static str]],
    pub serving: Serving,
    /// A file that is changed while a development server serves the application: hot reload shows it. Empty for none.
    pub edited: &'static str,
    /// The setting or step that the application needs, in the words of the docs.
    pub needs: &'static str,
}

/// How a built application is served for its test.
pub enum Serving {
    /// Not served: its build step includes its tests.
    Nothing,
    /// The files of a folder.
    Files(&'static str),
    /// The files of a static site, whose posts were rendered ahead.
    Site(&'static str),
    /// A server, started by this command; `PORT` stands for its port.
    Server(&'static [&'static str]),
}

const PLAIN: Host = Host {
    name: "",
    title: "",
    folders: &["plain"],
    source: "src",
    documented: None,
    packages: &[],
    build: &[],
    serving: Files("dist"),
    edited: "",
    needs: "",
};

/// The snippets under a heading of `docs/frameworks.md`.
const fn framework(heading: &'static str, files: &'static [&'static str]) -> Documented {
    Documented { page: "frameworks.md", heading, files }
}

/// The snippets under a heading of `docs/static-sites.md`.
const fn site(heading: &'static str, files: &'static [&'static str]) -> Documented {
    Documented { page: "static-sites.md", heading, files }
}

const COPIED: &str = "after `cp node_modules/backmatter/*.wasm dist`";

const EXTERNAL: &str = "with `serverExternalPackages: [\"backmatter\"]` where `backmatter/render` is used";

const ANGULAR: &[&str] = &[
    "@angular/core@21",
    "@angular/cli@21",
    "@angular/build@21",
    "@angular/common@21",
    "@angular/compiler@21",
    "@angular/compiler-cli@21",
    "@angular/platform-browser@21",
    "rxjs@7",
    "tslib@2",
    "typescript@5.9",
];

pub const HOSTS: [Host; 39] = [
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
        name: "import-map",
        title: "Import map, no bundler",
        folders: &["import-map"],
        serving: Files("."),
        ..PLAIN
    },
    Host { name: "vite-8", title: "Vite 8, build", packages: &["vite@8"], build: &[&["vite", "build"]], ..PLAIN },
    Host {
        name: "vite-8-dev",
        title: "Vite 8, development",
        packages: &["vite@8"],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        ..PLAIN
    },
    Host { name: "vite-7", title: "Vite 7, build", packages: &["vite@7"], build: &[&["vite", "build"]], ..PLAIN },
    Host {
        name: "vite-7-dev",
        title: "Vite 7, development",
        packages: &["vite@7"],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        ..PLAIN
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
        packages: &["esbuild", "shx"],
        build: &[
            &[
                "esbuild",
                "src/main.js",
                "--bundle",
                "--format=esm",
                "--splitting",
                "--outdir=dist",
                "--log-level=warning",
            ],
            &["shx", "cp", "node_modules/backmatter/*.wasm", "dist"],
            &["shx", "cp", "built.html", "dist/index.html"],
        ],
        needs: COPIED,
        ..PLAIN
    },
    Host {
        name: "parcel",
        title: "Parcel 2",
        packages: &["parcel@2"],
        build: &[&["parcel", "build", "index.html"]],
        ..PLAIN
    },
    Host {
        name: "parcel-dev",
        title: "Parcel 2, development",
        packages: &["parcel@2"],
        serving: Server(&["parcel", "index.html", "--port", "PORT"]),
        ..PLAIN
    },
    Host {
        name: "react",
        title: "React 19 (Vite 8, StrictMode)",
        folders: &["react"],
        documented: Some(framework("React 19", &["src/Note.tsx", "src/Mounted.tsx"])),
        packages: &["react@19", "vite@8", "react-dom@19", "@types/react@19", "@types/react-dom@19", "typescript@5"],
        build: &[&["tsc"], &["vite", "build"]],
        ..PLAIN
    },
    Host {
        name: "react-dev",
        title: "React 19 (Vite 8, development)",
        folders: &["react", "react-dev"],
        documented: Some(framework("React 19", &["src/Note.tsx", "src/Mounted.tsx"])),
        packages: &["react@19", "vite@8", "react-dom@19", "@vitejs/plugin-react"],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        edited: "src/Note.tsx",
        ..PLAIN
    },
    Host {
        name: "vue",
        title: "Vue 3 (Vite 8)",
        folders: &["vue"],
        documented: Some(framework("Vue 3", &["src/Note.vue", "src/documented.ts", "vite.config.js"])),
        packages: &["vue@3", "vite@8", "@vitejs/plugin-vue", "vue-tsc@3", "typescript@5"],
        build: &[&["vue-tsc"], &["vite", "build"]],
        ..PLAIN
    },
    Host {
        name: "vue-dev",
        title: "Vue 3 (Vite 8, development)",
        folders: &["vue"],
        documented: Some(framework("Vue 3", &["src/Note.vue", "src/documented.ts", "vite.config.js"])),
        packages: &["vue@3", "vite@8", "@vitejs/plugin-vue"],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        edited: "src/Note.vue",
        ..PLAIN
    },
    Host {
        name: "svelte",
        title: "Svelte 5 (Vite 7)",
        folders: &["svelte"],
        documented: Some(framework("Svelte 5", &["src/Note.svelte", "src/documented.ts"])),
        packages: &["svelte@5", "vite@7", "@sveltejs/vite-plugin-svelte@6", "svelte-check@4", "typescript@5"],
        build: &[&["svelte-check", "--tsconfig", "./tsconfig.json"], &["vite", "build"]],
        ..PLAIN
    },
    Host {
        name: "svelte-dev",
        title: "Svelte 5 (Vite 7, development)",
        folders: &["svelte"],
        documented: Some(framework("Svelte 5", &["src/Note.svelte", "src/documented.ts"])),
        packages: &["svelte@5", "vite@7", "@sveltejs/vite-plugin-svelte@6"],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        edited: "src/Note.svelte",
        ..PLAIN
    },
    Host {
        name: "solid",
        title: "Solid (Vite 7)",
        folders: &["solid"],
        documented: Some(framework("Solid", &["src/Note.tsx"])),
        packages: &["solid-js@1", "vite@7", "vite-plugin-solid", "typescript@5"],
        build: &[&["tsc"], &["vite", "build"]],
        ..PLAIN
    },
    Host {
        name: "preact",
        title: "Preact 10 (Vite 8)",
        folders: &["preact"],
        documented: Some(framework("Preact", &["src/Note.tsx"])),
        packages: &["preact@10", "vite@8", "typescript@5"],
        build: &[&["tsc"], &["vite", "build"]],
        ..PLAIN
    },
    Host {
        name: "angular",
        title: "Angular 21",
        folders: &["angular"],
        documented: Some(framework("Angular", &["src/note.ts", ""])),
        packages: ANGULAR,
        build: &[&["ng", "build"]],
        needs: "with the wasm files as `assets`",
        ..PLAIN
    },
    Host {
        name: "angular-dev",
        title: "Angular 21, development",
        folders: &["angular"],
        documented: Some(framework("Angular", &["src/note.ts", ""])),
        packages: ANGULAR,
        serving: Server(&["ng", "serve", "--port", "PORT"]),
        needs: "with the wasm files as `assets`",
        ..PLAIN
    },
    Host {
        name: "next-turbopack",
        title: "Next 16 (Turbopack)",
        folders: &["next"],
        source: "app",
        documented: Some(framework("Next 16", &["app/note.jsx", "app/documented.jsx", "documented.config.mjs"])),
        packages: &["next@16", "react@19", "react-dom@19"],
        build: &[&["next", "build"]],
        serving: Files("out"),
        needs: EXTERNAL,
        ..PLAIN
    },
    Host {
        name: "next-webpack",
        title: "Next 16 (webpack)",
        folders: &["next"],
        source: "app",
        documented: Some(framework("Next 16", &["app/note.jsx", "app/documented.jsx", "documented.config.mjs"])),
        packages: &["next@16", "react@19", "react-dom@19"],
        build: &[&["next", "build", "--webpack"]],
        serving: Files("out"),
        needs: EXTERNAL,
        ..PLAIN
    },
    Host {
        name: "next-dev",
        title: "Next 16, development",
        folders: &["next"],
        source: "app",
        documented: Some(framework("Next 16", &["app/note.jsx", "app/documented.jsx", "documented.config.mjs"])),
        packages: &["next@16", "react@19", "react-dom@19"],
        serving: Server(&["next", "dev", "--port", "PORT"]),
        needs: EXTERNAL,
        ..PLAIN
    },
    Host {
        name: "astro",
        title: "Astro 5",
        folders: &["astro"],
        documented: Some(framework("Astro", &["src/pages/documented.astro"])),
        packages: &["astro@5"],
        build: &[&["astro", "build"]],
        ..PLAIN
    },
    Host {
        name: "astro-dev",
        title: "Astro 5, development",
        folders: &["astro"],
        documented: Some(framework("Astro", &["src/pages/documented.astro"])),
        packages: &["astro@5"],
        serving: Server(&["astro", "dev", "--port", "PORT"]),
        ..PLAIN
    },
    Host {
        name: "sveltekit",
        title: "SvelteKit 2",
        folders: &["sveltekit"],
        documented: Some(framework("SvelteKit", &["src/routes/+page.svelte", "src/routes/+page.server.js"])),
        packages: &[
            "@sveltejs/kit@2",
            "svelte@5",
            "vite@7",
            "@sveltejs/vite-plugin-svelte@6",
            "@sveltejs/adapter-static",
        ],
        build: &[&["vite", "build"]],
        ..PLAIN
    },
    Host {
        name: "sveltekit-dev",
        title: "SvelteKit 2, development",
        folders: &["sveltekit"],
        documented: Some(framework("SvelteKit", &["src/routes/+page.svelte", "src/routes/+page.server.js"])),
        packages: &[
            "@sveltejs/kit@2",
            "svelte@5",
            "vite@7",
            "@sveltejs/vite-plugin-svelte@6",
            "@sveltejs/adapter-static",
        ],
        serving: Server(&["vite", "dev", "--port", "PORT", "--strictPort"]),
        ..PLAIN
    },
    Host {
        name: "nuxt",
        title: "Nuxt 4",
        folders: &["nuxt"],
        source: "app",
        documented: Some(framework("Nuxt 4", &["app/Documented.vue", "documented.config.ts"])),
        packages: &["nuxt@4.2", "vue@3"],
        build: &[&["nuxt", "build"]],
        serving: Server(&["node", ".output/server/index.mjs"]),
        ..PLAIN
    },
    Host {
        name: "nuxt-dev",
        title: "Nuxt 4, development",
        folders: &["nuxt"],
        source: "app",
        documented: Some(framework("Nuxt 4", &["app/Documented.vue", "documented.config.ts"])),
        packages: &["nuxt@4.2", "vue@3"],
        serving: Server(&["nuxt", "dev", "--port", "PORT"]),
        ..PLAIN
    },
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
