// Writes the stylesheet that the address names, as in `sheet.html?bulma`, and shows a post; without a post: `sheet.html?bulma#host`.

const TOOLS = "/target/tools";
const npm = (file, layer = "") => `@import url("${TOOLS}/node_modules/${file}")${layer};`;
const wordpress = (file) => `@import url("${TOOLS}/package/build-style/${file}.css");`;

const SHEETS = {
  none: "",
  bootstrap: npm("bootstrap/dist/css/bootstrap.min.css"),
  bulma: npm("bulma/css/bulma.min.css"),
  foundation: npm("foundation-sites/dist/css/foundation.min.css"),
  normalize: npm("normalize.css/normalize.css"),
  pico: npm("@picocss/pico/css/pico.min.css"),
  "tailwind-layered": npm("tailwindcss/preflight.css", " layer(base)"),
  "tailwind-unlayered": npm("tailwindcss/preflight.css"),
  water: npm("water.css/out/water.css"),
  "wordpress-classic": wordpress("style") + wordpress("theme") + wordpress("classic") + '@import url("classic.css");',
  "all-unset": "* { all: unset }",
  "floating-items": "li { float: left }",
  "wide-images": "img { width: 100% !important }",
  "small-root": "html { font-size: 62.5% } body { font-size: 1.6rem }",
  "open-dialogs": "dialog { display: block }",
};

const wanted = location.search.slice(1);
document.head.append(Object.assign(document.createElement("style"), { textContent: SHEETS[wanted] }));

/** Shows a post whose JSON stands in the page. */
window.showPost = async () => {
  const [json] = await Promise.all([fetch("../fixtures/full.json"), import("../../pkg/embed.js")]);
  const child = Object.assign(document.createElement("script"), { type: "application/json", textContent: await json.text() });
  const post = document.createElement("backmatter-post");
  post.setAttribute("base-url", "/tests/fixtures/");
  post.setAttribute("meta-open", "");
  post.append(child);
  document.getElementById("place").append(post);
  return post;
};
window.sheets = Object.keys(SHEETS);
if (!location.hash) window.showPost();
