export default {
  mode: "production",
  entry: "./src/main.js",
  output: { clean: true },
  performance: { hints: false },
  module: { rules: [{ test: /\.css$/, use: ["style-loader", "css-loader"] }] },
};
