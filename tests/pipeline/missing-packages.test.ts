/** What a formula and a diagram say where the package is not installed that they need: each at its own line. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles, memoryFiles } from '../../src/files.ts';
import { createPipeline } from '../../src/pipeline.ts';
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

function findingsWith(installed: boolean): readonly string[] {
  const pipeline = createPipeline({
    files: memoryFiles(parseSite(SITE)),
    builtIn: diskFiles(path.join(import.meta.dirname, '..', '..')),
    ...(!installed && { hasMermaid: () => false, loadKatex: () => undefined }),
  });
  const { decks } = pipeline.decks();
  return decks
    .flatMap((deck) => pipeline.render(deck).diagnostics)
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ code, line, severity }) => `${severity} ${code} ${line}`);
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
