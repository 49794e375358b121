// One widget in one target: it has a program show the post that a host gives, and keeps it up to date.
//
// A post is painted by `first` and taken over by `widget` when the page is idle, or painted by `widget` at once. Both produce the
// same tree.

import { completed, isIncomplete } from "./candidates.js";
import { converted, convertedNow, isNamed, mayBeOther } from "./conversion.js";
import { FallbackError, InputError, wordsOf } from "./errors.js";
import { ROOT } from "./fallback.js";
import { finishIn, isAstray, takeThrown, whenIdle } from "../paint/paint.js";
import { hasWish, optionsText, textOf } from "./input.js";
import { areMissing, languageAhead, languageOf, loadWords, withoutFormat, withWords } from "./languages.js";
import { MetaBox } from "./meta_box.js";
import { limited } from "./notices.js";
import { afterCall, converter, isBusy, keeper, live, painter, ready, start } from "./runtime.js";

export class Widget {
  #standing;
  /** The text shown, the notices from copying it, and the options as text. */
  #given = null;
  #options = {};
  /** How the current post was shown: its number in `widget` (0 until `widget` keeps it), and what `first` could not do. */
  #shown = null;
  #turn = 0;
  #forget = null;
  #meta = null;
  /** Fetches the text of a post that was rendered ahead. */
  #fetch = null;
  #enlivening = null;

  /** @param {import("./standing.js").Standing} standing what stands in the target now */
  constructor(standing) {
    this.#standing = standing;
  }

  /** The report, with the notices of the meta box once it can be filled. */
  get report() {
    const standing = this.#standing;
    if (standing.state === "ready" && keeper.isReady && !isBusy()) {
      // After a failure, the report has the notices known so far.
      try {
        this.#takeOver();
        this.#meta?.fillWhole();
      } catch { /* a crash is heard of by whoever listens for it */ }
    }
    return standing.report;
  }

  /**
   * Becomes the owner of the current post, which was rendered ahead.
   * @param {unknown} post the post, or a function that fetches its text when it is needed
   */
  own(post, options) {
    const { format } = this.#standing.report;
    const isNative = !format || format.startsWith("backmatter");
    const lang = languageAhead(options);
    const isHere = isNative && typeof post !== "function" && !areMissing(lang);
    const said = withWords(optionsText(options), lang);
    this.#given = { ...(isHere ? textOf(post) : { text: null, notices: [], report: undefined }), options: said };
    this.#fetch = isHere ? null : () => this.#nativeText(post, isNative, optionsText(options), lang);
    this.#options = options;
    this.#shown = { parts: this.#standing.parts, id: 0, needs: [], isAhead: true, instance: keeper.instance };
    this.#standing.owner = this.#owner();
    this.#meta = new MetaBox(this.#standing, () => this.#enlivensNow());
    this.#meta.attach();
  }

  /** The text of a post that was rendered ahead, in the native format, and its options. */
  async #nativeText(post, isNative, said, lang) {
    const [text] = await Promise.all([typeof post === "function" ? post() : textOf(post).text, loadWords(lang)]);
    const options = withWords(said, lang);
    if (isNative) return { text, options };
    const native = await converted({ text, notices: [], options });
    return { text: native.text, options: native.options, report: native.report };
  }

  /** The options as text, with the words of their language. Where these must be loaded first, the post is shown again then. */
  #said(options) {
    const said = optionsText(options);
    const lang = languageOf(said, this.#standing.target);
    const turn = this.#turn;
    if (areMissing(lang)) loadWords(lang).then(() => turn === this.#turn && this.setNow(options)).catch(() => {});
    return withWords(said, lang);
  }

  /**
   * Shows `post`; resolves with the report. Rejects with an error that has a `code` or a `reason`.
   * @param {{ whole?: boolean, limit?: number }} how `whole` waits for the program `widget`; `limit` is in characters
   */
  async show(post, options, { whole = false, limit } = {}) {
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    let notices;
    try {
      const given = { ...textOf(post, limit), options: optionsText(options) };
      ({ notices } = given);
      const lang = languageOf(given.options, this.#standing.target);
      if (areMissing(lang)) {
        // In parallel with the program, not before it.
        (keeper.isReady || whole || this.#shown ? ready() : start()).catch(() => {});
        this.#standing.wait();
        await loadWords(lang);
        if (!isCurrent()) return this.report;
      }
      given.options = withWords(given.options, lang);
      return await this.#showSoon(given, options, whole, isCurrent).catch(async (error) => {
        if (!isCurrent() || !mayBeOther(error, given)) throw error;
        const native = await converted(given, error);
        return isCurrent() ? this.#showSoon(native, options, whole, isCurrent) : this.report;
      });
    } catch (thrown) {
      const error = asError(thrown);
      if (isCurrent()) this.#fail(error, options, notices);
      throw error;
    }
  }

  async #showSoon(given, options, whole, isCurrent) {
    if (!given.report && isNamed(options)) {
      // In parallel with `first`, not after it.
      start().catch(() => {});
      this.#standing.wait();
      given = await converted(given);
      if (!isCurrent()) return this.report;
    }
    if (!keeper.isReady && !whole && (!this.#shown || keeper.isLost)) {
      this.#standing.wait();
      await start();
      if (!isCurrent()) return this.report;
      if (!keeper.isReady && this.#paint(given, options)) return this.#standing.report;
    }
    if (!keeper.isReady) {
      this.#standing.wait();
      const failure = await ready().then(() => null, (error) => error);
      if (!isCurrent()) return this.report;
      if (failure && this.#paintsInstead(given, options, whole)) return this.#standing.report;
      if (failure) throw failure;
    }
    const render = () => (isCurrent() ? this.#whenFree(() => this.#render(given, options)) : this.report);
    // What was converted has no HTML.
    return given.report ? render() : keeper.afterParts(given, render);
  }

  /** If `widget` cannot be loaded, `first` paints an update from scratch; returns whether it did. */
  #paintsInstead(given, options, whole) {
    return !whole && painter.isReady && this.#paint(given, options);
  }

  /** The same synchronously, for a program that is ready. A call during painting is deferred until painting is done. */
  showNow(post, options) {
    return this.#now(options, () => {
      const given = { ...textOf(post), options: this.#said(options) };
      try {
        return this.#render(isNamed(options) ? convertedNow(given) : given, options);
      } catch (error) {
        if (!mayBeOther(error, given)) throw error;
        if (converter.isReady) return this.#render(convertedNow(given), options);
        if (error.code !== "other-format") throw error;
        // It is shown once `formats` has loaded.
        this.show(post, options).catch(() => {});
        return this.#standing.report;
      }
    });
  }

  /** Shows the last post with other options. */
  setNow(options) {
    if (!this.#given?.text) return this.report;
    return this.#now(options, () => {
      const said = this.#said(options);
      return this.#render({ ...this.#given, options: this.#given.report ? withoutFormat(said) : said }, options);
    });
  }

  /** Defers a call during painting until painting is done; events then report the result. */
  #whenFree(render) {
    if (!isBusy()) return render();
    const turn = this.#turn;
    afterCall(() => {
      try { if (turn === this.#turn) render(); } catch (thrown) { this.#fail(asError(thrown), this.#options); }
    });
    return this.#standing.report;
  }

  #now(options, render) {
    this.#turn++;
    try {
      return this.#whenFree(render);
    } catch (thrown) {
      const error = asError(thrown);
      this.#fail(error, options);
      throw error;
    }
  }

  jsonLd() {
    if (this.#standing.state !== "ready") return null;
    this.#takeOver();
    if (!this.#shown.id) return null;
    return JSON.parse(keeper.call("json_ld", this.#shown.id));
  }

  /** Takes the widget off the page; the host's own children come back. */
  unmount() {
    this.#turn++;
    if (isBusy()) return afterCall(() => this.unmount());
    this.#forgetShown();
    this.#given = null;
    this.#standing.unmount();
  }

  /** Shows the error for data that could not be loaded. */
  fail(error, options) {
    this.#turn++;
    this.#fail(error, options);
  }

  /** Lets `first` paint a post; returns whether it did. If the post needs more than `first` can do, nothing is painted. */
  #paint(given, options) {
    this.#clear();
    takeThrown();
    let painted;
    try {
      painted = painter.call("paint", this.#standing.root, given.text, given.options);
    } catch (error) {
      // `widget` may succeed where `first` fails.
      if (error instanceof FallbackError) return false;
      throw error;
    }
    if (!painted.isPainted || takeThrown().length) {
      this.#clear();
      return false;
    }
    this.#begin(0, painted.needs);
    this.#end(given, options, painted.report, "backmatter-ready");
    this.#enlivenLater(painted.needs);
    return true;
  }

  /** Has `widget` show a post. */
  #render(given, options) {
    const isFirst = this.#standing.state !== "ready";
    takeThrown();
    const isKept = this.#isStanding && this.#given.text !== null && this.#isTaken();
    let report = isKept ? this.#update(given) : this.#mount(given, options);
    // The page threw during painting, or removed a part: render once more from scratch.
    if (takeThrown().length || !this.#isWhole) report = this.#mount(given, options);
    this.#end(given, options, report, isFirst ? "backmatter-ready" : "backmatter-change");
    return this.#standing.report;
  }

  /** Takes over the current post; returns whether it could. A failure of an old text must not block a new one. */
  #isTaken() {
    try {
      this.#takeOver();
      return this.#shown.id > 0;
    } catch (error) {
      if (error instanceof FallbackError) throw error;
      return false;
    }
  }

  #update(given) {
    const { report } = keeper.call("update", this.#shown.id, given.text, given.options);
    this.restyle();
    this.#standing.links.settle();
    return report;
  }

  #mount(given, options) {
    this.#clear();
    // `mount` inserts the post last, when it is fully drawn: after a failure nothing of ours is on the page.
    const { id, report } = keeper.call("mount", this.#standing.root, given.text, given.options);
    const shown = this.#standing.root.lastElementChild;
    if (!shown?.matches(ROOT)) throw new FallbackError("crash", `the page does not let the post be painted: ${wordsOf(takeThrown()[0])}`);
    this.#begin(id, []);
    this.#keepAlive();
    return report;
  }

  /** Is the last post still in its place? A host may have emptied the element, or the instance that kept it may have died. */
  get #isStanding() {
    if (this.#meta === null || this.#shown.instance !== keeper.instance) return false;
    return this.#standing.post.parentNode === this.#standing.root && this.#isWhole;
  }

  get #isWhole() {
    return !this.#shown.parts.some((part) => isAstray(part, this.#standing.post));
  }

  /** Adopts the styles again: another document, or one with a replaced head, has none of ours. */
  restyle() {
    const { post } = this.#standing;
    this.#standing.restyle();
    if (post && this.#shown?.id) live.addStyles(post);
  }

  /** Attaches to the post that a program has just painted. */
  #begin(id, needs) {
    const post = this.#standing.root.lastElementChild;
    this.#shown = { parts: [], id, needs, isAhead: false, instance: keeper.instance };
    this.#standing.begin(post, this.#owner());
    this.#meta = new MetaBox(this.#standing, () => this.#enlivensNow());
  }

  /** @returns {import("./standing.js").Owner} */
  #owner() {
    const widget = this, shown = this.#shown;
    return {
      get options() { return widget.#options; },
      get isKept() { return shown.id > 0; },
      get isLost() { return keeper.isLost; },
      get live() { return live; },
      enliven: () => widget.#enliven(),
      call: (name, ...args) => keeper.call(name, shown.id, ...args),
      opened: () => void widget.#meta.fillSoon(),
    };
  }

  /** Runs after each time a post is shown. */
  #end(given, options, report, event) {
    report.notices = limited(given.notices.concat(report.notices));
    this.#nameFormat(report, given);
    this.#given = given;
    this.#options = options ?? {};
    this.#shown.parts = this.#standing.parts;
    this.#standing.show(report, event);
    this.#meta.attach();
    if (this.#shown.id && (this.#options.imageHistory || hasWish(this.#options))) this.#standing.links.serveImages();
    if (isIncomplete(given)) this.#complete(given).catch(() => {});
  }

  /** Shows the current post again once its best candidates are cards. */
  async #complete(given) {
    const turn = this.#turn, shown = this.#shown;
    const isCurrent = () => this.#turn === turn && this.#given === given;
    await Promise.all([this.#rank(given, isCurrent), ready()]);
    if (!isCurrent()) return;
    if (this.#shown === shown && !shown.id) return this.#enliven();
    await keeper.afterParts(given, () => isCurrent() && this.#now(this.#options, () => this.#render(given, this.#options)));
  }

  /** Puts cards in the place of the candidates of a post. */
  async #rank(given, isWanted) {
    Object.assign(given, await completed(given, isWanted));
  }

  /** A converted post is reported with its original format. */
  #nameFormat(report, given) {
    const { format, confidence, reasons } = given.report ?? report;
    Object.assign(report, { format, confidence, reasons });
  }

  /** Loads `widget` at once if a part needs it; otherwise in idle time, if something is left to complete or to open. */
  #enlivenLater(needs) {
    const enliven = () => void this.#enliven().catch(() => {});
    if (this.#options.metaOpen) return enliven();
    const { post, signal } = this.#standing;
    const isIdle = !navigator.connection?.saveData && (needs.length > 0 || post.querySelector("[data-bm-image]"));
    if (isIdle) signal.addEventListener("abort", whenIdle(enliven));
  }

  /** Resolves when `widget` keeps what is on the page. Concurrent calls share one promise. */
  #enliven() {
    const asked = (this.#enlivening ??= this.#enlivenOnce());
    asked.catch(() => {}).then(() => { if (this.#enlivening === asked) this.#enlivening = null; });
    return asked;
  }

  async #enlivenOnce() {
    const shown = this.#shown;
    const [given] = await Promise.all([this.#given.text === null ? this.#fetch() : null, ready()]);
    if (this.#shown === shown && this.#given.text === null) Object.assign(this.#given, given);
    // What was rendered ahead has its cards already: they must stand in the text, too.
    if (this.#shown === shown && shown.isAhead && isIncomplete(this.#given)) await this.#rank(this.#given, () => this.#shown === shown);
    if (this.#shown !== shown) throw new FallbackError("load-failed", "the post has gone");
    await new Promise((done) => afterCall(done));
    if (this.#shown === shown) this.#takeOver();
  }

  #enlivensNow() {
    if (!keeper.isReady || isBusy() || !this.#isStanding) return false;
    this.#takeOver();
    return this.#shown.id > 0;
  }

  /** Hands what `first` has painted to `widget`, which draws the same tree and adopts the nodes. */
  #takeOver() {
    const shown = this.#shown, standing = this.#standing;
    // The text of a post that was rendered ahead may have to be fetched first.
    if (shown.id || this.#given.text === null || (shown.isAhead && isIncomplete(this.#given))) return;
    if (!this.#isStanding) {
      this.#render(this.#given, this.#options);
      return;
    }
    finishIn(standing.post);
    const { id, report } = keeper.call("take_over", standing.post, this.#given.text, this.#given.options, shown.needs, shown.isAhead);
    shown.id = id;
    shown.parts = standing.parts;
    this.#keepAlive();
    if (this.#options.imageHistory) standing.links.serveImages();
    const before = standing.report.notices;
    report.notices = limited(this.#given.notices.concat(report.notices, standing.added));
    this.#nameFormat(report, this.#given);
    standing.report = report;
    this.#meta.attach();
    if (before.length !== report.notices.length) standing.sayChange();
  }

  /** After a crash of `widget`: shows the post again where another instance has taken its place. */
  #keepAlive() {
    this.#forget = keeper.whenDead((isReplaced) => {
      const given = this.#given, options = this.#options;
      if (!isReplaced || !given) return this.#fallBack(new FallbackError("crash", "Backmatter has crashed on this page"));
      try { this.#now(options, () => this.#render(given, options)); } catch { /* said by the event */ }
    });
  }

  #fail(error, options, notices = []) {
    if (error instanceof FallbackError) return this.#fallBack(error);
    this.#forgetShown();
    this.#given = null;
    const { code, message } = error;
    warn(message);
    this.#standing.leave("error", { format: "", confidence: 0, reasons: [], notices: [{ code, where: "", what: code, why: message }, ...notices] });
    this.#standing.say("backmatter-error", { code, message });
    if (this.#standing.hasFallback) return;
    if (keeper.isReady) return this.#explain(error, options);
    // At once without the host's labels; with them once `widget` is loaded.
    this.#standing.plain(error);
    const turn = this.#turn;
    if (!keeper.isLost) ready().then(() => turn === this.#turn && this.#explain(error, options)).catch(() => {});
  }

  /** Shows the error message with the host's labels. */
  #explain(error, options) {
    this.#clear();
    let said = "{}";
    try { said = optionsText(options); } catch { /* the sentence is said in the words there are */ }
    const lang = languageOf(said, this.#standing.target), turn = this.#turn;
    if (areMissing(lang)) loadWords(lang).then(() => turn === this.#turn && this.#explain(error, options)).catch(() => {});
    const { id } = keeper.call("explain", this.#standing.root, error.message, withWords(said, lang));
    this.#shown = { parts: [], id, needs: [], instance: keeper.instance };
  }

  #fallBack(error) {
    if (this.#standing.state === "fallback") return;
    this.#forgetShown();
    this.#given = null;
    warn(error.message);
    this.#standing.fallBack(error);
  }

  #clear() {
    this.#forgetShown();
    this.#standing.clear();
  }

  #forgetShown() {
    this.#forget?.();
    const { id, instance } = this.#shown ?? {};
    this.#forget = this.#meta = this.#shown = this.#enlivening = null;
    // Crash listeners handle a crash.
    if (id && keeper.isReady && instance === keeper.instance) try { keeper.call("unmount", id); } catch { /* it is gone with the instance */ }
  }
}

/** Tells the developer why there is no post. Of scripts that cannot be loaded the browser itself tells. */
const warn = (message) => console.warn(`backmatter: ${message}`);

/** A host's getter may throw anything: it becomes an `InputError`. */
const asError = (thrown) =>
  thrown instanceof InputError || thrown instanceof FallbackError ? thrown : new InputError("not-a-post", `reading it threw ${wordsOf(thrown)}`);
