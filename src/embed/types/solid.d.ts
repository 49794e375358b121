// Solid: `import type {} from "backmatter/solid"` makes the elements known to TSX.
import type { JSX } from "solid-js";
import type { BackmatterAttributes, BackmatterElement, BackmatterEventMap } from "./index.js";

type Own = BackmatterAttributes
  & { [Name in "post" | "labels" | "options" as `prop:${Name}`]?: BackmatterAttributes[Name] }
  & { [Name in keyof BackmatterEventMap as `on:${Name}`]?: (event: BackmatterEventMap[Name]) => void };
type Props = Omit<JSX.HTMLAttributes<BackmatterElement>, keyof Own> & Own;

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "backmatter-post": Props;
      "backmatter-body": Props;
      "backmatter-meta": Props;
      "backmatter-gallery": Props;
      "backmatter-similar": Props;
    }
  }
}
