//! Frameworks with a server of their own.

use super::{
    Host, PLAIN,
    Serving::{Files, Server},
    framework,
};

const EXTERNAL: &str = "with `serverExternalPackages: [\"backmatter\"]` where `backmatter/render` is used";

const SERVER_REACT: &str = "Next 16 and React Router 7";

const REACT_ROUTER: Host = Host {
    name: "react-router",
    title: "React Router 7",
    folders: &["server-react", "react-router"],
    source: "app",
    documented: &[framework(SERVER_REACT, &["app/note.jsx", "", ""])],
    packages: &[
        "react-router@7",
        "react@19",
        "react-dom@19",
        "@react-router/dev@7",
        "@react-router/node@7",
        "@react-router/serve@7",
        "vite@7",
        "isbot@5",
    ],
    build: &[&["react-router", "build"]],
    serving: Server(&["react-router-serve", "build/server/index.js"]),
    ..PLAIN
};

const NEXT: Host = Host {
    name: "next-turbopack",
    title: "Next 16 (Turbopack)",
    folders: &["server-react", "next"],
    source: "app",
    documented: &[framework(SERVER_REACT, &["app/note.jsx", "app/documented.jsx", "documented.config.mjs"])],
    packages: &["next@16", "react@19", "react-dom@19"],
    build: &[&["next", "build"]],
    serving: Files("out"),
    needs: EXTERNAL,
    ..PLAIN
};

const ASTRO: Host = Host {
    name: "astro",
    title: "Astro 5",
    folders: &["astro"],
    documented: &[framework("Astro", &["src/pages/documented.astro"])],
    packages: &["astro@5"],
    build: &[&["astro", "build"]],
    ..PLAIN
};

const SVELTEKIT: Host = Host {
    name: "sveltekit",
    title: "SvelteKit 2",
    folders: &["sveltekit"],
    documented: &[framework("SvelteKit", &["src/routes/+page.svelte", "src/routes/+page.server.js"])],
    packages: &["@sveltejs/kit@2", "svelte@5", "vite@7", "@sveltejs/vite-plugin-svelte@6", "@sveltejs/adapter-static"],
    build: &[&["vite", "build"]],
    ..PLAIN
};

const NUXT: Host = Host {
    name: "nuxt",
    title: "Nuxt 4",
    folders: &["nuxt"],
    source: "app",
    documented: &[framework("Nuxt 4", &["app/Documented.vue", "documented.config.ts"])],
    packages: &["nuxt@4.2", "vue@3"],
    build: &[&["nuxt", "build"]],
    serving: Server(&["node", ".output/server/index.mjs"]),
    ..PLAIN
};

pub const HOSTS: [Host; 11] = [
    NEXT,
    Host { name: "next-webpack", title: "Next 16 (webpack)", build: &[&["next", "build", "--webpack"]], ..NEXT },
    Host {
        name: "next-dev",
        title: "Next 16, development",
        build: &[],
        serving: Server(&["next", "dev", "--port", "PORT"]),
        ..NEXT
    },
    REACT_ROUTER,
    Host {
        name: "react-router-dev",
        title: "React Router 7, development",
        build: &[],
        serving: Server(&["react-router", "dev", "--port", "PORT"]),
        ..REACT_ROUTER
    },
    ASTRO,
    Host {
        name: "astro-dev",
        title: "Astro 5, development",
        build: &[],
        serving: Server(&["astro", "dev", "--port", "PORT"]),
        ..ASTRO
    },
    SVELTEKIT,
    Host {
        name: "sveltekit-dev",
        title: "SvelteKit 2, development",
        build: &[],
        serving: Server(&["vite", "dev", "--port", "PORT", "--strictPort"]),
        ..SVELTEKIT
    },
    NUXT,
    Host {
        name: "nuxt-dev",
        title: "Nuxt 4, development",
        build: &[],
        serving: Server(&["nuxt", "dev", "--port", "PORT"]),
        ..NUXT
    },
];
