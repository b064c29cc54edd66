/** What a formula and a diagram say where the package is not installed that they need: each at its own line. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles, memoryFiles } from '../../src/files.ts';
import { createPipeline } from '../../src/pipeline.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { parseSite } from '../support/site.ts';

const SITE = `
-- hugo.toml --
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
inline = [["$", "$"]]
-- content/_index.md --
+++
outputs = ["Reveal"]
+++

# Words

---

\`\`\`mermaid
graph LR
\`\`\`

- a list

  \`\`\`mermaid
  graph TD
  \`\`\`

---

{{< mermaid >}}
graph LR
{{< /mermaid >}}

{{% note %}}

\`\`\`mermaid
graph RL
\`\`\`

{{% /note %}}

---

\`\`\`math
a
+ b
\`\`\`

words, and $c$

{{< math "d" />}}
`;

/** What is told as text for a site, by line. */
function findingsWith(
  installed: boolean,
  site = SITE,
  place = ({ line }: Diagnostic): string => String(line),
): readonly string[] {
  const pipeline = createPipeline({
    files: memoryFiles(parseSite(site)),
    builtIn: diskFiles(path.join(import.meta.dirname, '..', '..')),
    ...(!installed && { hasMermaid: () => false, loadKatex: () => undefined }),
  });
  const { decks } = pipeline.decks();
  return decks
    .flatMap((deck) => pipeline.render(deck).diagnostics)
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map((one) => `${one.severity} ${one.code} ${place(one)}`);
}

test('each is told at its line', () => {
  expect(findingsWith(false)).toEqual([
    'error mermaid-package-missing 9',
    'error mermaid-package-missing 15',
    'error mermaid-package-missing 21',
    'error mermaid-package-missing 27',
    'error math-package-missing 36',
    'error math-package-missing 40',
    'error math-package-missing 42',
  ]);
});

test('nothing is told where they are', () => {
  expect(findingsWith(true)).toEqual([]);
});

const FORMULAS = `
-- hugo.toml --
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [["$$", "$$"], ["\\\\[", "\\\\]"]]
inline = [["$", "$"], ["\\\\(", "\\\\)"]]
-- content/_index.md --
+++
outputs = ["Reveal"]
+++

$a$ or  $a$, \\(b\\)

- item $c$

| d | e |
|---|---|
| 1 | $f$ |

$$
g
$$

{{% section %}}

## A

words $h$

---

{{% fragment %}}then $i$.{{% /fragment %}}

{{% /section %}}
`;

test('each formula is told at its own place', () => {
  const place = ({ line, column }: Diagnostic): string => `${line}:${column}`;
  expect(findingsWith(false, FORMULAS, place)).toEqual(
    ['5:2', '5:10', '5:16', '7:9', '11:8', '14:1', '21:8', '25:23'].map(
      (at) => `error math-package-missing ${at}`,
    ),
  );
});
