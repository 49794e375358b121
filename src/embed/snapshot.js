// A JavaScript value → JSON text. Iterative, own keys only, every read in its own try: a getter that throws costs one
// field, a cycle one reference, a proxy that never ends the rest of the input.

import { InputError } from "./input.js";

const DEPTH = 512;
const VALUES = 2_000_000;
const CHARACTERS = 16_000_000;

/**
 * Copies `value` into JSON text.
 * @returns {{ text: string, notices: { where: string, what: string, why: string }[] }}
 */
export const snapshot = (value) => new Snapshot().of(value);

class Snapshot {
  parts = [];
  notices = [];
  open = [];
  ancestors = new Set();
  values = 0;
  length = 0;

  of(value) {
    this.value(value);
    while (this.open.length) this.next(this.open.at(-1));
    return { text: this.parts.join(""), notices: this.notices };
  }

  write(text) {
    this.length += text.length;
    if (this.length > CHARACTERS) throw new InputError("too-large", "the input is longer than 16 million characters");
    this.parts.push(text);
  }

  notice(what, why) {
    // A key may be an address that is nobody's business.
    const where = this.open.map(({ step }) => step).join("").replace(/^\./, "").replace(/[^.\s@]+@[^\s@]+/g, "•••");
    this.notices.push({ where, what, why });
  }

  /** Writes what `value` is, or `null` where it is nothing JSON knows. */
  value(value) {
    this.values++;
    switch (typeof value) {
      case "string": return this.write(JSON.stringify(value));
      case "boolean": return this.write(String(value));
      case "bigint": return this.write(String(value));
      case "number": return this.write(this.number(value));
      case "object": return value === null ? this.write("null") : this.object(value);
      default: return this.write("null");
    }
  }

  number(value) {
    if (!Number.isFinite(value)) {
      this.notice("shown as empty", `${value} is no number of JSON`);
      return "null";
    }
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      this.notice("digits may be lost", "a JavaScript number keeps 53 bits; give the post as JSON text to keep them all");
    }
    return String(value);
  }

  object(value) {
    if (this.ancestors.has(value)) return this.instead("a cycle ends here", "the value holds itself");
    if (this.open.length >= DEPTH) return this.instead("deeper values left out", `values nest ${DEPTH} levels at most`);
    let entries;
    try {
      entries = entriesOf(value);
    } catch (error) {
      return this.instead("left out", `reading it threw ${said(error)}`);
    }
    if (typeof entries === "string") return this.write(JSON.stringify(entries));
    const list = !entries.keys;
    this.ancestors.add(value);
    this.open.push({ value, ...entries, list, index: 0, first: true, step: "" });
    this.write(list ? "[" : "{");
  }

  instead(what, why) {
    this.notice(what, why);
    this.write("null");
  }

  /** Writes the next entry of an open list or object, or closes it. */
  next(frame) {
    const { list, index } = frame;
    if (index >= frame.size || this.values > VALUES) {
      if (index < frame.size) this.notice("the rest was left out", "an input has 2,000,000 values at most");
      this.ancestors.delete(frame.value);
      this.open.pop();
      return this.write(list ? "]" : "}");
    }
    frame.index++;
    const key = list ? index : frame.keys[index];
    frame.step = list ? `[${key}]` : `.${key}`;
    let value;
    try {
      value = frame.read(key);
    } catch (error) {
      this.notice("left out", `reading it threw ${said(error)}`);
      value = null;
    }
    const absent = value === undefined || typeof value === "function" || typeof value === "symbol";
    if (absent && !list) return;
    this.write((frame.first ? "" : ",") + (list ? "" : `${JSON.stringify(key)}:`));
    frame.first = false;
    this.value(value);
  }
}

/** How to read an object: a text in its place, or `{ size, keys?, read }`. */
function entriesOf(value) {
  if (Array.isArray(value)) return listOf(value);
  if (ArrayBuffer.isView(value) && "length" in value) return listOf(value);
  const date = attempt(() => Date.prototype.getTime.call(value));
  if (date !== undefined) return Number.isNaN(date) ? "" : new Date(date).toISOString();
  if (value instanceof URL) return value.href;
  for (const Box of [String, Number, Boolean]) {
    const boxed = attempt(() => Box.prototype.valueOf.call(value));
    if (boxed !== undefined) return String(boxed);
  }
  if (attempt(() => Map.prototype.has.call(value, 0)) !== undefined) {
    const keys = [...Map.prototype.keys.call(value)].filter((key) => typeof key === "string" || typeof key === "number");
    return { keys: keys.map(String), size: keys.length, read: (key) => pick(value, key) };
  }
  if (attempt(() => Set.prototype.has.call(value, 0)) !== undefined) return listOf([...Set.prototype.values.call(value)]);
  const keys = Object.keys(value);
  return { keys, size: keys.length, read: (key) => value[key] };
}

const pick = (map, key) => (Map.prototype.has.call(map, key) ? Map.prototype.get.call(map, key) : Map.prototype.get.call(map, Number(key)));

function listOf(list) {
  return { size: Math.min(Number(list.length) || 0, VALUES), read: (index) => list[index] };
}

function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function said(error) {
  try {
    return String(error?.message ?? error).slice(0, 200);
  } catch {
    return "something";
  }
}
