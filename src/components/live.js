// Hears what the reader does in a widget and tells it to Rust in two numbers. One listener a kind of event, on the root.

const OPEN = 0, GO = 1, CLOSED = 2;

const dialogOf = (root) => root.querySelector("dialog");

/** Calls `act(action, number)` for what happens in `root`; returns the function that stops it. */
export function listen(root, act) {
  const controller = new AbortController();
  const on = (name, hear, capture = false) => root.addEventListener(name, hear, { capture, signal: controller.signal });
  on("click", (event) => {
    // A click with a modifier key is the browser's.
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { bmImage, bmAction } = event.target.closest("[data-bm-image], [data-bm-action]")?.dataset ?? {};
    if (bmAction === "retry") return retry(event.target.closest("figure"));
    if (bmAction === "close") dialogOf(root).close();
    if (bmAction === "previous") act(GO, -1);
    if (bmAction === "next") act(GO, 1);
    if (bmImage === undefined) return;
    event.preventDefault();
    act(OPEN, Number(bmImage));
    const dialog = dialogOf(root);
    // Closing gives the focus back.
    if (dialog?.firstChild && !dialog.open) dialog.showModal();
  });
  on("keydown", ({ key }) => {
    if (!dialogOf(root)?.open || (key !== "ArrowLeft" && key !== "ArrowRight")) return;
    // Arrow keys point where the reader reads.
    const rtl = getComputedStyle(root).direction === "rtl";
    act(GO, (key === "ArrowRight") === rtl ? -1 : 1);
  });
  // It does not bubble: it is heard on the way down.
  on("close", () => act(CLOSED, 0), true);
  return () => controller.abort();
}

/** Loads the image of a figure anew; it has the focus when it is there, its button when it is not. */
function retry(figure) {
  const image = figure.querySelector("img");
  figure.removeAttribute("data-bm-failed");
  const { activeElement } = figure.getRootNode();
  if (figure.contains(activeElement)) image.closest("a").focus();
  image.loading = "eager";
  image.src = image.src;
}

/** Closes the dialog when nothing is in it; says whether it is open. */
export function settle(root, filled) {
  const dialog = dialogOf(root);
  if (dialog?.open && !filled) dialog.close();
  return Boolean(dialog?.open);
}
