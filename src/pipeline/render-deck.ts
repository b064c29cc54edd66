/** Renders one deck, but for the addresses of the client. */
import { attempt, createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { renderDeck } from '../render/deck.ts';
import { uniqueFootnotes } from '../render/footnote-ids.ts';
import { splitSections } from '../render/sections.ts';
import { checkOwnOptions } from '../site/option-slips.ts';
import { resolveDeckParams } from '../site/params.ts';
import type { Deck, RenderedDeck, Report, Slots } from '../types.ts';
import type { Renderer } from './renderer.ts';
import type { SizeSection } from './memory/section-memory.ts';
import type { Stages } from './stages.ts';
import type { Errand } from './templates/errand.ts';
import { createOptionReader } from './option-reader.ts';

/** Renders a deck. What is wrong in it is in its diagnostics; what is valid beside it is rendered. */
export function renderOneDeck(
  deck: Deck,
  renderer: Renderer,
  stages: Stages,
  sizeSection: SizeSection,
): RenderedDeck {
  const config = renderer.config(deck.language);
  const { made, uses } = stages.uses.during(() => renderParts(deck, renderer, { stages, sizeSection }));
  const usedFiles = [...config.usedFiles, ...deck.pages.map(({ source }) => source.path), ...uses.parts];
  return { ...made, usedFiles: [...new Set(usedFiles)] };
}

interface PartTools {
  readonly stages: Stages;
  readonly sizeSection: SizeSection;
}

function renderParts(
  deck: Deck,
  renderer: Renderer,
  { stages, sizeSection }: PartTools,
): Omit<RenderedDeck, 'usedFiles'> {
  const { templateFiles, uses } = stages;
  const config = renderer.config(deck.language);
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const errand = { page: deck.head, report, used: (path: string) => uses.part(path) };
  const pages = deck.pages.map((page) => renderer.slides(page));
  for (const page of pages) diagnostics.push(...page.diagnostics);
  const params = resolveDeckParams(config, deck.head, report);
  const isScripted = params.plugins.length > 0 || params.customJs.length > 0;
  diagnostics.push(...checkOwnOptions(deck.head, { isScripted, isRead: createOptionReader(stages) }));
  const own =
    templateFiles.names.length > 0
      ? renderer.forDeck(report, () => ownParts(deck, renderer, errand))
      : undefined;
  const rendered = renderDeck(
    {
      deck,
      params,
      slides: pages.flatMap(({ slides }) => slides),
      features: pages.flatMap(({ features }) => features),
      ...(own?.slots && { slots: own.slots }),
    },
    config,
  );
  const sections = uniqueFootnotes(own?.sections ?? rendered.sections).map(sizeSection);
  return { ...rendered, sections, diagnostics };
}

/** What the site's own templates give to a deck. */
interface OwnParts {
  readonly slots: Slots | undefined;
  /** `undefined` where it leaves the slides to us. */
  readonly sections: readonly string[] | undefined;
}

function ownParts(deck: Deck, renderer: Renderer, errand: Errand): OwnParts {
  const templates = renderer.templates(errand);
  const html = attempt(() => templates.sections(deck), errand.report);
  const sections = html === undefined ? undefined : splitSections(html);
  if (sections?.length === 0) errand.report(noSections(deck));
  return {
    slots: attempt(() => templates.slots(), errand.report),
    sections: sections?.length ? sections : undefined,
  };
}

function noSections({ head }: Deck): Diagnostic {
  return createDiagnostic({
    code: 'sections-missing',
    severity: 'warning',
    message:
      "the site's own template for slides wrote no <section>, so the slides are shown as they are without it",
    hint: 'Look at layouts/partials/reveal-hugo/slides.html and at the layouts whose names end in .reveal.html.',
    source: head.source,
    offset: 0,
  });
}
