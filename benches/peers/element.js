// By hand: JSON.parse and createElement.

import { date, digest, label, lists, number, prepare, ratio, WORDS } from "./words.js";

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) name === "class" ? (element.className = attributes[name]) : element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}

const of = (tag, name, ...children) => make(tag, { class: name }, ...children);

export function mount(place, text) {
  const update = (text) => place.replaceChildren(article(prepare(text)));
  update(text);
  return { update, unmount: () => place.replaceChildren() };
}

const article = (post) => make("article", { class: "bm-post", "data-bm-root": "", "data-bm-words": WORDS, lang: post.lang, "aria-label": post.title },
  of("header", "bm-header",
    of("h2", "bm-title", post.title),
    of("p", "bm-byline",
      of("span", "bm-authors", "By ", ...post.authors.map(({ name, url }) => make("a", { class: "bm-author", href: url, rel: "noopener noreferrer" }, name))),
      of("span", "bm-date", "Published ", make("time", { datetime: post.published }, date(post.published, post.lang)))),
    of("p", "bm-intro", post.intro)),
  of("div", "bm-article-body", ...post.body.map(block)),
  of("section", "bm-gallery", of("h3", "bm-section-title", "Gallery"),
    make("ul", { class: "bm-grid bm-grid-rows", role: "list" }, ...post.images.map((image) => make("li", { class: "bm-grid-item", style: `--bm-ratio:${ratio(image)}` }, figure(image))))),
  meta(post),
  of("section", "bm-similar-posts", of("h3", "bm-section-title", "Similar posts"),
    make("ul", { class: "bm-cards", role: "list" }, ...post.similar.map((one) => card(one, post.lang)))),
  make("dialog", { class: "bm-lightbox", "aria-label": "Gallery" }));

function block(block) {
  switch (block.type) {
    case "heading": return of("div", "bm-section", make(`h${block.level + 1}`, { class: "bm-heading", id: block.name }, block.text), make("a", { class: "bm-anchor", href: `#${block.name}`, "aria-label": `Link to “${block.text}”` }));
    case "list": return of(block.ordered ? "ol" : "ul", "bm-list", ...block.items.map((item) => of("li", "bm-item", item)));
    case "checklist":
      return make("ul", { class: "bm-checklist", role: "list" }, ...block.items.map(({ text, checked }) =>
        of("li", "bm-item", make("span", { class: checked ? "bm-check bm-check-done" : "bm-check", role: "img", "aria-label": checked ? "done" : "to do" }), text)));
    case "code":
      return make("figure", { class: "bm-code", dir: "ltr", translate: "no" },
        of("figcaption", "bm-code-language", block.language),
        make("pre", { class: "bm-code-text", tabindex: 0 }, make("code", {}, block.text)),
        of("div", "bm-code-tools", make("button", { class: "bm-code-wrap", type: "button", "aria-pressed": false }, "Wrap lines"), make("button", { class: "bm-code-copy", type: "button" }, "Copy code")));
    case "image": return figure(block);
    case "quote": return of("figure", "bm-quote", of("blockquote", "bm-quote-text", of("p", "bm-paragraph", block.text)), of("figcaption", "bm-quote-cite", make("cite", {}, block.cite)));
    default: return of("p", "bm-paragraph", ...(typeof block.text === "string" ? [block.text] : block.text.map(span)));
  }
}

function span(span) {
  if (typeof span === "string") return span;
  const { text, marks = [], href } = span;
  return href ? make("a", { class: "bm-link", href, rel: "noopener noreferrer" }, text) : make(marks[0] === "strong" ? "strong" : "code", {}, text);
}

const figure = ({ src, width, height, alt, caption, credit, index }) => of("figure", "bm-figure",
  make("a", { class: "bm-figure-link", href: src, "data-bm-image": index, "aria-haspopup": "dialog" },
    make("img", { class: "bm-image", alt, loading: "lazy", decoding: "async", referrerpolicy: "no-referrer", width, height, src })),
  of("p", "bm-image-failed", "The image did not load. ", of("span", "bm-image-alt", alt), " ", make("button", { class: "bm-image-retry", type: "button" }, "Try again")),
  of("figcaption", "bm-caption", of("span", "bm-caption-text", caption),
    of("small", "bm-credit", of("span", "bm-part", make("a", { class: "bm-credit-link", href: credit.creator_url, rel: "noopener noreferrer" }, credit.creator)), of("span", "bm-part", of("span", "bm-joint", " / "), of("span", "bm-credit-link", credit.source)))));

const meta = ({ meta, lang, title }) => make("section", { class: "bm-about", "aria-label": `About this post – ${title}` }, make("details", { class: "bm-post-meta", open: "" },
  of("summary", "bm-post-meta-summary", of("h3", "bm-post-meta-title", "About this post"), " ",
    of("span", "bm-post-meta-digest", ...digest(meta, lang).map((told, at) => of("span", "bm-part", ...(at ? [of("span", "bm-joint", " · ")] : []), make("bdi", {}, told))))),
  of("label", "bm-facts-search", "Find ", make("input", { class: "bm-facts-query", type: "search" })),
  ...lists(meta).map((fields) => of("dl", "bm-facts", ...fields.map(([key, value]) => of("div", "bm-fact", of("dt", "bm-fact-label", label(key)), of("dd", "bm-fact-value", fact(value, lang)))))),
  of("div", "bm-facts-actions",
    make("button", { type: "button", "data-bm-action": "all-json", "aria-pressed": false }, "View as JSON"),
    make("button", { type: "button", "data-bm-action": "copy-json" }, "Copy JSON"),
    make("button", { type: "button", "data-bm-action": "copy-markdown" }, "Copy Markdown"))));

function fact(value, lang) {
  if (Array.isArray(value)) return make("ul", { class: "bm-values bm-values-inline", role: "list" }, ...value.map((item) => of("li", "bm-value", item)));
  return typeof value === "number" ? make("data", { class: "bm-number", value }, number(value, lang)) : value;
}

const card = ({ url, title, excerpt, published, tags }, lang) => of("li", "bm-card",
  of("h4", "bm-card-title", make("a", { class: "bm-card-link", href: url }, title)),
  of("p", "bm-card-excerpt", excerpt),
  of("p", "bm-card-facts", make("time", { class: "bm-card-fact", datetime: published }, date(published, lang)), ...tags.map((tag) => of("span", "bm-card-fact", tag))));
