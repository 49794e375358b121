// What ranks candidates: the program `related`. It is loaded for a post that has some.

export { default as init } from "#related";
export * from "#related";
