// A JavaScript value → JSON text. Iterative, own keys only, every read in its own try: a getter that throws costs one
// field, a cycle one reference, a proxy that never ends the rest of the input.

import { InputError } from "./errors.js";
import { countOf, NOTICES, shortened } from "./notices.js";

const DEPTH = 512;
const VALUES = 2_000_000;
const CHARACTERS = 16_000_000;
/** How many values of the budget a thrown error uses, because creating one is a thousand times slower. */
const THROWN = 100;

/**
 * Copies `value` into JSON text.
 * @returns {{ text: string, notices: { code: string, where: string, what: string, why: string, more?: number }[] }}
 */
export const snapshot = (value) => new Snapshot().of(value);

class Snapshot {
  text = "";
  notices = [];
  unsaid = 0;
  /** The open lists and objects, the innermost last. */
  open = [];
  ancestors = new Set();
  values = 0;

  of(value) {
    this.value(value);
    while (this.open.length) this.go(this.open.at(-1));
    if (this.unsaid) this.notices.push(countOf(this.unsaid));
    return { text: this.text, notices: this.notices };
  }

  write(text) {
    if (this.text.length + text.length > CHARACTERS) throw new InputError("too-large", "the input is longer than 16 million characters");
    this.text += text;
  }

  notice(code, what, why) {
    if (this.notices.length >= NOTICES) return this.unsaid++;
    // A key may be an e-mail address, which is private. Long keys are cut first, because the regular expression backtracks.
    const where = this.open.map((frame) => shortened(stepOf(frame))).join("").replace(/^\./, "").replace(/[^.\s@]+@[^\s@]+/g, "•••");
    this.notices.push({ code, where: shortened(where), what, why: shortened(why) });
  }

  /** Writes `value`, or `null` if JSON cannot express it. */
  value(value) {
    this.values++;
    switch (typeof value) {
      case "string": return this.quoted(value);
      case "boolean":
      case "bigint": return this.write(String(value));
      case "number": return this.write(this.number(value));
      case "object": return value === null ? this.write("null") : this.object(value);
      default: return this.write("null");
    }
  }

  quoted(text) {
    this.write(text.length > CHARACTERS ? text : JSON.stringify(text));
  }

  number(value) {
    if (!Number.isFinite(value)) {
      this.notice("not-a-number", "shown as empty", `${value} is no number of JSON`);
      return "null";
    }
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      this.notice("digits-lost", "digits may be lost", "a JavaScript number keeps 53 bits; give the post as JSON text to keep them all");
    }
    return String(value);
  }

  object(value) {
    if (this.ancestors.has(value)) return this.instead("cycle", "a cycle ends here", "the value holds itself");
    if (this.open.length >= DEPTH) return this.instead("too-deep", "deeper values left out", `values nest ${DEPTH} levels at most`);
    let entries;
    try {
      entries = entriesOf(value);
    } catch (error) {
      this.values += THROWN;
      return this.instead("value-threw", "left out", `reading it threw ${said(error)}`);
    }
    if (typeof entries === "string") return this.quoted(entries);
    this.ancestors.add(value);
    this.open.push({ value, ...entries, index: 0, isFirst: true });
    this.write(entries.keys ? "{" : "[");
  }

  instead(code, what, why) {
    this.notice(code, what, why);
    this.write("null");
  }

  /** Writes the entries of an open list or object up to one that opens another, or to its end. */
  go(frame) {
    const depth = this.open.length;
    while (frame.index < frame.size && this.values <= VALUES) {
      this.next(frame);
      if (this.open.length > depth) return;
    }
    if (frame.index < frame.size) {
      frame.index++;
      this.notice("too-many-values", "the rest was left out", "an input has 2,000,000 values at most");
    }
    this.ancestors.delete(frame.value);
    this.open.pop();
    this.write(frame.keys ? "}" : "]");
  }

  next(frame) {
    const key = frame.keys ? frame.keys[frame.index] : frame.index;
    frame.index++;
    let value;
    try {
      value = frame.read ? frame.read(key, frame.index - 1) : frame.source[key];
    } catch (error) {
      this.values += THROWN;
      this.notice("value-threw", "left out", `reading it threw ${said(error)}`);
      value = null;
    }
    if (frame.keys && (value === undefined || typeof value === "function" || typeof value === "symbol")) {
      // A skipped entry takes time too, so it counts against the budget.
      this.values++;
      return;
    }
    if (!frame.isFirst) this.write(",");
    frame.isFirst = false;
    if (frame.keys) {
      this.quoted(key);
      this.write(":");
    }
    this.value(value);
  }
}

/** The step of a path that leads to the entry read last. */
const stepOf = ({ keys, index }) => (index === 0 ? "" : keys ? `.${keys[index - 1]}` : `[${index - 1}]`);

/** How to read an object: a text to write instead, or `{ source, size, keys?, read? }`; an object has keys, a list has none. */
function entriesOf(value) {
  if (Array.isArray(value)) return listOf(value);
  const prototype = Object.getPrototypeOf(value);
  // Most data is plain objects; the checks for other kinds are slow.
  return prototype === Object.prototype || prototype === null ? fieldsOf(value) : otherOf(value);
}

const hrefOf = Object.getOwnPropertyDescriptor(URL.prototype, "href")?.get;

function otherOf(value) {
  // Instances of a host's class are the most common; testing for each kind takes ten times as long.
  if (attempt(() => Object.prototype.toString.call(value)) === "[object Object]") return fieldsOf(value);
  if (ArrayBuffer.isView(value) && "length" in value) return listOf(value);
  const date = attempt(() => Date.prototype.getTime.call(value));
  if (date !== undefined) return Number.isNaN(date) ? "" : new Date(date).toISOString();
  // Recognises a URL of any window, but not an object that only claims to be one.
  const href = attempt(() => hrefOf.call(value));
  if (href !== undefined) return href;
  for (const Box of [String, Number, Boolean]) {
    const boxed = attempt(() => Box.prototype.valueOf.call(value));
    if (boxed !== undefined) return String(boxed);
  }
  if (attempt(() => Map.prototype.has.call(value, 0)) !== undefined) {
    const entries = [...Map.prototype.entries.call(value)].filter(([key]) => typeof key === "string" || typeof key === "number");
    const keys = entries.map(([key]) => String(key));
    return { source: value, size: keys.length, keys, read: (_, index) => entries[index][1] };
  }
  if (attempt(() => Set.prototype.has.call(value, 0)) !== undefined) return listOf([...Set.prototype.values.call(value)]);
  return fieldsOf(value);
}

function fieldsOf(value) {
  const keys = Object.keys(value);
  return { source: value, size: keys.length, keys, read: undefined };
}

function listOf(list) {
  // One more than the limit, so that the budget check reports it.
  return { source: list, size: Math.min(Number(list.length) || 0, VALUES + 1), keys: undefined, read: undefined };
}

function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The message of a thrown value. Anything can be thrown, and reading it can throw again. */
function said(error) {
  try {
    return String(error?.message ?? error).slice(0, 200);
  } catch {
    return "something";
  }
}
