/** The parameters of a root deck, and what was found wrong in them. */
import type { Diagnostic } from '../../src/diagnostics.ts';
import { memoryFiles } from '../../src/files.ts';
import type { DeckParams } from '../../src/types.ts';
import { openSite } from './site.ts';

export interface Resolved {
  readonly params: DeckParams;
  readonly diagnostics: readonly Diagnostic[];
}

/** Resolves the parameters of the root deck. Both are what stands below `reveal_hugo:`, as YAML in braces. */
export function resolve(site: string, page = '{}'): Resolved {
  return resolveFiles(
    `params: {reveal_hugo: ${site}}\n`,
    `---\noutputs: Reveal\nreveal_hugo: ${page}\n---\n# A\n`,
  );
}

export function resolveFiles(config: string, page: string): Resolved {
  const files = memoryFiles({ 'hugo.yaml': config, 'content/_index.md': page });
  const pipeline = openSite(files);
  const site = pipeline.decks();
  const [deck] = site.decks;
  if (!deck) throw new Error('there is no deck');
  const { params, diagnostics } = pipeline.render(deck);
  return { params, diagnostics: [...site.diagnostics, ...diagnostics] };
}
