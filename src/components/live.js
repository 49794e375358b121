// What an update leaves of an open lightbox.

/** Closes the dialog when nothing is in it; says whether it is open. */
export function settle(root, filled) {
  const dialog = root.querySelector("dialog");
  if (dialog?.open && !filled) dialog.close();
  return Boolean(dialog?.open);
}
