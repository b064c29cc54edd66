/** A site whose files change while it is open. */
import type { Diagnostic } from '../../src/diagnostics.ts';
import { memoryFiles } from '../../src/files.ts';
import type { SitePipeline } from '../../src/pipeline.ts';
import { readyDecks } from './ready-deck.ts';
import { openSite, parseSite, renderHtml, testClient } from './site.ts';

/** A site that is open while its files change. */
export interface LiveSite {
  readonly pipeline: SitePipeline;
  /** Writes files, or deletes those that are `undefined`, and tells the pipeline. */
  edit(changes: Readonly<Record<string, string | undefined>>): void;
}

/** Opens a site from its text, or from texts by file. */
export function openLive(site: string | Readonly<Record<string, string>>): LiveSite {
  const texts = typeof site === 'string' ? parseSite(site) : { ...site };
  const pipeline = openSite(memoryFiles(texts));
  return {
    pipeline,
    edit(changes) {
      for (const [file, text] of Object.entries(changes)) {
        if (text === undefined) delete texts[file];
        else texts[file] = text;
      }
      pipeline.update(Object.keys(changes));
    },
  };
}

/** What a reader sees of each deck: the text of its slides, by the path of its output. */
export function slidesOf({ pipeline }: LiveSite): Readonly<Record<string, readonly string[]>> {
  const decks = pipeline.decks().decks.map((deck) => {
    const { sections } = renderHtml(pipeline, deck);
    return [deck.outputPath, sections.map((html) => html.replace(/<[^>]*>/g, '').trim())];
  });
  return Object.fromEntries(decks) as Record<string, readonly string[]>;
}

export function diagnosticsOf({ pipeline }: LiveSite): readonly Diagnostic[] {
  const { decks, diagnostics } = pipeline.decks();
  return [...diagnostics, ...decks.flatMap((deck) => pipeline.render(deck).diagnostics)];
}

/** The published pages, by path. */
export function publish({ pipeline }: LiveSite): Readonly<Record<string, string>> {
  const outputs = readyDecks(pipeline).flatMap((deck) => pipeline.publish(deck, testClient));
  return Object.fromEntries(outputs.map(({ path, text }) => [path, text]));
}

/** Two decks; the first has a shortcode of its author. */
export const SITE = `
-- hugo.toml --
title = "Site"
-- layouts/shortcodes/badge.hbs --
badge
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
root
-- content/home/a.md --
+++
weight = 1
+++
a {{< badge >}}
-- content/home/b.md --
+++
weight = 2
+++
b
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
title = "Talk"
+++
talk
`;
