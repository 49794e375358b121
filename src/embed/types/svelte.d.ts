// Svelte 5: `import type {} from "backmatter/svelte"` makes the elements known to templates.
import type { HTMLAttributes } from "svelte/elements";
import type { BackmatterAttributes, BackmatterElement, BackmatterEventMap } from "./index.js";

type Own = BackmatterAttributes & { [Name in keyof BackmatterEventMap as `on${Name}`]?: (event: BackmatterEventMap[Name]) => void };
type Props = Omit<HTMLAttributes<BackmatterElement>, keyof Own> & Own;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "backmatter-post": Props;
    "backmatter-body": Props;
    "backmatter-meta": Props;
    "backmatter-gallery": Props;
    "backmatter-similar": Props;
  }
}
