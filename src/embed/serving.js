// Posts as HTML and in the native format, without a page. Each runtime brings the wasm in its own way.

import init, * as program from "#render";
import { textOf } from "./input.js";
import { InputError } from "./errors.js";

/**
 * The functions of a runtime.
 * @param {() => unknown} load gives the wasm: bytes, a module, a response, or a promise of one
 */
export function serving(load) {
  let loading = null;

  /** Loads the wasm once; after a failure the next call tries again. */
  const ready = () => (loading ??= Promise.resolve(load()).then((wasm) => init({ module_or_path: wasm })).catch((error) => {
    loading = null;
    throw error;
  }));

  const call = async (name, input, options) => {
    const { text, notices } = textOf(input);
    const said = textOf(options ?? {}).text;
    await ready();
    return { answer: answered(name, text, said), notices };
  };

  return {
    /** A post in any accepted format as HTML. */
    async render(input, options) {
      const { answer: { html, report }, notices } = await call("render", input, options);
      report.notices.unshift(...notices);
      return { html, report };
    },

    /** A page of a static site with its posts rendered into their elements. */
    async fill(page) {
      await ready();
      return answered("fill", String(page));
    },

    /** For each post of a site, the posts to read next: cards by id or, without one, by address. */
    async index(posts, options) {
      const { answer } = await call("index", posts, options);
      return new Map(answer.filter(({ of }) => of).map(({ of, similar }) => [of, JSON.parse(similar)]));
    },

    /** An input in the native format. */
    async normalize(input, options) {
      const { answer: { text, report, mapped, posts }, notices } = await call("convert", input, options);
      report.notices.unshift(...notices);
      return { post: JSON.parse(text), report, mapped, posts };
    },

    /** Which format an input is in. */
    async detect(input, options) {
      const { format, confidence, reasons } = (await call("identify", input, options)).answer;
      return { format, confidence, reasons };
    },
  };
}

/** The answer of an export. After a crash the next call gets a fresh instance. */
function answered(name, ...texts) {
  let answer;
  try {
    answer = program[name](...texts);
  } catch (cause) {
    program.__wbg_reset_state();
    throw new Error("Backmatter has crashed on this input", { cause });
  }
  if (Object.hasOwn(answer, "error")) throw new InputError(answer.error.code, answer.error.message);
  return answer.ok;
}
