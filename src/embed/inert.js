// HTML text → tokens, by the browser's own parser on an inert document: nothing in it runs or loads. The nodes are read
// and thrown away, never adopted, imported or cloned.

const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name).get;
const get = (read) => (node) => read.call(node);

// Read through the prototypes: `<form><input name=attributes>` shadows the property on the node itself.
const firstChild = get(getter(Node.prototype, "firstChild"));
const nextSibling = get(getter(Node.prototype, "nextSibling"));
const parentNode = get(getter(Node.prototype, "parentNode"));
const nodeType = get(getter(Node.prototype, "nodeType"));
const localName = get(getter(Element.prototype, "localName"));
const namespace = get(getter(Element.prototype, "namespaceURI"));
const head = get(getter(Document.prototype, "head"));
const body = get(getter(Document.prototype, "body"));
const data = get(getter(CharacterData.prototype, "data"));
const hasAttributes = (element) => Element.prototype.hasAttributes.call(element);
const attribute = (element, name) => Element.prototype.getAttribute.call(element, name);

/** The attributes that the policy reads. */
const READ = ["href", "src", "data", "srcset", "sizes", "width", "height", "alt", "title", "class", "type", "checked", "start",
  "id", "name", "lang", "dir", "colspan", "rowspan", "aria-label", "aria-hidden",
  "data-src", "data-lazy-src", "data-original", "data-orig-file", "data-srcset",
  "data-lang", "data-language", "data-code-language", "data-enlighter-language"];

/** The nodes of `html`, never shown; null if no parser is allowed. `policy` is null if the page refuses it. */
function parse(html, policy) {
  if (policy !== null) return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
  // `parseHTML` is not a Trusted Types sink, but it drops frames.
  return Document.parseHTML?.(html, { sanitizer: {} }) ?? null;
}

/** The tokens of `html` as JSON text. Undefined where no parser may be used. */
export const tokens = (html, policy) => Tokens.of(html, policy)?.part(Infinity);

/** The tokens of a document, in parts. */
export class Tokens {
  /** The nodes whose content is read, and the next node of the first of them. */
  #roots;
  #next;

  static of(html, policy) {
    const inert = parse(html, policy);
    return inert && new Tokens(inert);
  }

  constructor(inert) {
    // The parser moves a leading script into the head: it must be reported as left out too.
    this.#roots = [head(inert), body(inert)].filter(Boolean);
    this.#begin();
  }

  get areRead() { return this.#roots.length === 0; }

  /** Goes on to the first root that has content. */
  #begin() {
    this.#next = null;
    while (!this.areRead && !(this.#next = firstChild(this.#roots[0]))) this.#roots.shift();
  }

  /**
   * The tokens of the next `count` nodes: a flat list in which an object is a start (its name under the empty key, attributes
   * beside it), a text is character data, and null is an end.
   */
  part(count) {
    // A page may have defined `Array.prototype.toJSON`.
    const out = Object.defineProperty([], "toJSON", { value: undefined });
    let node = this.#next;
    for (let left = count; node && left > 0; left--) node = this.#read(node, out);
    this.#next = node;
    return JSON.stringify(out);
  }

  /** Adds the tokens of a node, and gives the next one. */
  #read(node, out) {
    const type = nodeType(node), root = this.#roots[0];
    if (type === Node.ELEMENT_NODE) {
      out.push(start(node));
      const child = firstChild(node);
      if (child) return child;
      out.push(null);
    } else if (type === Node.TEXT_NODE) out.push(data(node));
    for (let next; node !== root; ) {
      if ((next = nextSibling(node))) return next;
      node = parentNode(node);
      if (node !== root) out.push(null);
    }
    this.#roots.shift();
    this.#begin();
    return this.#next;
  }
}

function start(element) {
  // Elements in other namespaces are dropped whole, so they get the name of a dropped element.
  const token = { __proto__: null, "": namespace(element) === "http://www.w3.org/1999/xhtml" ? localName(element) : "svg" };
  // Most elements of an article have no attributes.
  if (hasAttributes(element)) for (const name of READ) {
    const value = attribute(element, name);
    if (value !== null) token[name] = value;
  }
  return token;
}
