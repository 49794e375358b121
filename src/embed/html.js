// Where the wasm asks for HTML to be parsed. The parser comes with the lazy half; before that there is none.

let parse = () => undefined;

/** Tells who parses HTML from now on. */
export function parseWith(parser) {
  parse = parser;
}

/** The tokens of `html` as JSON text; undefined where no parser may be used. */
export const tokens = (html) => parse(html);
