// What becomes of an image that does not load: its figure says so, and the reader can try again.

/** Hears of images that fail in the widget with this root, and loads them anew when they are asked for. */
export function attachFigures(root, signal) {
  // `error` does not bubble: it is heard on the way down.
  root.addEventListener("error", ({ target }) => fail(target), { capture: true, signal });
  root.addEventListener("click", ({ target }) => { if (target.matches(".bm-image-retry")) retry(target.closest("figure")); }, { signal });
}

function fail(image) {
  // A card without its picture is a card all the same.
  if (image.matches?.(".bm-card-image")) return image.remove();
  const figure = image.closest("figure"), hadFocus = figure?.querySelector("a:focus");
  figure?.setAttribute("data-bm-failed", "");
  if (hadFocus) figure.querySelector(".bm-image-retry")?.focus();
}

/** Loads the image of a figure anew; it has the focus when it is there, its button when it is not. */
function retry(figure) {
  const image = figure.querySelector("img");
  figure.removeAttribute("data-bm-failed");
  (image.closest("a") ?? figure.parentNode.querySelector("button"))?.focus();
  image.loading = "eager";
  image.src = image.src;
}
