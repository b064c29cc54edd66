/** Markdown alone, without a page around it: one text with the configuration and the templates of a test. */
import { expect } from 'vitest';
import type { Finding } from '../../src/diagnostics.ts';
import type { Environment } from '../../src/markup/environment.ts';
import { createMarkdown } from '../../src/markup/markdown.ts';
import { Placeholders } from '../../src/markup/shortcodes/placeholders.ts';
import { IdAllocator } from '../../src/markup/id-allocator.ts';
import type { Feature, RenderHooks } from '../../src/types.ts';
import { readConfig } from './read-config.ts';

export interface RenderedMarkdown {
  readonly html: string;
  readonly features: readonly Feature[];
  readonly found: readonly Omit<Finding, 'source' | 'offset'>[];
}

/** Renders a text with a configuration in YAML. */
export function renderMarkdown(text: string, yaml = '', hooks: RenderHooks = {}): RenderedMarkdown {
  const { config, diagnostics } = readConfig({ 'hugo.yaml': yaml || 'title: x\n' });
  expect(diagnostics).toEqual([]);
  const found: Omit<Finding, 'source' | 'offset'>[] = [];
  const environment: Environment = {
    placeholders: new Placeholders(text),
    headingIds: new IdAllocator(),
    features: new Set(),
    isInner: false,
    hasBreaks: false,
    hooks,
    lines: [0, 0],
    report: (_words, finding) => void found.push(finding),
  };
  const html = createMarkdown(config.markup).render(text, environment);
  return { html, features: [...environment.features], found };
}
