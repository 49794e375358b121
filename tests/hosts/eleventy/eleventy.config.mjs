import { fill } from "backmatter/render";

export default function (config) {
  // JSON in a script element: `<` would end it.
  config.addFilter("json", (value) => JSON.stringify(value ?? null).replaceAll("<", "\\u003c"));
  config.addTransform("backmatter", async function (content) {
    return this.page.outputPath?.endsWith(".html") ? (await fill(content)).html : content;
  });
  config.addPassthroughCopy({ "node_modules/backmatter": "backmatter", "public": "/" });
  return { dir: { input: "src", output: "dist" } };
}
