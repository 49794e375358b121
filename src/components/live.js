// What an update leaves of an open lightbox.

/** Closes the dialog when nothing is in it; says whether it is open. */
export function settle(root, filled) {
  // A part of the post: to ask for it by a selector would search them all.
  const dialog = [...root.children].find((part) => part.matches("dialog"));
  if (dialog?.open && !filled) dialog.close();
  return Boolean(dialog?.open);
}
