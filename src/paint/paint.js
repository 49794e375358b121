// The only code that writes content into the DOM: it copies element prototypes and appends. No HTML is parsed here.
//
// Functions called from Rust never throw: an exception would skip Rust's destructors. Page code may throw anyway (for example a
// blur handler that moves one of our nodes), so each step is guarded.

/** Errors that the page or the host threw during painting. */
const thrown = [];

/** Returns the errors since the last call. */
export const takeThrown = () => thrown.splice(0);

/** Runs code that touches the page; returns `undefined` if it throws. */
export function guarded(work) {
  try {
    return work();
  } catch (error) {
    thrown.push(error);
    return undefined;
  }
}

let CLOSE, OPEN, TEXT, ATTR, PROP;
let attributes, properties;
/** Empty elements by the lines of their templates. */
const prototypes = new Map();

/** Takes the names of the vocabulary, in the order of their indices. */
export function teach(lists) {
  const [steps, plain, addresses, custom] = lists.split("\n").map((list) => list.trim().split(" "));
  [CLOSE, OPEN, TEXT, ATTR, PROP] = ["close", "open", "text", "attr", "prop"].map((name) => steps.indexOf(name));
  [attributes, properties] = [plain.concat(addresses), custom];
}

/** A copy of a drawing, because wasm frees its own at once. */
export class Sheet {
  constructor(ops, text, templates, starts, firstChunk) {
    Object.assign(this, { ops: ops.slice(), text, templates: templates.trimEnd().split("\n"), starts: starts.slice(), firstChunk });
  }

  /** Draws into `node` the opcodes from `from` to `to`, whose texts begin at `at`. */
  draw(node, at, from, to = this.ops.length) {
    const { ops, text } = this, open = [];
    const empty = (this.empty ??= this.templates.map(prototype));
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
          // A text that is its element's only child is set in one step.
          if (isEmpty && ops[i + 1] === CLOSE) node.textContent = text.slice(at, (at += kind));
          else node.appendChild(document.createTextNode(text.slice(at, (at += kind))));
          isEmpty = false;
          break;
        case ATTR: node.setAttribute(attributes[kind], text.slice(at, (at += ops[++i]))); break;
        case PROP: node.style.setProperty(properties[kind], text.slice(at, (at += ops[++i]))); break;
      }
    }
    return node;
  }

  /** Draws the root with its attributes. */
  get root() {
    const place = document.createDocumentFragment();
    const root = this.draw(place, 0, 0, this.starts[0]);
    root.remove();
    return root;
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

/** An empty element of a template: its tag, its class, then names and values of what is always the same. */
function prototype(line) {
  if (!prototypes.has(line)) {
    const [tag, name, ...attrs] = line.split("\t");
    const element = document.createElement(tag);
    if (name) element.className = name;
    for (let i = 0; i < attrs.length; i += 2) element.setAttribute(attrs[i], attrs[i + 1]);
    prototypes.set(line, element);
  }
  return prototypes.get(line);
}

/** Roots that were taken off the page by us. */
const gone = new WeakSet();

/** Has a host moved a part of a post out of its root? Parts that we removed do not count. */
export const isAstray = (part, root) => part.parentNode !== root && !gone.has(part);

/** The minimum growth of a painting in each idle period, as a factor. */
const GROWTH = 1.05;

/** Paintings that continue in idle time. */
const unfinished = new Set();

/** Paints the rest of what stands in `root` at once. */
export function finishIn(root) {
  for (const painting of [...unfinished]) if (root.contains(painting.root)) guarded(() => painting.finish());
}

export class Painting {
  nodes = [];
  /** Nodes that were taken over and have not been compared yet. */
  taken = [];

  /** Draws the root of `sheet`. Its children follow when it has a place; the first of them at once, the others in idle time. */
  constructor(sheet) {
    this.root = guarded(() => sheet?.root) ?? document.createComment("");
    this.sheet = sheet ?? null;
  }

  static adopt(sheet, parent, before, isKnown) {
    const painting = new Painting(sheet);
    guarded(() => painting.adopt(parent, before, isKnown));
    return painting;
  }

  adopt(parent, before, isKnown) {
    if (!parent) return;
    const first = before ? before.nextSibling : parent.firstChild;
    let found = first;
    while (found && !isAlike(found, this.root)) found = found.nextSibling;
    if (!found) return this.mount(parent, first);
    this.root = found;
    const nodes = [...found.children], { children } = this.sheet;
    // The views that draw a frame's children adopt them.
    if (isKnown && (children === 0 || nodes.length === children)) {
      this.nodes = children ? nodes : [];
      this.sheet = null;
    } else {
      this.taken = nodes;
      this.paint();
    }
  }

  /** Paints the first chunk now and the rest later. */
  paint() {
    if (!this.sheet) return;
    this.upTo(this.sheet.firstChunk);
    this.later();
  }

  /** Paints children until there are `count`, or `rest()` says that time is up. */
  upTo(count, rest = () => true) {
    const { sheet, nodes, taken, root } = this;
    // On the page, one insertion of many nodes is fastest. Off the page, nodes are drawn in place: a move would visit each again.
    const place = root.isConnected ? document.createDocumentFragment() : root;
    while (nodes.length < Math.min(count, sheet.children) && rest()) {
      const before = taken[nodes.length];
      const node = guarded(() => before ? turned(before, sheet.child(nodes.length, document.createDocumentFragment())) : sheet.child(nodes.length, place));
      // If the page prevents the drawing, the old node or a comment keeps the place.
      nodes.push(node ?? before ?? place.appendChild(document.createComment("")));
    }
    if (place !== root) root.appendChild(place);
    if (nodes.length === sheet.children) taken.splice(0).slice(nodes.length).forEach((node) => node.remove());
  }

  later() {
    if (this.nodes.length >= this.sheet.children) return this.cancel();
    unfinished.add(this);
    this.stop ??= whenIdle((timeLeft) => {
      // Each insertion makes the page visit all existing nodes, so each batch grows with their number.
      const least = this.nodes.length * GROWTH;
      guarded(() => this.upTo(this.sheet.children, () => this.nodes.length < least || timeLeft()));
      return this.nodes.length < this.sheet.children || this.cancel();
    });
  }

  finish() {
    if (this.sheet) this.upTo(this.sheet.children);
    this.cancel();
  }

  cancel() {
    this.stop?.();
    this.sheet = this.stop = null;
    unfinished.delete(this);
  }

  /** `plan` gives for each child of `sheet` the index of the painted child to keep, or an index that does not exist. */
  repaint(sheet, plan) {
    guarded(() => this.finish());
    guarded(() => this.turn(sheet, plan));
    guarded(() => this.order());
  }

  turn(sheet, plan) {
    const before = this.nodes, kept = new Set(plan);
    const focused = before.findIndex(hasFocus);
    // New nodes come in runs: each run is one insertion.
    const run = document.createDocumentFragment();
    this.nodes = [...plan].map((old, index) => before[old] ?? sheet.child(index, run));
    // From the end: Firefox recalculates the style of all siblings after a removed node.
    for (let index = before.length; index-- > 0; ) if (!kept.has(index)) before[index].remove();
    let next = null;
    for (let index = this.nodes.length; index-- > 0; next = this.nodes[index]) {
      // A kept node is not touched: moving it would lose its focus.
      if (before[plan[index]]) continue;
      let from = index;
      while (from > 0 && !before[plan[from - 1]]) from--;
      const nodes = this.nodes.slice(from, index + 1);
      run.append(...nodes);
      this.root.insertBefore(run, next);
      index = from;
    }
    // Focus only after the old node is gone: of two summaries only the first can take the focus.
    if (focused >= 0 && !kept.has(focused) && this.nodes[focused] && isAlike(this.nodes[focused], before[focused])) this.nodes[focused].focus();
  }

  /** Restores the order of the nodes: a host's blur handler may have moved or removed some. */
  order() {
    if (this.nodes.every((node) => node.parentNode === this.root)) return;
    this.nodes.forEach((node) => this.root.appendChild(node));
  }

  /** Appends children; the first of `sheet` replaces the first existing child. */
  extend(sheet) {
    guarded(() => this.finish());
    guarded(() => {
      const [first, ...rest] = this.nodes;
      const instead = sheet.child(0, document.createDocumentFragment());
      const hadFocus = hasFocus(first);
      this.nodes = [first.isEqualNode(instead) ? first : instead, ...rest];
      if (this.nodes[0] === instead) first.replaceWith(instead);
      if (hadFocus) this.nodes[0].focus();
      const added = document.createDocumentFragment();
      for (let index = 1; index < sheet.children; index++) this.nodes.push(sheet.child(index, added));
      this.root.appendChild(added);
    });
    guarded(() => this.order());
  }

  /** Takes the attributes of another root. */
  copyAttributes(sheet) {
    guarded(() => {
      const { attributes } = sheet.root;
      for (const { name } of [...this.root.attributes]) if (!attributes[name]) this.root.removeAttribute(name);
      // Setting an attribute restyles all descendants, even if the value is the same.
      for (const { name, value } of attributes) if (this.root.getAttribute(name) !== value) this.root.setAttribute(name, value);
    });
  }

  mount(parent, next) {
    gone.delete(this.root);
    guarded(() => {
      parent.insertBefore(this.root, next ?? null);
      if (!this.nodes.length) this.paint();
    });
  }

  /** Replaces another painting. */
  replace(before) {
    gone.add(before.root);
    guarded(() => {
      before.root.replaceWith(this.root);
      this.paint();
    });
    before.cancel();
  }

  unmount() {
    gone.add(this.root);
    this.cancel();
    guarded(() => this.root.remove());
  }
}

/** Has it the focus, also in a window that is not active? There `:focus` matches nothing in WebKit. */
const hasFocus = (node) => node.getRootNode().activeElement === node;

/** Are these elements of one kind? */
const isAlike = (one, other) => one.nodeType === 1 && one.localName === other.localName && one.className === other.className;

/**
 * Patches a node of the page to match `next` and returns the resulting node. It keeps as many nodes as possible: they may have
 * the focus or the selection. What a reader has opened stays open.
 */
function turned(node, next) {
  if (node.isEqualNode(next)) return node;
  if (node.nodeType === 3 && next.nodeType === 3) {
    node.data = next.data;
    return node;
  }
  if (!isAlike(node, next)) {
    node.replaceWith(next);
    return next;
  }
  for (const { name, value } of next.attributes) if (name !== "open" && node.getAttribute(name) !== value) node.setAttribute(name, value);
  const before = [...node.childNodes], after = [...next.childNodes];
  after.forEach((child, index) => (before[index] ? turned(before[index], child) : node.append(child)));
  before.slice(after.length).forEach((child) => child.remove());
  return node;
}

/** Work to finish before printing, including work that is added meanwhile. */
const waiting = new Set();
const finishAll = () => waiting.forEach((finish) => finish());

/**
 * Calls `work(timeLeft)` in idle time again and again while it returns true, and once more to the end before printing.
 * Returns the function that stops it.
 */
export function whenIdle(work) {
  let handle, stopped = false;
  const stop = () => {
    stopped = true;
    (window.cancelIdleCallback ?? clearTimeout)(handle);
    waiting.delete(finish);
  };
  const finish = () => { if (!stopped) { stop(); work(() => true); } };
  const turn = (deadline) => {
    const end = performance.now() + 8;
    // A busy page is never idle: after the timeout, take a few milliseconds.
    const idle = deadline && !deadline.didTimeout;
    const timeLeft = () => (idle ? deadline.timeRemaining() > 1 : performance.now() < end);
    work(timeLeft) ? next() : stop();
  };
  const next = () => { handle = window.requestIdleCallback ? requestIdleCallback(turn, { timeout: 500 }) : setTimeout(turn, 1); };
  waiting.add(finish);
  addEventListener("beforeprint", finishAll);
  next();
  return stop;
}
