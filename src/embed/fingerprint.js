// A fingerprint of the input of rendered HTML. `rendering/fingerprint.rs` does the same and gives the reasons;
// `tests/fixtures/ahead/fingerprints.json` tests both.

/** Options for where a post is and when it is shown, not how it looks. */
const ELSEWHERE = ["src", "loading", "ownHost"];
const ALL_SECTIONS = "body gallery meta similar";
const SEEDS = [0x811c9dc5, 0x9747b28c], PRIMES = [0x01000193, 0x5bd1e995];

/** The fingerprint of a text, or of the address of a post with `src`, and of the options. */
export function fingerprint(version, text, src, options) {
  const from = src === null ? plain(text) : `src ${src}`;
  return `${version} 1 ${hash(`${from}\0${canonical(options)}`)}`;
}

/** A text, normalised for a script element. */
const plain = (text) => text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, "").replace(/\r\n?/g, "\n").replaceAll("<", "\\u003c");

function canonical(options) {
  const said = Object.entries(options)
    .filter(([name, value]) => !ELSEWHERE.includes(name) && value !== null && value !== undefined && value !== false)
    .map(([name, value]) => [name, name === "sections" && Array.isArray(value) ? value.join(" ") : word(value)])
    .filter(([name, value]) => name !== "sections" || value !== ALL_SECTIONS);
  return said.sort(byName).map(([name, value]) => `${name}=${value};`).join("");
}

const byName = ([one], [other]) => (one < other ? -1 : 1);

function word(value) {
  if (Array.isArray(value)) return `[${value.map(word).join(",")}]`;
  if (value === null || typeof value !== "object") return String(value);
  return `{${Object.entries(value).map(([name, value]) => `${name}:${word(value)}`).sort().join(",")}}`;
}

/** FNV-1a, and the same with another prime. */
function hash(text) {
  const halves = [...SEEDS];
  for (let at = 0; at < text.length; at++) {
    for (const half of [0, 1]) {
      halves[half] = Math.imul(halves[half] ^ text.charCodeAt(at), PRIMES[half]);
      halves[half] ^= halves[half] >>> 15;
    }
  }
  return halves.map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
