// Before Vite 8, the development server breaks `new URL` in a dependency that it pre-bundles, so this one is excluded.
export default { optimizeDeps: { exclude: ["backmatter"] } };
