// The stylesheet of what is drawn on demand, as a text.

import css from "#live.css";

export default css;
