import HtmlPlugin from "html-webpack-plugin";

export default {
  mode: "development",
  entry: "./src/main.js",
  module: { rules: [{ test: /\.css$/, use: ["style-loader", "css-loader"] }] },
  plugins: [new HtmlPlugin({ title: "A host application" })],
};
