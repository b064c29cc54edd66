/** What a deck asks of the client. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite } from '../support/site.ts';

describe('features', () => {
  const featuresOf = (params: string, text: string): readonly string[] => {
    const files = memoryFiles({
      'content/_index.md': `---\noutputs: Reveal\nreveal_hugo: ${params}\n---\n${text}\n`,
    });
    const pipeline = openSite(files);
    const [deck] = pipeline.decks().decks;
    return deck ? pipeline.render(deck).features : [];
  };

  test('the default plugins, unless they are switched off', () => {
    expect(featuresOf('{}', '# A')).toEqual(['search', 'speaker', 'zoom']);
    expect(featuresOf('{load_default_plugins: false}', '# A')).toEqual([]);
  });

  test('steps through code only where there is code with marked lines', () => {
    expect(featuresOf('{}', '```js\na\n```')).not.toContain('code-steps');
    expect(featuresOf('{}', '```js{1|2}\na\n```')).toContain('code-steps');
    expect(
      featuresOf('{load_default_plugins: false}', '{{% note %}}\n```js{1}\na\n```\n{{% /note %}}'),
    ).toEqual(['code-steps']);
  });
});
