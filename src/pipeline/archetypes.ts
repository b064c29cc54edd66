/** Archetypes: templates for new pages. */
import { DeckError, type SourceFile } from '../diagnostics.ts';
import { listMounted } from '../site/mounts/mounts.ts';
import { ArchetypeObject } from '../templates/model/archetype-object.ts';
import type { PageTemplates } from './templates/page-templates.ts';
import type { Deck, Report } from '../types.ts';
import type { SiteEnvironment } from './site-environment.ts';

const ARCHETYPE_RE = /^(.+)\.md$/;

/** The archetypes of a site. */
export interface Archetypes {
  /** By kind: `archetypes/talks.md` is for the kind `talks`. The site's archetypes win over those of its themes. */
  readonly byKind: ReadonlyMap<string, SourceFile>;
  /**
   * Runs an archetype for the deck that is created from it. Its shortcodes are not run: they belong to the new deck.
   * @throws {DeckError} when the archetype can't be parsed, or fails
   */
  run(archetype: SourceFile, deck: Deck, kind: string, report: Report): string;
}

/** @internal */
export function createArchetypes(
  environment: SiteEnvironment,
  pageTemplates: (deck: Deck, report: Report) => PageTemplates,
): Archetypes {
  const { files, config, now } = environment;
  const found = listMounted(files, config.mounts, 'archetypes').flatMap(({ path, source }) => {
    const kind = ARCHETYPE_RE.exec(path)?.[1];
    return kind === undefined ? [] : [[kind, { path: source, text: files.read(source) ?? '' }] as const];
  });
  return {
    byKind: new Map(found),
    run(archetype, deck, kind, report) {
      const templates = pageTemplates(deck, report);
      const data = new ArchetypeObject({ page: templates.object(), kind, now: now() });
      const text = archetype.text.replace(
        DELIMITER_RE,
        (delimiter) => HIDDEN_DELIMITERS[delimiter] ?? delimiter,
      );
      return restoreAfter(() => templates.runText({ path: archetype.path, text }, data));
    },
  };
}

function restoreAfter(run: () => string): string {
  try {
    return restoreDelimiters(run());
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    throw new DeckError(error.diagnostics.map((one) => ({ ...one, frame: restoreDelimiters(one.frame) })));
  }
}

const restoreDelimiters = (text: string): string =>
  text.replace(HIDDEN_RE, (hiddenDelimiter) => RESTORED_DELIMITERS[hiddenDelimiter] ?? hiddenDelimiter);

/** Hidden delimiters of shortcodes keep their length, so that mistakes are reported at the right position. */
const HIDDEN_DELIMITERS: Readonly<Record<string, string>> = {
  '{{<': '\uE020\uE021\uE022',
  '{{%': '\uE020\uE021\uE023',
  '>}}': '\uE024\uE021\uE020',
  '%}}': '\uE025\uE021\uE020',
};
const RESTORED_DELIMITERS = Object.fromEntries(
  Object.entries(HIDDEN_DELIMITERS).map(([delimiter, hiddenDelimiter]) => [hiddenDelimiter, delimiter]),
);
const DELIMITER_RE = /\{\{[<%]|[>%]\}\}/g;
const HIDDEN_RE = /\uE020\uE021[\uE022\uE023]|[\uE024\uE025]\uE021\uE020/g;
