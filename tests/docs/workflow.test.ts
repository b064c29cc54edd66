/** The workflow in the documents is the one that `new site` writes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formatNamed } from '../../src/site/formats/formats.ts';
import { readDocument, ROOT } from '../support/documents.ts';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly unknown[] }>>;
}

const parse = (text: string): unknown => formatNamed('YAML').parse(text);
const starter = parse(
  readFileSync(path.join(ROOT, 'starter/github/workflows/pages.yml'), 'utf8'),
) as Workflow;

const yamlOf = (file: string, heading: string): unknown => {
  const part = readDocument(file).parts.find((candidate) => candidate.heading === heading);
  return parse(part?.blocks.find(({ language }) => language === 'yaml')?.text ?? '');
};

test('docs/publish.md has all of it', () => {
  expect(yamlOf('docs/publish.md', 'GitHub Pages')).toEqual(starter);
});

test('the README has its steps', () => {
  const steps = (yamlOf('README.md', 'Publish') as readonly Record<string, unknown>[]).map((step) =>
    String(step['uses']).startsWith('actions/deploy-pages@') ? { id: 'deployment', ...step } : step,
  );
  expect(Object.values(starter.jobs).flatMap((job) => job.steps)).toEqual(expect.arrayContaining(steps));
});
