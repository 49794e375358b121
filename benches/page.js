// The measurements, run in the page. Every function returns numbers in milliseconds or bytes; `peers.rs` prints them as
// tables.

const OUT = "/target/bench/peers/out";

/** Memories of all wasm instances, recorded by wrapping `instantiate`. */
const memories = [];
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  const { memory } = (made.instance ?? made).exports;
  if (memory) memories.push(memory);
  return made;
};

const peers = new Map();
const peer = async (name) => {
  if (!peers.has(name)) peers.set(name, await import(`${OUT}/${name}.js`));
  return peers.get(name);
};
const post = async (name) => (await fetch(`/target/bench/posts/${name}.json`)).text();
const collect = () => globalThis.gc?.();

/** A new place in the page. */
const place = () => document.body.appendChild(document.createElement("div"));

/** Resolves when what was drawn has been painted. */
export const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(0);
}));

/** Warm-up of each peer: milliseconds, and the maximum number of runs. */
const WARM = 500, WARM_TIMES = 30;

/** Calls `measure(name)` for every name, `rounds` times, each round in another order, after a warm-up. */
async function interleaved(names, rounds, measure) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) {
    const end = performance.now() + WARM;
    for (let time = 0; time < WARM_TIMES && performance.now() < end; time++) await measure(name);
  }
  for (let round = 0; round < rounds; round++) {
    // Only once per round: the engine discards compiled code that is unused over several collections.
    collect();
    for (let at = 0; at < names.length; at++) {
      const name = names[(at + round) % names.length];
      globalThis.gc?.({ type: "minor" });
      found[name].push(await measure(name));
    }
  }
  return found;
}

/** From JSON text to built DOM, and to the next paint: `{ built, painted }` by peer. */
export async function render(names, file, rounds, options) {
  const text = await post(file);
  const both = await interleaved(names, rounds, async (name) => {
    const { mount } = await peer(name), target = place();
    await painted();
    const start = performance.now();
    const shown = await mount(target, text, options);
    const built = performance.now() - start;
    await painted();
    const paint = performance.now() - start;
    shown.unmount();
    target.remove();
    return [built, paint];
  });
  const pick = (at) => Object.fromEntries(Object.entries(both).map(([name, pairs]) => [name, pairs.map((pair) => pair[at])]));
  return { built: pick(0), painted: pick(1) };
}

/** An update of one meta field or of everything; and parsing of the text alone. */
export async function update(names, file, other, rounds) {
  const texts = [await post(file), await post(other)];
  const shown = new Map();
  for (const name of names) shown.set(name, await (await peer(name)).mount(place(), texts[0]));
  const turns = new Map();
  const found = await interleaved([...names, "JSON.parse"], rounds, (name) => {
    const turn = 1 - (turns.get(name) ?? 0), text = texts[turn];
    turns.set(name, turn);
    const start = performance.now();
    name === "JSON.parse" ? JSON.parse(text) : shown.get(name).update(text);
    return performance.now() - start;
  });
  for (const one of shown.values()) one.unmount();
  document.body.replaceChildren();
  return found;
}

/** Taking a post off the page. */
export async function unmount(names, file, rounds) {
  const text = await post(file);
  return interleaved(names, rounds, async (name) => {
    const target = place(), shown = await (await peer(name)).mount(target, text);
    await painted();
    const start = performance.now();
    shown.unmount();
    const took = performance.now() - start;
    target.remove();
    return took;
  });
}

/** Opening a box of so many rows: to the next paint, and the longest task in the two seconds behind it. */
export async function open(file, rounds) {
  const text = await post(file), { mount } = await peer("backmatter"), found = { painted: [], longest: [] };
  for (let round = 0; round < rounds; round++) {
    collect();
    const target = place(), shown = await mount(target, text, {});
    await painted();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const tasks = [], observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    observer.observe({ type: "longtask" });
    await painted();
    const start = performance.now();
    target.querySelector("summary").click();
    await painted();
    const end = performance.now();
    found.painted.push(end - start);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    observer.disconnect();
    found.longest.push(Math.max(0, ...tasks.filter(({ startTime }) => startTime > end).map(({ duration }) => duration)));
    shown.unmount();
    target.remove();
  }
  return found;
}

/** A post as text and as a JavaScript value. */
export async function value(file, rounds) {
  const text = await post(file), { mount } = await peer("backmatter");
  const given = { text: () => text, value: () => JSON.parse(text) };
  return interleaved(Object.keys(given), rounds, async (name) => {
    const target = place(), post = given[name]();
    const start = performance.now();
    const shown = await mount(target, post, {});
    const took = performance.now() - start;
    shown.unmount();
    target.remove();
    return took;
  });
}

/** The first paint of a post without facts, and the takeover by `widget`: from the program being ready to its end. */
export async function takeover(file, rounds) {
  const { meta, ...rest } = JSON.parse(await post(file)), text = JSON.stringify(rest);
  const found = { first: [], takeover: [] };
  for (let round = 0; round < rounds; round++) {
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.src = "/isolated/benches/page.html";
    await new Promise((resolve) => { frame.onload = resolve; });
    const inside = await frame.contentWindow.bench.handOver(text);
    found.first.push(inside.first);
    found.takeover.push(inside.takeover);
    frame.remove();
  }
  return found;
}

/** The same in a page where `widget` has not been loaded yet. */
export async function handOver(text) {
  const { define, ready, start } = await import("/pkg/index.js");
  define();
  await start();
  const paint = async () => {
    const element = document.createElement("backmatter-post");
    document.body.append(element);
    await painted();
    const begun = performance.now();
    element.post = text;
    await element.ready;
    return [element, performance.now() - begun];
  };
  // Warm-up for the compilers.
  const shown = [];
  for (let time = 0; time < 5; time++) shown.push(await paint());
  await painted();
  await ready();
  const times = shown.map(([element]) => {
    const begun = performance.now();
    void element.report;
    return performance.now() - begun;
  });
  return { first: Math.min(...shown.map(([, took]) => took)), takeover: Math.min(...times) };
}

/** An `html` block from text to the next paint, beside the parser of the browser and a sanitiser. */
export async function html(rounds) {
  const paragraphs = (await post("blocks-2000")).match(/[A-Z][^"\\{}]{60,}/g) ?? [];
  let source = "";
  for (let at = 0; source.length < 200_000; at++) {
    source += `<h2>Part ${at}</h2><p>${paragraphs[at % paragraphs.length]} <strong>Twice</strong> a <a href="/notes/${at}">day</a>.</p><ul><li>one<li>two</ul><pre><code class="language-rust">let a = ${at};</code></pre>`;
  }
  const text = JSON.stringify({ title: "T", body: [{ type: "html", html: source }] });
  const { mount } = await peer("backmatter"), { mountHtml } = await peer("stack");
  const ours = (options) => async (target) => { const shown = await mount(target, text, options); return () => shown.unmount(); };
  const ways = {
    // The whole body at once.
    backmatter: ours({ metaOpen: true }),
    "in parts": ours({}),
    innerHTML: (target) => { target.innerHTML = source; },
    DOMPurify: (target) => mountHtml(target, source),
  };
  return interleaved(Object.keys(ways), rounds, async (name) => {
    const target = place();
    await painted();
    const start = performance.now();
    const stop = await ways[name](target);
    await painted();
    const took = performance.now() - start;
    stop?.();
    target.remove();
    return took;
  });
}

/** Wasm memory after one ordinary post, after long ones, and what a thousand posts leave: bytes. */
export async function memory(files) {
  const { mount, ready } = await import(`${OUT}/backmatter.js`);
  await ready();
  const wasm = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  const found = { empty: wasm(), files: [], cycles: [] };
  for (const file of files) {
    const text = await post(file), target = place();
    const shown = await mount(target, text);
    found.files.push({ file, json: new TextEncoder().encode(text).length, wasm: wasm() });
    shown.unmount();
    target.remove();
  }
  return found;
}

/** Wasm memory and JavaScript heap while a post comes and goes a thousand times: `[cycle, wasm, heap]`. */
export async function cycles(file, count) {
  const { mount, ready } = await import(`${OUT}/backmatter.js`);
  await ready();
  const text = await post(file), found = [];
  for (let cycle = 0; cycle <= count; cycle++) {
    const target = place(), shown = await mount(target, text);
    shown.unmount();
    target.remove();
    if (cycle % Math.max(1, count / 10) === 0) {
      collect();
      await painted();
      collect();
      found.push([cycle, memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), performance.memory?.usedJSHeapSize ?? 0]);
    }
  }
  return found;
}

/** Begins with the wasm that has the names of its functions. */
export async function named() {
  const { ready } = await import("/pkg/index.js");
  await ready({ wasm: "/target/glue/named_widget.wasm" });
}

/** Shows a post again and again, each time to its layout: for a profile, which knows functions by these names. */
export async function renders(file, times) {
  const text = await post(file), { mount } = await peer("backmatter");
  const layout = (target) => target.offsetHeight;
  for (let time = 0; time < times; time++) {
    const target = place(), shown = await mount(target, text);
    layout(target);
    shown.unmount();
    target.remove();
  }
}

/** Which peers draw another tree than the package does; empty when all are equal. */
export async function different(names, file) {
  const text = await post(file), found = [];
  const tree = async (name) => {
    const target = place(), shown = await (await peer(name)).mount(target, text);
    await painted();
    const copy = normal(target.querySelector("article").cloneNode(true));
    shown.unmount();
    target.remove();
    return copy;
  };
  const ours = await tree("backmatter");
  for (const name of names) {
    const theirs = await tree(name);
    if (!theirs.isEqualNode(ours)) found.push(`${name}: ${firstDifference(ours, theirs)}`);
  }
  return found;
}

/** A normalised tree: without comments of frameworks and temporary `tabindex`es, and with styles in one notation. */
function normal(tree) {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_ELEMENT), comments = [];
  for (let node = tree; node; node = walker.nextNode()) {
    if (node instanceof Comment) comments.push(node);
    else {
      node.removeAttribute("tabindex");
      // The images of these posts are nowhere; the package marks them when it hears of it.
      node.removeAttribute("data-bm-failed");
      if (node.hasAttribute("style")) node.setAttribute("style", node.getAttribute("style").replace(/[\s;]/g, ""));
      // Some peers set the property, others the attribute.
      if (node.hasAttribute("open")) node.setAttribute("open", "");
    }
  }
  for (const comment of comments) comment.remove();
  tree.normalize();
  return tree;
}

function firstDifference(one, other) {
  if (one.nodeType !== other.nodeType || one.nodeName !== other.nodeName) return `${one.nodeName} / ${other.nodeName}`;
  if (one.nodeType === 3) return `"${one.data}" / "${other.data}"`;
  const attributes = (node) => [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort().join(" ");
  if (attributes(one) !== attributes(other)) return `<${one.localName} ${attributes(one)}> / <${attributes(other)}>`;
  for (let at = 0; at < Math.max(one.childNodes.length, other.childNodes.length); at++) {
    const [child, match] = [one.childNodes[at], other.childNodes[at]];
    if (!child || !match) return `in <${one.localName} class=${one.className}> ${one.childNodes.length} / ${other.childNodes.length} children`;
    if (!child.isEqualNode(match)) return firstDifference(child, match);
  }
  return "?";
}

Object.assign(globalThis, { bench: { render, renders, named, update, unmount, open, value, takeover, handOver, html, memory, cycles, different } });
