// Gestures on the open image: zoom, pan, swipe.

const NEAREST = 8;
/** The zoom factor of one step, and of a double click. */
const STEP = 1.5, LEAP = 2.5;
/** How far an arrow key pans a zoomed image, in pixels. */
const WAY = 60;
/** A swipe is longer than this, in pixels. */
const SWIPE = 50;

/** The view of each image: its zoom factor, and its offset from the middle in pixels. */
const views = new WeakMap();
const viewOf = (image) => views.get(image) ?? { scale: 1, x: 0, y: 0 };
const within = (value, most) => Math.max(-most, Math.min(most, value));

/** Sets the view of an image, within the limits of zoom and offset. */
function show(image, { scale, x, y }) {
  const near = Math.max(1, Math.min(NEAREST, scale));
  const view = { scale: near, x: within(x, (near - 1) * image.offsetWidth / 2), y: within(y, (near - 1) * image.offsetHeight / 2) };
  views.set(image, view);
  image.style.transform = near > 1 ? `translate(${view.x}px, ${view.y}px) scale(${near})` : "";
  image.closest("dialog")?.querySelector(".bm-lightbox-zoom")?.setAttribute("aria-pressed", near > 1);
}

/** Comes nearer or goes away; the point of the image under `from` stays where it is. */
function zoom(image, scale, from) {
  const view = viewOf(image);
  const { left, top, width, height } = image.getBoundingClientRect();
  const [x, y] = from ? [from.clientX - left - width / 2, from.clientY - top - height / 2] : [0, 0];
  const change = Math.max(1, Math.min(NEAREST, scale)) / view.scale - 1;
  show(image, { scale, x: view.x - x * change, y: view.y - y * change });
}

const toggle = (image, from) => zoom(image, viewOf(image).scale > 1 ? 1 : LEAP, from);

/** Adds the listeners for slides to the widget with this root. A key that is handled here does not reach the lightbox. */
export function attachSlide(root, options, signal) {
  const imageOf = () => root.querySelector("dialog[open] .bm-slide-image");
  const on = (name, hear, options) => root.addEventListener(name, hear, { signal, ...options });
  on("click", ({ target }) => {
    if (target.closest("[data-bm-action=zoom]") && imageOf()) toggle(imageOf());
  });
  on("dblclick", (event) => { if (event.target.matches(".bm-slide-image")) toggle(event.target, event); });
  on("wheel", (event) => {
    if (!event.target.matches(".bm-slide-image")) return;
    event.preventDefault();
    zoom(event.target, viewOf(event.target).scale * Math.exp(-event.deltaY / 400), event);
  }, { passive: false });
  // In the capture phase: arrow keys pan a zoomed image and do not change the slide.
  on("keydown", (event) => {
    if (imageOf() && press(imageOf(), event, options().shortcuts !== false)) event.stopPropagation(), event.preventDefault();
  }, { capture: true });
  drag(root, on);
}

/** Answers a key; says whether it was one for the image. */
function press(image, { key, ctrlKey, metaKey, altKey }, shortcuts) {
  if (ctrlKey || metaKey || altKey || (key.length === 1 && !shortcuts)) return false;
  const { scale, x, y } = viewOf(image);
  const ways = { ArrowLeft: [WAY, 0], ArrowRight: [-WAY, 0], ArrowUp: [0, WAY], ArrowDown: [0, -WAY] };
  if (key === "+" || key === "=") zoom(image, scale * STEP);
  else if (key === "-") zoom(image, scale / STEP);
  else if (key === "0") zoom(image, 1);
  else if (scale > 1 && ways[key]) show(image, { scale, x: x + ways[key][0], y: y + ways[key][1] });
  else return false;
  return true;
}

/** Pointers: one pans or swipes, two pinch to zoom. */
function drag(root, on) {
  const fingers = new Map();
  let start = null;
  const spread = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  const middle = ([one, other]) => ({ clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 });
  const begin = (image) => {
    image.style.translate = "";
    start = { image, view: viewOf(image), fingers: [...fingers.values()] };
  };
  on("pointerdown", (event) => {
    // A slide whose image has failed can be swiped, too.
    const image = event.target.closest(".bm-slide-image, .bm-slide[data-bm-failed]");
    if (!image || event.button || event.target.closest("button, a")) return;
    // Prevents the browser's own drag and drop of images.
    event.preventDefault();
    fingers.set(event.pointerId, event);
    try { image.setPointerCapture(event.pointerId); } catch { /* a pointer that is gone already */ }
    begin(image);
  });
  on("pointermove", (event) => {
    if (!fingers.has(event.pointerId) || !start) return;
    fingers.set(event.pointerId, event);
    const now = [...fingers.values()], { image, view } = start;
    if (now.length > 1 && image.matches(".bm-slide-image")) {
      zoom(image, view.scale * spread(now) / spread(start.fingers), middle(now));
    } else if (view.scale > 1) {
      show(image, { ...view, x: view.x + event.clientX - start.fingers[0].clientX, y: view.y + event.clientY - start.fingers[0].clientY });
    } else {
      // The image follows the finger sideways and down, the directions of a swipe.
      const [first] = start.fingers;
      image.style.translate = `${event.clientX - first.clientX}px ${Math.max(0, event.clientY - first.clientY)}px`;
    }
  });
  const end = (event) => {
    if (!fingers.delete(event.pointerId) || !start) return;
    const { image, view, fingers: [first], fingers: { length } } = start;
    image.style.translate = "";
    if (length === 1 && view.scale === 1 && event.type === "pointerup") swipe(root, event.clientX - first.clientX, event.clientY - first.clientY);
    start = null;
    if (fingers.size) begin(image);
  };
  on("pointerup", end);
  on("pointercancel", end);
}

/** Sideways shows the next or previous image, by writing direction; down closes the lightbox. */
function swipe(root, x, y) {
  const click = (name) => root.querySelector(`.bm-lightbox-${name}`)?.click();
  if (Math.abs(x) > SWIPE && Math.abs(x) > Math.abs(y)) {
    const isRtl = getComputedStyle(root).direction === "rtl";
    click((x < 0) === isRtl ? "previous" : "next");
  } else if (y > 2 * SWIPE) {
    click("close");
  }
}
