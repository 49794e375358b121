// Vue 3: `import type {} from "backmatter/vue"` makes the elements known to templates.
import type { DefineComponent, HTMLAttributes } from "vue";
import type { BackmatterAttributes, BackmatterEventMap } from "./index.js";

type Handlers = { [Name in keyof BackmatterEventMap as `on${Capitalize<Camel<Name>>}`]?: (event: BackmatterEventMap[Name]) => void };
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;
// Templates are checked by the names of props: `heading-base` is `headingBase`.
type Attributes = { [Name in keyof BackmatterAttributes as Camel<Name>]: BackmatterAttributes[Name] };
type Own = Attributes & Handlers;
type Element = DefineComponent<Own & Omit<HTMLAttributes, keyof Own>>;

declare module "vue" {
  interface GlobalComponents {
    "backmatter-post": Element;
    "backmatter-body": Element;
    "backmatter-meta": Element;
    "backmatter-gallery": Element;
    "backmatter-similar": Element;
  }
}
