// What all peers share: the prepared post, the words of the interface, `Intl`.

/** The post of a JSON text, its images numbered and its headings named. */
export function prepare(text) {
  const post = JSON.parse(text);
  let index = 0;
  const prefix = `bm-${slug(post.id)}-`;
  for (const block of post.body) {
    if (block.type === "image") block.index = index++;
    if (block.type === "heading") block.name = prefix + slug(block.text);
  }
  for (const image of post.images) image.index = index++;
  return post;
}

const slug = (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join("-");

const kept = new Map();
const formatter = (Kind, lang, options) => {
  const key = Kind.name + lang;
  if (!kept.has(key)) kept.set(key, new Kind(lang, options));
  return kept.get(key);
};

export const number = (value, lang) => formatter(Intl.NumberFormat, lang).format(value);
export const date = (day, lang) => formatter(Intl.DateTimeFormat, lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

/** The name of a field: its key in words. */
export const label = (key) => key[0].toUpperCase() + key.slice(1).replaceAll("_", " ");

/** Fields in lists of fifty. */
export function lists(meta) {
  const fields = Object.entries(meta), found = [];
  for (let from = 0; from < fields.length; from += 50) found.push(fields.slice(from, from + 50));
  return found;
}

/** The digest in the summary of the meta box: the number of fields, and the first count. */
export function digest(meta, lang) {
  const fields = Object.entries(meta), count = fields.find(([, value]) => typeof value === "number");
  const told = [`${number(fields.length, lang)} fields`];
  // Field names are in lower case within an English sentence.
  const name = ([key]) => (lang === "en" ? key.replaceAll("_", " ") : label(key));
  if (count) told.push(`${name(count)} ${number(count[1], lang)}`);
  return told;
}

export const WORDS = "Copied\nCopying failed\nCode\nTable";
export const ratio = ({ width, height }) => `${width}/${height}`;
export const isExternal = (url) => url.startsWith("http");
