// A site in two versions, each file of which names its version: a mixture of both shows.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DECKS = 16;
const THEMES = ['black', 'white', 'moon', 'solarized'];
/** In bytes: long enough to be cut off while it is written. */
const [PICTURE, LARGE] = [20_000, 4_000_000];

/** Writes version `A` or `B` into a folder. */
export function writeVersion(folder, version) {
  for (const [name, content] of filesOf(version)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function filesOf(version) {
  const numbers = Array.from({ length: DECKS }, (_, number) => number);
  return [
    ['hugo.toml', `baseURL = "https://example.org/talks/"\ntitle = "Version ${version}"\n`],
    ['static/large.bin', Buffer.alloc(LARGE, version)],
    ...numbers.flatMap((n) => [
      [`content/deck${n}/_index.md`, deck(n, version)],
      [
        `static/img/${n}.svg`,
        `<svg xmlns="http://www.w3.org/2000/svg"><text>${version}${'x'.repeat(PICTURE + n)}</text></svg>`,
      ],
    ]),
    // One version has pages that the other has not.
    ...(version === 'B' ? [['content/extra/_index.md', deck('extra', version)]] : []),
  ];
}

function deck(n, version) {
  const theme = THEMES[n % THEMES.length] ?? THEMES[0];
  const slide = `## Slide of ${n}, ${version}\n\n${`Words of ${version}. `.repeat(20)}\n\n\`\`\`js {1|2}\nconst a = "${version}";\nlet b;\n\`\`\`\n`;
  return `+++\ntitle = "Deck ${n} ${version}"\noutputs = ["Reveal"]\n[reveal_hugo]\ntheme = "${theme}"\n+++\n\n${Array(8).fill(slide).join('\n---\n\n')}`;
}
