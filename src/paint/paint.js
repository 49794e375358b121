// The only code that writes content into the DOM: it copies element prototypes and appends. No HTML is parsed here.
//
// What is called from Rust never throws: an exception would go through Rust, where no destructor runs. The page may throw
// all the same (a handler that hears of a lost focus moves a node of ours), so each step is guarded.

/** What the page or the host has thrown while something was painted. */
const thrown = [];

/** Gives what was thrown since this was asked last. */
export const takeThrown = () => thrown.splice(0);

/** Does what touches the page; gives `undefined` where that throws. */
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

/** A drawing on this side: a copy, because wasm frees its own at once. */
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
          // One that stands alone in its element is set in one step.
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

/** Is a part of a post elsewhere than in its root, though nobody here has taken it away? A host has. */
export const isAstray = (part, root) => part.parentNode !== root && !gone.has(part);

/** How much longer a painting becomes in each idle time, at least. */
const GROWTH = 1.05;

/** Paintings that go on in idle time. */
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
    // What a frame holds is adopted by those who draw it.
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
    // A page takes many nodes best at once. What is not on the page is drawn in its place: each move walks through all that moves.
    const place = root.isConnected ? document.createDocumentFragment() : root;
    while (nodes.length < Math.min(count, sheet.children) && rest()) {
      const before = taken[nodes.length];
      const node = guarded(() => before ? turned(before, sheet.child(nodes.length, document.createDocumentFragment())) : sheet.child(nodes.length, place));
      // What the page does not let be drawn keeps its place.
      nodes.push(node ?? before ?? place.appendChild(document.createComment("")));
    }
    if (place !== root) root.appendChild(place);
    if (nodes.length === sheet.children) taken.splice(0).slice(nodes.length).forEach((node) => node.remove());
  }

  later() {
    if (this.nodes.length >= this.sheet.children) return this.cancel();
    unfinished.add(this);
    this.stop ??= whenIdle((timeLeft) => {
      // The page walks over all that is there each time something is added: so what is added grows with it.
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

  /** `plan` names for each child of `sheet` the painted child that stays in its place, or a number that none has. */
  repaint(sheet, plan) {
    guarded(() => this.finish());
    guarded(() => this.turn(sheet, plan));
    guarded(() => this.order());
  }

  turn(sheet, plan) {
    const before = this.nodes, kept = new Set(plan);
    const focused = before.findIndex((node) => node.matches?.(":focus"));
    // What is new stands in runs: the page takes each at once.
    const run = document.createDocumentFragment();
    this.nodes = [...plan].map((old, index) => before[old] ?? sheet.child(index, run));
    // From the end: Firefox looks again at the style of all that stand behind one that goes.
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
    // Now that it stands alone: of two summaries only the first takes the focus.
    if (focused >= 0 && !kept.has(focused) && this.nodes[focused] && isAlike(this.nodes[focused], before[focused])) this.nodes[focused].focus();
  }

  /** Puts the nodes where they belong: a host that heard of a lost focus may have moved or removed some. */
  order() {
    if (this.nodes.every((node) => node.parentNode === this.root)) return;
    this.nodes.forEach((node) => this.root.appendChild(node));
  }

  /** Adds children at the end; the first takes the place of the first that is there. */
  extend(sheet) {
    guarded(() => this.finish());
    guarded(() => {
      const [first, ...rest] = this.nodes;
      const instead = sheet.child(0, document.createDocumentFragment());
      const hasFocus = first.matches(":focus");
      this.nodes = [first.isEqualNode(instead) ? first : instead, ...rest];
      if (this.nodes[0] === instead) first.replaceWith(instead);
      if (hasFocus) this.nodes[0].focus();
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
      // A browser looks again at the style of all that is in it, even where nothing is another.
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

  /** Takes the place of another painting. */
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

/** Are these elements of one kind? */
const isAlike = (one, other) => one.nodeType === 1 && one.localName === other.localName && one.className === other.className;

/**
 * Turns a node of the page into what `next` shows and gives the one that stays. As many of its nodes as can be are kept: they
 * may have the focus, or be selected. What a reader has opened stays open.
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

/** What is to be done before printing; what is added meanwhile is done too. */
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
    // A busy page is never idle: then a few milliseconds are taken.
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
