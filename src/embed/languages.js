// The words of the interface in the language of the option `lang`, or else of the page around.

/** Each address is a literal: bundlers find no other. */
const FILES = {
  ar: () => import("./labels.ar.js"),
  de: () => import("./labels.de.js"),
  es: () => import("./labels.es.js"),
  fr: () => import("./labels.fr.js"),
  he: () => import("./labels.he.js"),
  it: () => import("./labels.it.js"),
  ja: () => import("./labels.ja.js"),
  ko: () => import("./labels.ko.js"),
  nl: () => import("./labels.nl.js"),
  pl: () => import("./labels.pl.js"),
  pt: () => import("./labels.pt.js"),
  ru: () => import("./labels.ru.js"),
  tr: () => import("./labels.tr.js"),
  uk: () => import("./labels.uk.js"),
  zh: () => import("./labels.zh.js"),
  "zh-hant": () => import("./labels.zh-hant.js"),
};

/** How long a post waits for its words, in milliseconds. */
const TIMEOUT = 3_000;

/** The words that are here, by the name of their file; `null` for a file that could not be loaded in time: English stays. */
const words = new Map();

/** The name of the file for a BCP 47 tag. The same rule as in `labels/languages.rs`. */
function fileOf(lang) {
  const tag = lang.toLowerCase();
  return /^zh-(hant|tw|hk|mo)\b/.test(tag) ? "zh-hant" : tag.split("-", 1)[0];
}

/** The language that options name; what is no text names none. */
const named = (options) => (typeof options?.lang === "string" ? options.lang : undefined);

/** The language of the interface for options as text: their own, or that of the page around `element`. */
export function languageOf(options, element) {
  return named(read(options)) ?? (element?.closest("[lang]") ?? document.documentElement).lang;
}

/** The language of HTML that was rendered ahead: a server does not know the language of the page. */
export const languageAhead = (options) => named(options) ?? "";

/** Must the words of a language be loaded before they can be used? */
export function areMissing(lang) {
  const file = fileOf(lang);
  return Object.hasOwn(FILES, file) && !words.has(file);
}

/** Loads the words of a language. A post does not wait long for them: it is shown in English then. */
export async function loadWords(lang) {
  if (!areMissing(lang)) return;
  const file = fileOf(lang);
  const loaded = FILES[file]().then(({ default: known }) => known, () => null);
  const known = await Promise.race([loaded, new Promise((done) => setTimeout(done, TIMEOUT, null))]);
  if (!words.has(file)) words.set(file, known);
}

/** Options as text, with the words of a language where they have been loaded. The host's labels win. */
export function withWords(options, lang) {
  const known = words.get(fileOf(lang)), given = read(options);
  return known && given ? JSON.stringify({ ...given, labels: { ...known, ...given.labels } }) : options;
}

/** Options as text without the format, for what has been converted. */
export function withoutFormat(options) {
  const given = read(options);
  return given ? JSON.stringify({ ...given, format: undefined }) : options;
}

/** The object in a text; `null` for a text that is not JSON: a host may give any. */
function read(options) {
  try {
    return Object(JSON.parse(options));
  } catch {
    return null;
  }
}
