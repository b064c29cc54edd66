/** Renders one deck: its pages as slides, its parameters, and what the site's templates add. */
import { attempt, createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { deckFeatures, hasScripts } from '../render/deck.ts';
import { uniqueFootnotes } from '../render/footnote-ids.ts';
import { readHtmlFacts } from '../render/html-facts.ts';
import { lookOf } from '../render/look.ts';
import { renderSection, splitSections } from '../render/sections.ts';
import { showSections } from '../render/show-sections.ts';
import { checkPageOptions } from '../site/params/unknown-options.ts';
import { resolveDeckParams } from '../site/params/params.ts';
import { type Deck, hasOwnTheme, type RenderedDeck, type Report, type Slots } from '../types.ts';
import type { Renderer } from './renderer.ts';
import type { ReadSection } from './cache/section-caches.ts';
import type { SiteEnvironment } from './site-environment.ts';
import { createOptionReader } from './option-reader.ts';
import { checkSlideAttributes } from './slide-attributes.ts';
import { applyDeckLevels, reportUnknownChecks } from './slide-checks.ts';

/** The services that render a deck. */
export interface DeckServices {
  readonly renderer: Renderer;
  readonly environment: SiteEnvironment;
  readonly readSection: ReadSection;
}

/** Renders a deck. Mistakes are in its diagnostics; everything else is rendered. */
export function renderDeck(deck: Deck, services: DeckServices): RenderedDeck {
  const { value, dependencies } = services.environment.dependencies.track(() =>
    renderDeckParts(deck, services),
  );
  const { usedFiles } = services.renderer.config(deck.language);
  const files = [...usedFiles, ...deck.pages.map(({ source }) => source.path), ...dependencies.usedFiles];
  return { ...value, usedFiles: [...new Set(files)] };
}

/** Renders a deck without listing the files that it used. */
function renderDeckParts(
  deck: Deck,
  { renderer, environment, readSection }: DeckServices,
): Omit<RenderedDeck, 'usedFiles'> {
  const config = renderer.config(deck.language);
  const pages = deck.pages.map((page) => renderer.slides(page));
  const diagnostics = pages.flatMap((page) => page.diagnostics);
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const params = resolveDeckParams(config, deck.head, report);
  const isScripted = params.plugins.length > 0 || params.customJs.length > 0;
  const isRead = createOptionReader(environment);
  diagnostics.push(...checkPageOptions(deck.head, { isScripted, isRead }));
  const slides = pages.flatMap((page) => page.slides);
  reportUnknownChecks({ deck, slides }, report);
  checkSlideAttributes({ deck, slides }, isRead, report);
  const fromTemplates = renderTemplateParts(deck, { renderer, environment }, report);
  const written = fromTemplates?.sections ?? slides.map(renderSection);
  const look = lookOf(params);
  const slots = fromTemplates?.slots ?? noSlots;
  const footer = params.footer && renderer.inline(deck.head, params.footer, report);
  const slotFacts = readHtmlFacts([...Object.values(slots), footer ?? ''].join('\n'));
  const asked = pages.flatMap(({ features }) => features);
  return {
    deck,
    title: deck.head.title || config.title,
    params,
    slides,
    sections: showSections(
      uniqueFootnotes(
        written.map((html) => readSection(html, look)),
        readSection,
      ),
      { params, read: readSection, onEmpty: () => report(tocEmpty(deck)) },
    ),
    features: deckFeatures(asked, params),
    ...(footer && { footer }),
    slots,
    slotFacts,
    hasScripts: hasScripts(slotFacts),
    hasOwnPage: fromTemplates?.hasDocument === true || hasOwnLayout(environment),
    diagnostics: applyDeckLevels(
      hasOwnTheme(params) ? diagnostics.filter(isNotMended) : diagnostics,
      { deck, slides },
      config,
    ),
  };
}

/** Whether a finding is also true in our themes: there, a bullet waits for its fragment. */
const isNotMended = ({ code }: Diagnostic): boolean => code !== 'fragment-bare-bullet';

const noSlots: Slots = { head: '', end: '', body: '' };

/** The parts of a deck that the site's own templates render. */
interface TemplateParts {
  readonly slots: Slots | undefined;
  /** `undefined` if the site has no template for slides. */
  readonly sections: readonly string[] | undefined;
  /** Whether a base template writes the page. If it can't be read, that is reported when the page is written. */
  readonly hasDocument: boolean;
}

/** The layouts of the page around the slides. */
const PAGE_LAYOUTS = ['deck', 'partials/head', 'partials/logo', 'partials/end'];

const hasOwnLayout = ({ layouts }: SiteEnvironment): boolean =>
  PAGE_LAYOUTS.some((path) => layouts.isFromAuthor(path));

/** Runs the site's templates for a deck; `undefined` if the site has none. */
function renderTemplateParts(
  deck: Deck,
  { renderer, environment }: Pick<DeckServices, 'renderer' | 'environment'>,
  report: Report,
): TemplateParts | undefined {
  if (environment.templateFiles.names.length === 0) return undefined;
  const templates = renderer.templates({
    page: deck.head,
    report,
    onDependency: (path) => environment.dependencies.addUsedFile(path),
  });
  return renderer.forDeck(report, () => {
    const html = attempt(() => templates.sections(deck), report);
    const sections = html === undefined ? undefined : splitSections(html);
    if (sections?.length === 0) report(sectionsMissing(deck));
    return {
      slots: attempt(() => templates.slots(), report),
      sections: sections?.length ? sections : undefined,
      hasDocument:
        attempt(
          () => templates.hasDocument(),
          () => undefined,
        ) ?? true,
    };
  });
}

function tocEmpty({ head, pages }: Deck): Diagnostic {
  const TOC_RE = /\{\{[<%]\s*toc\b/;
  const page = pages.find(({ source }) => TOC_RE.test(source.text)) ?? head;
  return createDiagnostic({
    code: 'toc-empty',
    severity: 'warning',
    message: 'the deck has no sections, so "toc" lists nothing',
    hint: 'A section begins at a slide with {{< slide layout="section" >}}; or at each stack; or at each # heading after the first slide.',
    source: page.source,
    offset: Math.max(page.source.text.search(TOC_RE), 0),
  });
}

function sectionsMissing({ head }: Deck): Diagnostic {
  return createDiagnostic({
    code: 'sections-missing',
    severity: 'warning',
    message:
      "the site's template for slides wrote no <section>, so the slides are rendered without the template",
    hint: 'Check layouts/partials/reveal-hugo/slides.html and the layouts named *.reveal.html.',
    source: head.source,
    offset: 0,
  });
}
