// Each mistake is one that the types find.
import type {} from "backmatter/preact";
import { mount } from "backmatter";

// @ts-expect-error: the attribute is `theme`. (TSX lets names with a hyphen pass that it does not know.)
export const misspelt = <backmatter-post thme="dark" />;
// @ts-expect-error: there are six levels
export const level = <backmatter-post heading-base={9} />;
// @ts-expect-error: `sepia` is no theme
export const wrong = <backmatter-post theme="sepia" />;
// @ts-expect-error: the option is `metaOpen`
export const option = () => mount("#a", {}, { metaOpn: true });
