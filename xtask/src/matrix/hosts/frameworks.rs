//! Frameworks in the page.

use super::{Host, PLAIN, Serving::Server, framework};

const REACT: Host = Host {
    name: "react",
    title: "React 19 (Vite 8, StrictMode)",
    folders: &["tsx", "react"],
    documented: &[framework("React 19", &["src/Note.tsx", "src/Mounted.tsx"])],
    packages: &["react@19", "vite@8", "react-dom@19", "@types/react@19", "@types/react-dom@19", "typescript@5"],
    build: &[&["tsc"], &["vite", "build"]],
    ..PLAIN
};

const VUE: Host = Host {
    name: "vue",
    title: "Vue 3 (Vite 8)",
    folders: &["ts", "vue"],
    documented: &[framework("Vue 3", &["src/Note.vue", "src/documented.ts", "vite.config.js"])],
    packages: &["vue@3", "vite@8", "@vitejs/plugin-vue", "vue-tsc@3", "typescript@5"],
    build: &[&["vue-tsc"], &["vite", "build"]],
    ..PLAIN
};

const SVELTE: Host = Host {
    name: "svelte",
    title: "Svelte 5 (Vite 7)",
    folders: &["ts", "svelte"],
    documented: &[framework("Svelte 5", &["src/Note.svelte", "src/documented.ts"])],
    packages: &["svelte@5", "vite@7", "@sveltejs/vite-plugin-svelte@6", "svelte-check@4", "typescript@5"],
    build: &[&["svelte-check", "--tsconfig", "./tsconfig.json"], &["vite", "build"]],
    ..PLAIN
};

const ANGULAR: Host = Host {
    name: "angular",
    title: "Angular 21",
    folders: &["angular"],
    documented: &[framework("Angular", &["src/note.ts", ""])],
    packages: &[
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
    ],
    build: &[&["ng", "build"]],
    needs: "with the wasm files as `assets`",
    ..PLAIN
};

pub const HOSTS: [Host; 10] = [
    REACT,
    Host {
        name: "react-dev",
        title: "React 19 (Vite 8, development)",
        folders: &["tsx", "react", "react-dev"],
        packages: &["react@19", "vite@8", "react-dom@19", "@vitejs/plugin-react"],
        edited: "src/Note.tsx",
        build: &[],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        ..REACT
    },
    VUE,
    Host {
        name: "vue-dev",
        title: "Vue 3 (Vite 8, development)",
        edited: "src/Note.vue",
        build: &[],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        ..VUE
    },
    SVELTE,
    Host {
        name: "svelte-dev",
        title: "Svelte 5 (Vite 7, development)",
        edited: "src/Note.svelte",
        build: &[],
        serving: Server(&["vite", "--port", "PORT", "--strictPort"]),
        ..SVELTE
    },
    Host {
        name: "solid",
        title: "Solid (Vite 7)",
        folders: &["tsx", "solid"],
        documented: &[framework("Solid", &["src/Note.tsx"])],
        packages: &["solid-js@1", "vite@7", "vite-plugin-solid", "typescript@5"],
        build: &[&["tsc"], &["vite", "build"]],
        ..PLAIN
    },
    Host {
        name: "preact",
        title: "Preact 10 (Vite 8)",
        folders: &["tsx", "preact"],
        documented: &[framework("Preact", &["src/Note.tsx"])],
        packages: &["preact@10", "vite@8", "typescript@5"],
        build: &[&["tsc"], &["vite", "build"]],
        ..PLAIN
    },
    ANGULAR,
    Host {
        name: "angular-dev",
        title: "Angular 21, development",
        build: &[],
        serving: Server(&["ng", "serve", "--port", "PORT"]),
        ..ANGULAR
    },
];
