// Before Vite 8 the development server loses what a dependency loads by `new URL`, unless it leaves it as it is.
export default { optimizeDeps: { exclude: ["backmatter"] } };
