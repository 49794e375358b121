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

/** The words that are here, by the name of their file; `null` for a file that could not be loaded: English stays. */
const words = new Map();

/** The name of the file for a BCP 47 tag. The same rule as in `labels/languages.rs`. */
function fileOf(lang) {
  const tag = String(lang).toLowerCase();
  return /^zh-(hant|tw|hk|mo)\b/.test(tag) ? "zh-hant" : tag.split("-", 1)[0];
}

/** The language of the interface for options as text: their own, or that of the page around `element`. */
export function languageOf(options, element) {
  const { lang } = read(options);
  return lang ?? (element?.closest("[lang]") ?? document.documentElement).lang;
}

/** Must the words of a language be loaded before they can be used? */
export function areMissing(lang) {
  const file = fileOf(lang);
  return Object.hasOwn(FILES, file) && !words.has(file);
}

/** Loads the words of a language. */
export async function loadWords(lang) {
  const file = fileOf(lang);
  if (areMissing(lang)) await FILES[file]().then(({ default: loaded }) => words.set(file, loaded), () => words.set(file, null));
}

/** Options as text, with the words of a language where they have been loaded. The host's labels win. */
export function withWords(options, lang) {
  const known = words.get(fileOf(lang));
  if (!known) return options;
  const given = read(options);
  return JSON.stringify({ ...given, labels: { ...known, ...given.labels } });
}

/** Options as text without the format, for what has been converted. */
export const withoutFormat = (options) => JSON.stringify({ ...read(options), format: undefined });

/** A host may give options as a text that is not JSON. */
function read(options) {
  try {
    return Object(JSON.parse(options));
  } catch {
    return {};
  }
}
