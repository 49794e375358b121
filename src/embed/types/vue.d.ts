// Vue 3: `import type {} from "backmatter/vue"` makes the elements known to templates.
import type { DefineComponent } from "vue";
import type { BackmatterAttributes, BackmatterEventMap } from "./index.js";

type Handlers = { [Name in keyof BackmatterEventMap as `on${Capitalize<Camel<Name>>}`]?: (event: BackmatterEventMap[Name]) => void };
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;
type Element = DefineComponent<BackmatterAttributes & Handlers>;

declare module "vue" {
  interface GlobalComponents {
    "backmatter-post": Element;
    "backmatter-body": Element;
    "backmatter-meta": Element;
    "backmatter-gallery": Element;
    "backmatter-similar": Element;
  }
}
