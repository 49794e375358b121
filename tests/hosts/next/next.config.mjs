// On the server the package finds its wasm beside itself, so it is left as it is.
export default { output: "export", serverExternalPackages: ["backmatter"] };
