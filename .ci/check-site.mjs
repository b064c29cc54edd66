// Checks a built site: every page has a title, every deck has slides, every referenced file exists, and nothing is loaded
// from another host. Usage: node check-site.mjs FOLDER
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

const folder = path.resolve(process.argv[2] ?? 'public');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);
const problems = [];

function* walk(node) {
  yield node;
  for (const child of node.childNodes ?? []) yield* walk(child);
}

const attribute = (node, name) => node.attrs?.find((candidate) => candidate.name === name)?.value;

/** The address that an element loads; links may lead to other hosts. */
const loaded = (node) => (node.nodeName === 'link' ? attribute(node, 'href') : attribute(node, 'src'));

function check(page) {
  const nodes = [...walk(parse(readFileSync(path.join(folder, page), 'utf8')))];
  const slides = nodes.filter((node) => node.nodeName === 'section').length;
  const title = nodes.find((node) => node.nodeName === 'title')?.childNodes[0]?.value;
  if (!title) problems.push(`${page}: no title`);
  if (slides === 0 && page !== '404.html') problems.push(`${page}: no slides`);
  for (const address of nodes.map(loaded).filter(Boolean)) {
    const url = new URL(address, `http://site/${page}`);
    // Inlined data.
    if (url.protocol === 'data:') continue;
    const file = path.join(folder, decodeURIComponent(url.pathname));
    if (url.host !== 'site') problems.push(`${page}: loads ${address} from another host`);
    else if (!existsSync(file) || !statSync(file).isFile()) problems.push(`${page}: ${address} is missing`);
  }
  console.log(`${page}: ${slides} sections, "${title}"`);
}

for (const page of pages) check(page);
if (pages.length === 0) problems.push(`${folder} has no page`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
