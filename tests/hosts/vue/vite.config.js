import vue from "@vitejs/plugin-vue";

// Names with a hyphen are elements of the browser.
export default { plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("backmatter-") } } })] };
