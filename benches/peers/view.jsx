// The post in JSX: for React, Preact and Solid alike. `translate` is in upper case, because
// Preact would otherwise set the property, which is a boolean.

import { date, digest, isExternal, label, lists, number, ratio, WORDS } from "./words.js";

export function Post({ post }) {
  return (
    <article className="bm-post" data-bm-root="" data-bm-words={WORDS} lang={post.lang} aria-label={post.title}>
      <header className="bm-header">
        <h2 className="bm-title">{post.title}</h2>
        <p className="bm-byline">
          <span className="bm-authors">By {post.authors.map(({ name, url }) => <a className="bm-author" href={url} rel="noopener noreferrer">{name}</a>)}</span>
          <span className="bm-date">Published <time dateTime={post.published}>{date(post.published, post.lang)}</time></span>
        </p>
        <p className="bm-intro">{post.intro}</p>
      </header>
      <div className="bm-article-body">{post.body.map((block) => <Block block={block} />)}</div>
      <section className="bm-gallery">
        <h3 className="bm-section-title">Gallery</h3>
        <ul className="bm-grid bm-grid-rows" role="list">
          {post.images.map((image) => <li className="bm-grid-item" style={{ "--bm-ratio": ratio(image) }}><Figure image={image} /></li>)}
        </ul>
      </section>
      <Meta meta={post.meta} lang={post.lang} title={post.title} />
      <section className="bm-similar-posts">
        <h3 className="bm-section-title">Similar posts</h3>
        <ul className="bm-cards" role="list">{post.similar.map((card) => <Card card={card} lang={post.lang} />)}</ul>
      </section>
      <dialog className="bm-lightbox" aria-label="Gallery"></dialog>
    </article>
  );
}

function Block({ block }) {
  switch (block.type) {
    case "heading":
      return (
        <div className="bm-section">
          {block.level === 2 ? <h3 className="bm-heading" id={block.name}>{block.text}</h3> : <h4 className="bm-heading" id={block.name}>{block.text}</h4>}
          <a className="bm-anchor" href={`#${block.name}`} aria-label={`Link to “${block.text}”`}></a>
        </div>
      );
    case "list":
      return block.ordered
        ? <ol className="bm-list">{block.items.map((item) => <li className="bm-item">{item}</li>)}</ol>
        : <ul className="bm-list">{block.items.map((item) => <li className="bm-item">{item}</li>)}</ul>;
    case "checklist":
      return (
        <ul className="bm-checklist" role="list">
          {block.items.map(({ text, checked }) => (
            <li className="bm-item"><span className={checked ? "bm-check bm-check-done" : "bm-check"} role="img" aria-label={checked ? "done" : "to do"}></span>{text}</li>
          ))}
        </ul>
      );
    case "code":
      return (
        <figure className="bm-code" dir="ltr" TRANSLATE="no">
          <figcaption className="bm-code-language">{block.language}</figcaption>
          <pre className="bm-code-text" tabIndex="0"><code>{block.text}</code></pre>
          <div className="bm-code-tools">
            <button className="bm-code-wrap" type="button" aria-pressed="false">Wrap lines</button>
            <button className="bm-code-copy" type="button">Copy code</button>
          </div>
        </figure>
      );
    case "image": return <Figure image={block} />;
    case "quote":
      return (
        <figure className="bm-quote">
          <blockquote className="bm-quote-text"><p className="bm-paragraph">{block.text}</p></blockquote>
          <figcaption className="bm-quote-cite"><cite>{block.cite}</cite></figcaption>
        </figure>
      );
    default: return <p className="bm-paragraph">{typeof block.text === "string" ? block.text : block.text.map((span) => <Span span={span} />)}</p>;
  }
}

function Span({ span }) {
  if (typeof span === "string") return span;
  const { text, marks = [], href } = span;
  if (href) return <a className="bm-link" href={href} rel="noopener noreferrer">{text}</a>;
  return marks[0] === "strong" ? <strong>{text}</strong> : <code>{text}</code>;
}

function Figure({ image }) {
  const { src, width, height, alt, caption, credit, index } = image;
  return (
    <figure className="bm-figure">
      <a className="bm-figure-link" href={src} data-bm-image={index} aria-haspopup="dialog">
        <img className="bm-image" alt={alt} loading="lazy" decoding="async" referrerPolicy="no-referrer" width={width} height={height} src={src} />
      </a>
      <p className="bm-image-failed">The image did not load. <span className="bm-image-alt">{alt}</span> <button className="bm-image-retry" type="button">Try again</button></p>
      <figcaption className="bm-caption">
        <span className="bm-caption-text">{caption}</span>
        <small className="bm-credit">
          <span className="bm-part"><a className="bm-credit-link" href={credit.creator_url} rel="noopener noreferrer">{credit.creator}</a></span>
          <span className="bm-part"><span className="bm-joint"> / </span><span className="bm-credit-link">{credit.source}</span></span>
        </small>
      </figcaption>
    </figure>
  );
}

function Meta({ meta, lang, title }) {
  return (
    <section className="bm-about" aria-label={`About this post – ${title}`}><details className="bm-post-meta" open>
      <summary className="bm-post-meta-summary">
        <h3 className="bm-post-meta-title">About this post</h3> <span className="bm-post-meta-digest">{digest(meta, lang).map((told, at) => <span className="bm-part">{at ? <span className="bm-joint"> · </span> : ""}<bdi>{told}</bdi></span>)}</span>
      </summary>
      <label className="bm-facts-search">Find <input className="bm-facts-query" type="search" /></label>
      {lists(meta).map((fields) => <dl className="bm-facts">{fields.map(([key, value]) => <Fact name={key} value={value} lang={lang} />)}</dl>)}
      <div className="bm-facts-actions">
        <button type="button" data-bm-action="all-json" aria-pressed="false">View as JSON</button>
        <button type="button" data-bm-action="copy-json">Copy JSON</button>
        <button type="button" data-bm-action="copy-markdown">Copy Markdown</button>
      </div>
    </details></section>
  );
}

function Fact({ name, value, lang }) {
  return (
    <div className="bm-fact">
      <dt className="bm-fact-label">{label(name)}</dt>
      <dd className="bm-fact-value">
        {Array.isArray(value)
          ? <ul className="bm-values bm-values-inline" role="list">{value.map((item) => <li className="bm-value">{item}</li>)}</ul>
          : typeof value === "number" ? <data className="bm-number" value={String(value)}>{number(value, lang)}</data> : value}
      </dd>
    </div>
  );
}

function Card({ card, lang }) {
  return (
    <li className="bm-card">
      <h4 className="bm-card-title"><a className="bm-card-link" href={card.url}>{card.title}</a></h4>
      <p className="bm-card-excerpt">{card.excerpt}</p>
      <p className="bm-card-facts"><time className="bm-card-fact" dateTime={card.published}>{date(card.published, lang)}</time>{card.tags.map((tag) => <span className="bm-card-fact">{tag}</span>)}</p>
    </li>
  );
}
