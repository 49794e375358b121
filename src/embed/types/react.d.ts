// React 19: `import type {} from "backmatter/react"` makes the elements known to TSX.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { BackmatterAttributes, BackmatterElement, BackmatterEventMap } from "./index.js";

type Own = BackmatterAttributes & { [Name in keyof BackmatterEventMap as `on${Name}`]?: (event: BackmatterEventMap[Name]) => void };
type Props = Omit<DetailedHTMLProps<HTMLAttributes<BackmatterElement>, BackmatterElement>, keyof Own> & Own;

declare module "react" {
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
