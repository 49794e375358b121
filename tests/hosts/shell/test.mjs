// What the commands of the documentation have written.
import assert from "node:assert/strict";
import { access, readFile } from "node:fs/promises";

const text = (path) => readFile(path, "utf8");
assert.match(await text("package.json"), /"backmatter"/);
await access("installed/bin/backmatter");
await access("public/backmatter/embed.js");
assert.equal(JSON.parse(await text("post.json")).title, "Mending the pier’s planks");
assert.match(await text("post.html"), /^<article.*Spring tides/s);
for (const name of ["spring-tides", "neap-tides"]) assert.match(await text(`public/posts/${name}.html`), /\/backmatter\/embed\.js/);
assert.equal(JSON.parse(await text("public/related/spring-tides.json"))[0].title, "Neap tides");
assert.match(await text("public/index.html"), /<article.*Low water.*<script type="application\/json">/s);
console.log("all was written");
