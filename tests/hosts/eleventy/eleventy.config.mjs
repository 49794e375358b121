import documented from "./documented.config.mjs";

export default function (config) {
  documented(config);
  config.addPassthroughCopy({ "public": "/" });
  return { dir: { input: "src", output: "dist" } };
}
