/** A small project with Vite that has a folder of decks, as any project may have. */
import type { AddressInfo } from 'node:net';
import { writeSite } from './write-site.ts';

/** The port at which a server listens. */
export function portOf(server: { address(): AddressInfo | string | null } | null): number {
  const address = server?.address();
  if (typeof address !== 'object' || !address) throw new Error('the server does not listen');
  return address.port;
}

/** Writes the project into a folder that is deleted behind the file's tests. */
export function writeViteProject(): string {
  return writeSite(`
-- package.json --
{ "name": "project", "private": true, "type": "module" }
-- index.html --
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Project</title></head>
<body><h1>Project</h1><p id="told"></p><a href="/app/talks/">Talks</a><script type="module" src="/src/main.js"></script></body></html>
-- src/main.js --
import './main.css';
import { words } from './words.js';
document.querySelector('#told').textContent = words;
-- src/words.js --
export const words = 'hello from the project';
-- src/main.css --
h1 { color: rgb(1, 2, 3) }
-- public/own.txt --
own
-- talks/hugo.toml --
title = "Talks"
-- talks/content/one/_index.md --
+++
title = "One"
outputs = ["Reveal"]
+++
# First

![a picture](../pic.svg)

---

\`\`\`js {1|2}
const a = 1;
const b = 2;
\`\`\`
-- talks/content/two/_index.md --
+++
title = "Two"
outputs = ["Reveal"]
+++
# Other
-- talks/static/pic.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><rect width="4" height="2"/></svg>
`);
}
