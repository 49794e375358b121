// Interactions in an open meta box: finding a field, showing its JSON, copying it, sorting a table.

import { put, say } from "./article_body.js";

/** Highlighted matches, at most. */
const MARKS = 2_000;

/** In a box with more rows the search waits for a pause in typing, in milliseconds. */
const LONG = 5_000, PAUSE = 120;

/** Every place that is marked on the page. */
const marked = typeof Highlight === "function" && CSS.highlights ? new Highlight() : null;

const ACTIONS = {
  "row-json": toggleJson,
  "all-json": toggleAll,
  "copy-json": ({ root, button, query }) => put(root, button, query("json", rowOf(button))),
  "copy-markdown": ({ root, button, query }) => put(root, button, query("markdown", rowOf(button))),
  "copy-identifier": ({ root, button }) => put(root, button, button.previousSibling.textContent),
  "sort": ({ button }) => sort(button.closest("th")),
};

/** The row whose JSON the button belongs to; `undefined` for the whole box. */
function rowOf(button) {
  const row = button.closest(".bm-raw")?.parentNode.querySelector(":scope > .bm-fact-json").dataset.bmRow;
  return row && Number(row);
}

/**
 * Adds the listeners of the meta box to the widget with this root; `query(name, row, rows)` asks Rust. Returns a function to
 * call after each repaint of the box.
 */
export function attachMeta(root, query, signal) {
  let lines = null, soon;
  const ranges = new Set();
  const closed = new Set();
  const box = () => root.querySelector(".bm-post-meta");
  const wantedText = () => folded(box()?.querySelector(".bm-facts-query")?.value.trim() ?? "");
  signal?.addEventListener("abort", () => { clearTimeout(soon); unmark(ranges); });

  const find = () => {
    clearTimeout(soon);
    const wanted = wantedText();
    lines ??= folded(query("texts")).split("\n").slice(0, -1);
    const rows = [];
    lines.forEach((line, index) => { if (line.includes(wanted)) rows.push(index); });
    say(root, wanted ? query("find", undefined, rows) : query("find"));
    mark();
  };
  const mark = () => {
    unmark(ranges);
    const wanted = wantedText();
    if (marked && wanted) for (const range of places(box(), wanted)) marked.add(range), ranges.add(range);
    // A find in the hidden part of a long table: the first part with one opens.
    const hidden = [...ranges].map(({ startContainer }) => startContainer.parentNode.closest(".bm-records-rest")).find(Boolean);
    if (hidden) hidden.open = true;
    if (marked?.size) CSS.highlights.set("backmatter-found", marked);
  };

  root.addEventListener("input", ({ target }) => {
    if (!target.matches(".bm-facts-query")) return;
    clearTimeout(soon);
    // Debounced in a long box, so that typing stays smooth.
    if (lines?.length > LONG) soon = setTimeout(find, PAUSE);
    else find();
  }, { signal });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !event.target.matches(".bm-facts-query") || !event.target.value) return;
    event.preventDefault();
    event.target.value = "";
    find();
  }, { signal });
  root.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const button = event.target.closest(".bm-post-meta button");
    if (button) ACTIONS[button.dataset.bmAction]?.({ root, button, query });
  }, { signal });
  root.addEventListener("copy", (event) => exact(root, event), { signal });
  root.addEventListener("toggle", ({ target }) => {
    if (target.matches(".bm-facts-group")) target.open ? closed.delete(nameOf(target)) : closed.add(nameOf(target));
  }, { signal, capture: true });
  // Later chunks are marked when they are painted; a group that was closed stays so.
  const attach = (records) => {
    const groups = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.matches?.(".bm-facts-group[open]"));
    for (const group of groups) if (closed.has(nameOf(group))) group.open = false;
    if (wantedText()) mark();
  };
  const painted = new MutationObserver(attach);
  signal?.addEventListener("abort", () => painted.disconnect());
  return () => {
    lines = null;
    attach(painted.takeRecords());
    if (!box()) return;
    painted.observe(box(), { childList: true });
    if (wantedText()) find();
  };
}

const nameOf = (group) => group.querySelector(".bm-facts-name").textContent;

/** Without case and accents. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Where the painted facts hold the folded text `wanted`. */
function* places(box, wanted) {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT, {
    acceptNode: ({ parentNode }) => (parentNode.closest("dl, .bm-facts-json") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP),
  });
  let left = MARKS;
  while (left > 0 && walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.data.toLocaleLowerCase();
    // Offsets need the same length: else only the case is folded, or the node is skipped.
    const line = folded(node.data).length === node.data.length ? folded(node.data) : text.length === node.data.length ? text : "";
    for (let at = line.indexOf(wanted); at >= 0 && left-- > 0; at = line.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      yield range;
    }
  }
}

function unmark(ranges) {
  for (const range of ranges) marked?.delete(range);
  ranges.clear();
}

/** Shows the JSON of a row under its fact, or takes it away again. */
function toggleJson({ button, query }) {
  const value = button.closest("dd");
  const raw = value.querySelector(":scope > .bm-raw");
  const isShown = !raw;
  if (raw) raw.remove();
  else value.append(jsonOf(value, query("json", Number(button.dataset.bmRow))));
  button.setAttribute("aria-expanded", isShown);
}

function jsonOf(value, text) {
  const raw = element("div", "bm-raw");
  const pre = element("pre", "bm-fact-code", text);
  pre.translate = false;
  raw.append(pre);
  for (const action of ["copy-json", "copy-markdown"]) {
    raw.append(value.closest(".bm-post-meta").querySelector(`.bm-facts-actions [data-bm-action="${action}"]`).cloneNode(true));
  }
  return raw;
}

const element = (name, className, textContent = "") => Object.assign(document.createElement(name), { className, textContent });

/** Shows the whole box as JSON, or as facts again. */
function toggleAll({ root, button, query }) {
  const isShown = button.getAttribute("aria-pressed") !== "true";
  query("show-json", isShown ? 0 : undefined);
  // The repaint has replaced the button.
  root.querySelector('[data-bm-action="all-json"]')?.focus();
}

/** Sorts the rows by a column: up, and down when they are sorted already. */
function sort(head) {
  const { compare } = collator(head.closest("[lang]")?.lang);
  const at = head.cellIndex, isDown = head.getAttribute("aria-sort") === "ascending";
  // A long table goes on in others, each in a disclosure.
  const place = head.closest(".bm-scroll").parentNode, whole = place.matches(".bm-records-rest") ? place.parentNode : place;
  const tables = [...whole.querySelectorAll(":scope > .bm-scroll > table, :scope > .bm-records-rest > .bm-scroll > table")];
  for (const { tHead } of tables) {
    for (const other of tHead.rows[0].cells) other.removeAttribute("aria-sort");
    tHead.rows[0].cells[at].setAttribute("aria-sort", isDown ? "descending" : "ascending");
  }
  const counts = tables.map((table) => table.tBodies[0].rows.length);
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]).map((row) => ({ row, ...keyOf(row.cells[at]) }));
  rows.sort((one, other) => {
    // What is missing stands last in either order.
    if (one.isMissing || other.isMissing) return one.isMissing - other.isMissing;
    const order = one.number - other.number || compare(one.text, other.text);
    return isDown ? -order : order;
  });
  let next = 0;
  tables.forEach((table, index) => {
    // Detached, so that moves cause no layout; one by one, because the number of arguments is limited.
    const body = table.tBodies[0];
    body.remove();
    for (const end = next + counts[index]; next < end; next++) body.append(rows[next].row);
    table.append(body);
  });
}

/** The collator of a language; the browser's default if the host's tag is invalid. */
function collator(lang) {
  try {
    return new Intl.Collator(lang || undefined, { numeric: true });
  } catch {
    return new Intl.Collator(undefined, { numeric: true });
  }
}

function keyOf(cell) {
  const text = (cell.querySelector("data")?.value ?? cell.querySelector("time")?.dateTime ?? cell.textContent).trim();
  return { text, number: Number(text), isMissing: Boolean(cell.querySelector(".bm-missing")) };
}

/** Copies grouped numbers as the digits of the input. */
function exact(root, event) {
  const selection = root.getRootNode().getSelection?.() ?? getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const parts = range.cloneContents();
  const { startContainer } = range;
  const start = (startContainer.closest ? startContainer : startContainer.parentNode).closest("data");
  // The selection is within one number.
  if (start && start.contains(range.endContainer)) {
    if (String(range) !== start.textContent) return;
    event.clipboardData.setData("text/plain", start.value);
    return event.preventDefault();
  }
  const numbers = parts.querySelectorAll("data.bm-number");
  if (!numbers.length) return;
  // The browser's own text of the selection, with the numbers replaced.
  let text = String(selection);
  for (const number of numbers) if (number.value) text = text.replace(number.textContent, () => number.value);
  event.clipboardData.setData("text/plain", text);
  event.preventDefault();
}
