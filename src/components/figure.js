// Images that fail to load: the figure shows a message and a retry button.

/** Listens for images that fail in the widget with this root, and reloads them on request. */
export function attachFigures(root, signal) {
  // `error` does not bubble, so the listener is in the capture phase.
  root.addEventListener("error", ({ target }) => fail(target), { capture: true, signal });
  root.addEventListener("click", ({ target }) => { if (target.matches(".bm-image-retry")) retry(target.closest("figure")); }, { signal });
}

function fail(image) {
  // A card works without its picture.
  if (image.matches?.(".bm-card-image")) return image.remove();
  const figure = image.closest("figure"), link = figure?.querySelector("a");
  // Not `:focus`, which matches nothing in a window that is not active.
  const hadFocus = link && link.getRootNode().activeElement === link;
  figure?.setAttribute("data-bm-failed", "");
  if (hadFocus) figure.querySelector(".bm-image-retry")?.focus();
}

/** Reloads the image of a figure and moves the focus to its link; without a link, to its button. */
function retry(figure) {
  const image = figure.querySelector("img");
  figure.removeAttribute("data-bm-failed");
  (image.closest("a") ?? figure.parentNode.querySelector("button"))?.focus();
  // A new element: WebKit keeps the failure of an address for the old one.
  const again = image.cloneNode();
  again.loading = "eager";
  image.replaceWith(again);
}
