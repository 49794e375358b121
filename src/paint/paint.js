// The only code that writes content into the DOM: it clones element prototypes and appends. No HTML is parsed here.

const CLOSE = 0, OPEN = 1, TEXT = 2, ATTR = 3, PROP = 4;
let tags, attributes, properties;
/** Empty elements by look. */
const prototypes = new Map();

/** Takes the names of the vocabulary, in the order of their indices. */
export function teach(lists) {
  const [elements, plain, addresses, custom] = lists.split("\n").map((list) => list.trim().split(" "));
  [tags, attributes, properties] = [elements, plain.concat(addresses), custom];
}

/** A drawing on this side: a copy, because wasm frees its own at once. */
export class Sheet {
  constructor(ops, text, looks, starts) {
    Object.assign(this, { ops: ops.slice(), text, empty: looks.trimEnd().split("\n").map(prototype), starts: starts.slice() });
  }

  /** Draws into `node` the opcodes from `from` to `to`, whose texts begin at `at`. */
  draw(node, at, from, to = this.ops.length) {
    const { ops, text, empty } = this, open = [];
    let isEmpty = false;
    for (let i = from; i < to; i++) {
      const kind = ops[i] >>> 8;
      switch (ops[i] & 255) {
        case OPEN:
          open.push(node);
          node = node.appendChild(empty[kind].cloneNode(false));
          isEmpty = true;
          break;
        case CLOSE:
          node = open.pop();
          isEmpty = false;
          break;
        case TEXT:
          // One that stands alone in its element is set in one step.
          if (isEmpty && ops[i + 1] === CLOSE) node.textContent = text.slice(at, (at += kind));
          else node.appendChild(document.createTextNode(text.slice(at, (at += kind))));
          isEmpty = false;
          break;
        case ATTR: node.setAttribute(attributes[kind], text.slice(at, (at += ops[++i]))); break;
        case PROP: node.style.setProperty(properties[kind], text.slice(at, (at += ops[++i]))); break;
      }
    }
  }

  get children() {
    return this.starts.length / 3;
  }

  /** Draws one top-level child into `parent` and gives its node. */
  child(index, parent) {
    const { starts } = this;
    this.draw(parent, starts[3 * index + 1], starts[3 * index], starts[3 * index + 3]);
    return parent.lastChild;
  }
}

/** An empty element with its class and what is always the same. The first letter of a look counts the tags from "0". */
function prototype(look) {
  if (!prototypes.has(look)) prototypes.set(look, made(tags[look.charCodeAt() - 48], ...look.slice(1).split("|")));
  return prototypes.get(look);
}

function made(tag, name, ...constants) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  for (const constant of constants) element.setAttribute(...constant.split("="));
  return element;
}

export class Painting {
  nodes = [];

  /** Paints the root and its first children, into `parent` if there is one; the others follow in idle time, and before printing. */
  constructor(sheet, firstChunk, parent) {
    const place = parent ?? document.createDocumentFragment();
    sheet.draw(place, 0, 0, sheet.starts[0]);
    this.sheet = sheet;
    this.root = place.lastChild;
    // What stands within another painting is heard there.
    if (!parent) listen(this.root);
    this.upTo(firstChunk);
    this.later();
  }

  /** Paints children until there are `count`, or `rest()` says that time is up. */
  upTo(count, rest = () => true) {
    // A page takes many nodes best at once. What is not on the page is drawn in its place: each move walks through all that moves.
    const place = this.root.isConnected ? document.createDocumentFragment() : this.root;
    while (this.nodes.length < count && rest()) this.nodes.push(this.sheet.child(this.nodes.length, place));
    if (place !== this.root) this.root.appendChild(place);
  }

  later() {
    if (this.nodes.length >= this.sheet.children) return this.cancel();
    this.stop ??= whenIdle((timeLeft) => {
      this.upTo(this.sheet.children, timeLeft);
      return this.nodes.length < this.sheet.children;
    });
  }

  cancel() {
    this.stop?.();
    this.sheet = this.stop = null;
  }

  /** Shows other children. One that looks the same as the one in its place is left alone: it may have the focus. */
  refill(sheet, firstChunk) {
    this.cancel();
    const before = this.nodes.splice(0);
    this.sheet = sheet;
    this.upTo(firstChunk);
    let after = null, focused = null;
    for (let index = this.nodes.length; index-- > 0; after = this.nodes[index]) {
      if (before[index]?.isEqualNode(this.nodes[index])) {
        this.nodes[index].remove();
        [this.nodes[index], before[index]] = [before[index], undefined];
      } else {
        this.root.insertBefore(this.nodes[index], after);
        if (before[index]?.matches(":focus")) focused = this.nodes[index];
      }
    }
    before.forEach((node) => node?.remove());
    // Now that it stands alone: of two summaries only the first takes the focus.
    focused?.focus();
    this.later();
  }

  /** Adds children at the end; the first takes the place of the first that is there. */
  extend(sheet) {
    if (this.sheet) this.upTo(this.sheet.children);
    this.cancel();
    const [first, ...rest] = this.nodes;
    this.nodes = [sheet.child(0, document.createDocumentFragment()), ...rest];
    const hasFocus = first.matches(":focus");
    if (first.isEqualNode(this.nodes[0])) this.nodes[0] = first;
    else first.replaceWith(this.nodes[0]);
    if (hasFocus) this.nodes[0].focus();
    while (this.nodes.length - rest.length < sheet.children) this.nodes.push(sheet.child(this.nodes.length - rest.length, this.root));
  }

  place(parent, next) {
    parent.insertBefore(this.root, next ?? null);
  }

  remove() {
    this.root.remove();
  }

  /** Takes the place of another painting. */
  succeed({ root }) {
    root.replaceWith(this.root);
  }

  /** Takes the attributes of another root. */
  dress({ root }) {
    for (const { name } of [...this.root.attributes]) if (!root.hasAttribute(name)) this.root.removeAttribute(name);
    // A browser looks again at the style of all that is in it, even where nothing is another.
    for (const { name, value } of root.attributes) if (this.root.getAttribute(name) !== value) this.root.setAttribute(name, value);
  }

  /** `plan` names for each child of `sheet` the painted child that stays in its place, or a number that none has. */
  repaint(sheet, plan) {
    if (this.sheet) this.upTo(this.sheet.children);
    this.cancel();
    const kept = new Set(plan);
    // From the end: Firefox looks again at the style of all that stand behind one that goes.
    for (let index = this.nodes.length; index-- > 0; ) if (!kept.has(index)) this.nodes[index].remove();
    // What is new stands in runs: the page takes each at once.
    const run = document.createDocumentFragment();
    const insert = (next) => this.root.insertBefore(run, next?.parentNode === this.root ? next : null);
    const nodes = [...plan].map((old, index) => {
      // A kept node is not touched: moving it would lose its focus.
      if (run.firstChild && this.nodes[old]) insert(this.nodes[old]);
      return this.nodes[old] ?? sheet.child(index, run);
    });
    insert(null);
    this.nodes = nodes;
  }
}

/** Hears of images that fail, and loads them anew when they are asked for. */
function listen(root) {
  // `error` does not bubble: it is heard on the way down.
  root.addEventListener("error", ({ target }) => {
    const figure = target.closest("figure"), hadFocus = figure?.querySelector("a:focus");
    figure?.setAttribute("data-bm-failed", "");
    if (hadFocus) figure.querySelector(".bm-image-retry")?.focus();
  }, true);
  root.addEventListener("click", ({ target }) => { if (target.matches(".bm-image-retry")) retry(target.closest("figure")); });
}

/** Loads the image of a figure anew; it has the focus when it is there, its button when it is not. */
function retry(figure) {
  // Heard twice in a part that was painted anew.
  if (!figure.hasAttribute("data-bm-failed")) return;
  const image = figure.querySelector("img");
  figure.removeAttribute("data-bm-failed");
  (image.closest("a") ?? figure.parentNode.querySelector("button"))?.focus();
  image.loading = "eager";
  image.src = image.src;
}

/** What is to be done before printing; what is added meanwhile is done too. */
const unfinished = new Set();
const finishAll = () => unfinished.forEach((finish) => finish());

/**
 * Calls `work(timeLeft)` in idle time again and again while it returns true, and once more to the end before printing.
 * Returns the function that stops it.
 */
export function whenIdle(work) {
  let handle, stopped = false;
  const stop = () => {
    stopped = true;
    (window.cancelIdleCallback ?? clearTimeout)(handle);
    unfinished.delete(finish);
  };
  const finish = () => { if (!stopped) { stop(); work(() => true); } };
  const turn = (deadline) => {
    const end = performance.now() + 8;
    // A busy page is never idle: then a few milliseconds are taken.
    const idle = deadline && !deadline.didTimeout;
    const timeLeft = () => (idle ? deadline.timeRemaining() > 1 : performance.now() < end);
    work(timeLeft) ? next() : stop();
  };
  const next = () => { handle = window.requestIdleCallback ? requestIdleCallback(turn, { timeout: 500 }) : setTimeout(turn, 1); };
  unfinished.add(finish);
  addEventListener("beforeprint", finishAll);
  next();
  return stop;
}
