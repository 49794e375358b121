// By hand: JSON.parse, one string, innerHTML.

import { date, digest, label, lists, number, prepare, ratio, WORDS } from "./words.js";

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text) => String(text).replace(/[&<>"]/g, (char) => ENTITIES[char]);
const all = (items, draw) => items.map(draw).join("");

export function mount(place, text) {
  const update = (text) => { place.innerHTML = article(prepare(text)); };
  update(text);
  return { update, unmount: () => place.replaceChildren() };
}

const article = (post) => `<article class="bm-post" data-bm-root="" data-bm-words="${WORDS}" lang="${safe(post.lang)}" aria-label="${safe(post.title)}">`
  + `<header class="bm-header"><h2 class="bm-title">${safe(post.title)}</h2><p class="bm-byline"><span class="bm-authors">By ${all(post.authors, ({ name, url }) => `<a class="bm-author" href="${safe(url)}" rel="noopener noreferrer">${safe(name)}</a>`)}</span>`
  + `<span class="bm-date">Published <time datetime="${safe(post.published)}">${date(post.published, post.lang)}</time></span></p><p class="bm-intro">${safe(post.intro)}</p></header>`
  + `<div class="bm-article-body">${all(post.body, block)}</div>`
  + `<section class="bm-gallery"><h3 class="bm-section-title">Gallery</h3><ul class="bm-grid bm-grid-rows" role="list">${all(post.images, (image) => `<li class="bm-grid-item" style="--bm-ratio:${ratio(image)}">${figure(image)}</li>`)}</ul></section>`
  + meta(post)
  + `<section class="bm-similar-posts"><h3 class="bm-section-title">Similar posts</h3><ul class="bm-cards" role="list">${all(post.similar, (one) => card(one, post.lang))}</ul></section>`
  + `<dialog class="bm-lightbox" aria-label="Gallery"></dialog></article>`;

const items = (block) => all(block.items, (item) => `<li class="bm-item">${safe(item)}</li>`);

function block(block) {
  switch (block.type) {
    case "heading": return `<div class="bm-section"><h${block.level + 1} class="bm-heading" id="${safe(block.name)}">${safe(block.text)}</h${block.level + 1}><a class="bm-anchor" href="#${safe(block.name)}" aria-label="Link to “${safe(block.text)}”"></a></div>`;
    case "list": return block.ordered ? `<ol class="bm-list">${items(block)}</ol>` : `<ul class="bm-list">${items(block)}</ul>`;
    case "checklist": return `<ul class="bm-checklist" role="list">${all(block.items, ({ text, checked }) => `<li class="bm-item"><span class="bm-check${checked ? " bm-check-done" : ""}" role="img" aria-label="${checked ? "done" : "to do"}"></span>${safe(text)}</li>`)}</ul>`;
    case "code": return `<figure class="bm-code" dir="ltr" translate="no"><figcaption class="bm-code-language">${safe(block.language)}</figcaption><pre class="bm-code-text" tabindex="0"><code>${safe(block.text)}</code></pre>`
      + `<div class="bm-code-tools"><button class="bm-code-wrap" type="button" aria-pressed="false">Wrap lines</button><button class="bm-code-copy" type="button">Copy code</button></div></figure>`;
    case "image": return figure(block);
    case "quote": return `<figure class="bm-quote"><blockquote class="bm-quote-text"><p class="bm-paragraph">${safe(block.text)}</p></blockquote><figcaption class="bm-quote-cite"><cite>${safe(block.cite)}</cite></figcaption></figure>`;
    default: return `<p class="bm-paragraph">${typeof block.text === "string" ? safe(block.text) : all(block.text, span)}</p>`;
  }
}

function span(span) {
  if (typeof span === "string") return safe(span);
  const { text, marks = [], href } = span;
  if (href) return `<a class="bm-link" href="${safe(href)}" rel="noopener noreferrer">${safe(text)}</a>`;
  return marks[0] === "strong" ? `<strong>${safe(text)}</strong>` : `<code>${safe(text)}</code>`;
}

const figure = ({ src, width, height, alt, caption, credit, index }) =>
  `<figure class="bm-figure"><a class="bm-figure-link" href="${safe(src)}" data-bm-image="${index}" aria-haspopup="dialog"><img class="bm-image" alt="${safe(alt)}" loading="lazy" decoding="async" referrerpolicy="no-referrer" width="${width}" height="${height}" src="${safe(src)}"></a>`
  + `<p class="bm-image-failed">The image did not load. <span class="bm-image-alt">${safe(alt)}</span> <button class="bm-image-retry" type="button">Try again</button></p>`
  + `<figcaption class="bm-caption"><span class="bm-caption-text">${safe(caption)}</span><small class="bm-credit"><span class="bm-part"><a class="bm-credit-link" href="${safe(credit.creator_url)}" rel="noopener noreferrer">${safe(credit.creator)}</a></span><span class="bm-part"><span class="bm-joint"> / </span><span class="bm-credit-link">${safe(credit.source)}</span></span></small></figcaption></figure>`;

const meta = ({ meta, lang, title }) =>
  `<section class="bm-about" aria-label="About this post – ${safe(title)}"><details class="bm-post-meta" open=""><summary class="bm-post-meta-summary"><h3 class="bm-post-meta-title">About this post</h3> <span class="bm-post-meta-digest">${all(digest(meta, lang), (told, at) => `<span class="bm-part">${at ? `<span class="bm-joint"> · </span>` : ""}<bdi>${safe(told)}</bdi></span>`)}</span></summary>`
  + `<label class="bm-facts-search">Find <input class="bm-facts-query" type="search"></label>`
  + all(lists(meta), (fields) => `<dl class="bm-facts">${all(fields, ([key, value]) => `<div class="bm-fact"><dt class="bm-fact-label">${safe(label(key))}</dt><dd class="bm-fact-value">${fact(value, lang)}</dd></div>`)}</dl>`)
  + `<div class="bm-facts-actions"><button type="button" data-bm-action="all-json" aria-pressed="false">View as JSON</button><button type="button" data-bm-action="copy-json">Copy JSON</button><button type="button" data-bm-action="copy-markdown">Copy Markdown</button></div></details></section>`;

function fact(value, lang) {
  if (Array.isArray(value)) return `<ul class="bm-values bm-values-inline" role="list">${all(value, (item) => `<li class="bm-value">${safe(item)}</li>`)}</ul>`;
  return typeof value === "number" ? `<data class="bm-number" value="${value}">${number(value, lang)}</data>` : safe(value);
}

const card = ({ url, title, excerpt, published, tags }, lang) =>
  `<li class="bm-card"><h4 class="bm-card-title"><a class="bm-card-link" href="${safe(url)}">${safe(title)}</a></h4><p class="bm-card-excerpt">${safe(excerpt)}</p>`
  + `<p class="bm-card-facts"><time class="bm-card-fact" datetime="${safe(published)}">${date(published, lang)}</time>${all(tags, (tag) => `<span class="bm-card-fact">${safe(tag)}</span>`)}</p></li>`;
