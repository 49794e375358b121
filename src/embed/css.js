// The stylesheet of the package as a text, for roots that have not linked it.

import css from "#backmatter.css";

export default css;
