import documented from "./documented.config.mjs";

export default { ...documented, output: "export" };
