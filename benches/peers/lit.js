import { html, nothing, render } from "lit";
import { date, digest, label, lists, number, prepare, ratio, WORDS } from "./words.js";

export function mount(place, text) {
  const update = (text) => render(article(prepare(text)), place);
  update(text);
  return { update, unmount: () => render(nothing, place) };
}

const article = (post) => html`<article class="bm-post" data-bm-root="" data-bm-words=${WORDS} lang=${post.lang} aria-label=${post.title}><header class="bm-header"><h2 class="bm-title">${post.title}</h2><p class="bm-byline"><span class="bm-authors">By ${post.authors.map(({ name, url }) => html`<a class="bm-author" href=${url} rel="noopener noreferrer">${name}</a>`)}</span><span class="bm-date">Published <time datetime=${post.published}>${date(post.published, post.lang)}</time></span></p><p class="bm-intro">${post.intro}</p></header><div class="bm-article-body">${post.body.map(block)}</div><section class="bm-gallery"><h3 class="bm-section-title">Gallery</h3><ul class="bm-grid bm-grid-rows" role="list">${post.images.map((image) => html`<li class="bm-grid-item" style=${`--bm-ratio:${ratio(image)}`}>${figure(image)}</li>`)}</ul></section>${meta(post)}<section class="bm-similar-posts"><h3 class="bm-section-title">Similar posts</h3><ul class="bm-cards" role="list">${post.similar.map((one) => card(one, post.lang))}</ul></section><dialog class="bm-lightbox" aria-label="Gallery"></dialog></article>`;

const items = ({ items }) => items.map((item) => html`<li class="bm-item">${item}</li>`);

function block(block) {
  const anchor = () => html`<a class="bm-anchor" href=${`#${block.name}`} aria-label=${`Link to “${block.text}”`}></a>`;
  switch (block.type) {
    case "heading":
      return block.level === 2
        ? html`<div class="bm-section"><h3 class="bm-heading" id=${block.name}>${block.text}</h3>${anchor()}</div>`
        : html`<div class="bm-section"><h4 class="bm-heading" id=${block.name}>${block.text}</h4>${anchor()}</div>`;
    case "list": return block.ordered ? html`<ol class="bm-list">${items(block)}</ol>` : html`<ul class="bm-list">${items(block)}</ul>`;
    case "checklist":
      return html`<ul class="bm-checklist" role="list">${block.items.map(({ text, checked }) => html`<li class="bm-item"><span class=${checked ? "bm-check bm-check-done" : "bm-check"} role="img" aria-label=${checked ? "done" : "to do"}></span>${text}</li>`)}</ul>`;
    case "code":
      return html`<figure class="bm-code" dir="ltr" translate="no"><figcaption class="bm-code-language">${block.language}</figcaption><pre class="bm-code-text" tabindex="0"><code>${block.text}</code></pre><div class="bm-code-tools"><button class="bm-code-wrap" type="button" aria-pressed="false">Wrap lines</button><button class="bm-code-copy" type="button">Copy code</button></div></figure>`;
    case "image": return figure(block);
    case "quote":
      return html`<figure class="bm-quote"><blockquote class="bm-quote-text"><p class="bm-paragraph">${block.text}</p></blockquote><figcaption class="bm-quote-cite"><cite>${block.cite}</cite></figcaption></figure>`;
    default: return html`<p class="bm-paragraph">${typeof block.text === "string" ? block.text : block.text.map(span)}</p>`;
  }
}

function span(span) {
  if (typeof span === "string") return span;
  const { text, marks = [], href } = span;
  if (href) return html`<a class="bm-link" href=${href} rel="noopener noreferrer">${text}</a>`;
  return marks[0] === "strong" ? html`<strong>${text}</strong>` : html`<code>${text}</code>`;
}

const figure = ({ src, width, height, alt, caption, credit, index }) => html`<figure class="bm-figure"><a class="bm-figure-link" href=${src} data-bm-image=${index} aria-haspopup="dialog"><img class="bm-image" alt=${alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" width=${width} height=${height} src=${src}></a><p class="bm-image-failed">The image did not load. <span class="bm-image-alt">${alt}</span> <button class="bm-image-retry" type="button">Try again</button></p><figcaption class="bm-caption"><span class="bm-caption-text">${caption}</span><small class="bm-credit"><span class="bm-part"><a class="bm-credit-link" href=${credit.creator_url} rel="noopener noreferrer">${credit.creator}</a></span><span class="bm-part"><span class="bm-joint"> / </span><span class="bm-credit-link">${credit.source}</span></span></small></figcaption></figure>`;

const meta = ({ meta, lang, title }) => html`<section class="bm-about" aria-label=${`About this post – ${title}`}><details class="bm-post-meta" open><summary class="bm-post-meta-summary"><h3 class="bm-post-meta-title">About this post</h3> <span class="bm-post-meta-digest">${digest(meta, lang).map((told, at) => html`<span class="bm-part">${at ? html`<span class="bm-joint"> · </span>` : ""}<bdi>${told}</bdi></span>`)}</span></summary><label class="bm-facts-search">Find <input class="bm-facts-query" type="search"></label>${lists(meta).map((fields) => html`<dl class="bm-facts">${fields.map(([key, value]) => html`<div class="bm-fact"><dt class="bm-fact-label">${label(key)}</dt><dd class="bm-fact-value">${fact(value, lang)}</dd></div>`)}</dl>`)}<div class="bm-facts-actions"><button type="button" data-bm-action="all-json" aria-pressed="false">View as JSON</button><button type="button" data-bm-action="copy-json">Copy JSON</button><button type="button" data-bm-action="copy-markdown">Copy Markdown</button></div></details></section>`;

function fact(value, lang) {
  if (Array.isArray(value)) return html`<ul class="bm-values bm-values-inline" role="list">${value.map((item) => html`<li class="bm-value">${item}</li>`)}</ul>`;
  return typeof value === "number" ? html`<data class="bm-number" value=${value}>${number(value, lang)}</data>` : value;
}

const card = ({ url, title, excerpt, published, tags }, lang) => html`<li class="bm-card"><h4 class="bm-card-title"><a class="bm-card-link" href=${url}>${title}</a></h4><p class="bm-card-excerpt">${excerpt}</p><p class="bm-card-facts"><time class="bm-card-fact" datetime=${published}>${date(published, lang)}</time>${tags.map((tag) => html`<span class="bm-card-fact">${tag}</span>`)}</p></li>`;
