/** A whole site built in memory: decks, the pages beside them, and what was found. */
import { expect } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.ts';
import type { SiteOverrides } from '../../src/types.ts';
import { readyDecks } from './ready-deck.ts';
import { buildSite, renderHtml, testClient } from './site.ts';

/** A root deck with one slide. */
export const DECK = '-- content/_index.md --\n+++\ntitle = "Deck"\noutputs = ["Reveal"]\n+++\n# A\n';

export interface BuiltPages {
  /** The text of every output, by its path. */
  readonly files: Readonly<Record<string, string>>;
  /** The sections of the deck at the root, on one line each. */
  readonly sections: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds a site, mistakes and all. */
export function tryBuild(site: string, overrides?: SiteOverrides): BuiltPages {
  const { pipeline, outputs, diagnostics } = buildSite(site, overrides);
  const rest = pipeline.publishPages(testClient, () => readyDecks(pipeline));
  const root = pipeline.decks().decks.find(({ outputPath }) => outputPath === 'index.html');
  return {
    files: Object.fromEntries([...outputs, ...rest.outputs].map(({ path, text }) => [path, text])),
    sections: root
      ? renderHtml(pipeline, root).sections.map((section) => section.replace(/\s*\n\s*/g, ''))
      : [],
    diagnostics: [...diagnostics, ...rest.diagnostics],
  };
}

/** The paths of outputs, but for those of what is there once in every site. */
export function listPages(files: BuiltPages['files']): readonly string[] {
  return Object.keys(files).filter((path) => !SITE_OUTPUTS.includes(path));
}

/** What every site has once, whatever is in it. */
const SITE_OUTPUTS: readonly string[] = ['404.html', '.nojekyll'];

/** Builds a site, which has to be without mistakes. */
export function build(site: string, overrides?: SiteOverrides): BuiltPages {
  const built = tryBuild(site, overrides);
  expect(built.diagnostics).toEqual([]);
  return built;
}

/** What a shortcode of this template gives on the slide of a root deck. */
export function shortcodeText(template: string, call = '{{< t >}}', files = ''): string {
  const { sections } = build(
    `-- layouts/shortcodes/t.html --\n${template}\n${files}\n-- content/_index.md --\n+++\ntitle = "Deck"\noutputs = ["Reveal"]\n+++\n${call}\n`,
  );
  return (sections[0] ?? '').replace(/^<section>|<\/section>$/g, '');
}
