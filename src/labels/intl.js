// `Intl`, with one cached formatter per language. For a tag that the browser refuses, its own language is the fallback.

const kept = new Map();

/** The formatter of a language; `variant` tells its options from others of the same kind. */
function formatter(Kind, lang, options, variant = "") {
  const key = `${Kind.name} ${lang} ${variant}`;
  let made = kept.get(key);
  if (!made) {
    try { made = new Kind(lang || undefined, options); } catch { made = new Kind(undefined, options); }
    // Bounded, because posts choose the language and a server runs for a long time.
    if (kept.size > 256) kept.clear();
    kept.set(key, made);
  }
  return made;
}

const WRITERS = {
  /** From a text, so that no digit is lost. */
  number(lang, [digits]) {
    // A number with an exponent is not formatted: it could be rounded or out of range.
    const [, part] = /^-?\d{1,300}(?:\.(\d{1,20}))?$/.exec(digits) ?? [, null];
    if (part === null) return digits;
    const minimumFractionDigits = part?.length ?? 0;
    return formatter(Intl.NumberFormat, lang, { minimumFractionDigits, maximumFractionDigits: minimumFractionDigits }, minimumFractionDigits).format(digits);
  },

  /** A day given as `2025-04-10`: never shifted to another zone. */
  day: (lang, [day]) => formatter(Intl.DateTimeFormat, lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`)),

  /** A time of day given as `09:30`. Not every engine writes a plain space before AM. */
  clock: (lang, [time]) => formatter(Intl.DateTimeFormat, lang, { timeStyle: "short", timeZone: "UTC" }, "clock").format(new Date(`2000-01-01T${time}Z`)).replace("\u202f", " "),

  plural: (lang, [digits]) => formatter(Intl.PluralRules, lang).select(Number(digits)),

  list: (lang, names) => formatter(Intl.ListFormat, lang, { type: "conjunction" }).format(names),
};

/** Writes the lines of a text as one `kind` of thing. */
export const write = (kind, lang, lines) => WRITERS[kind](lang, lines.split("\n"));
