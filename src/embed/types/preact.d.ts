// Preact: `import type {} from "backmatter/preact"` makes the elements known to TSX.
import type { HTMLAttributes } from "preact";
import type { BackmatterAttributes, BackmatterElement, BackmatterEventMap } from "./index.js";

type Own = BackmatterAttributes & { [Name in keyof BackmatterEventMap as `on${Name}`]?: (event: BackmatterEventMap[Name]) => void };
type Props = Omit<HTMLAttributes<BackmatterElement>, keyof Own> & Own;

declare module "preact" {
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
