/** Examines a site: what it contains, what differs from Hugo, and whether it builds. */
import type { Diagnostic } from '../diagnostics.ts';
import { countSlides, type SitePipeline, type Site, type SiteSurvey } from '../pipeline.ts';
import type { ReadyDeck, SiteConfig } from '../types.ts';
import { dryRun, type DryRun, type CompleteDeck } from './dry-run.ts';
import { findDifferences } from './differences.ts';
import type {
  CountedFindings,
  ExaminedDeck,
  ExaminedFiles,
  ExaminedTheme,
  Examination,
} from './examination.ts';
import { toPosition } from './position.ts';
import { summarize } from './summary.ts';
import { findUnsupported } from './unsupported.ts';

/** Options of an examination. */
export interface ExamineOptions {
  /** Makes the decks ready to be published. */
  readonly complete: CompleteDeck;
  /** Whether warnings count as errors. */
  readonly strict?: boolean;
}

/** Examines a site and writes nothing. Errors of the site are part of the report. */
export function examine(pipeline: SitePipeline, options: ExamineOptions): Examination {
  const built = dryRun(pipeline, options.complete);
  const { site, decks, written, leftAlone, leftOut, valid, diagnostics } = built;
  const survey = pipeline.survey([...new Set([...site.decks.flatMap(({ pages }) => pages), ...written])]);
  const fatal = diagnostics.filter(({ severity }) => options.strict || severity === 'error');
  const { handlebars, templates, shortcodes } = survey;
  const subject = { site, survey, decks, diagnostics, leftOut, hasList: hasList(built, survey) };
  const examination = {
    builds: fatal.length === 0,
    configuration: describeConfiguration(site.config),
    themes: describeThemes(site.config),
    decks: decks.map((deck) => examineDeck(deck, valid.includes(deck))),
    otherPages: { written: written.map(sourceFile), leftAlone: leftAlone.map(sourceFile), leftOut },
    files: countFiles(site, survey),
    shortcodes,
    templates: { ...templates, handlebars },
    differences: findDifferences(subject),
    unsupported: findUnsupported(subject),
    findings: countFindings(diagnostics),
    diagnostics,
  };
  return { ...examination, summary: summarize(examination) };
}

const sourceFile = ({ source }: { readonly source: { readonly path: string } }): string => source.path;

function describeConfiguration({
  usedFiles,
  environment,
  baseURL,
  languages,
}: SiteConfig): Examination['configuration'] {
  return {
    files: usedFiles,
    environment,
    baseURL,
    languages: languages.map(({ code, name, folder }) => ({ code, name, folder })),
  };
}

/** Lists the themes; reveal-hugo is built in whether or not the site names it. */
function describeThemes({ themes, missingThemes }: SiteConfig): readonly ExaminedTheme[] {
  return [
    { name: 'reveal-hugo', state: 'built-in' },
    ...themes.map((name) => ({ name, state: 'there' as const })),
    ...missingThemes.map((name) => ({ name, state: 'missing' as const })),
  ];
}

function examineDeck({ rendered, style, features }: ReadyDeck, isSound: boolean): ExaminedDeck {
  const { deck, title, slides, params } = rendered;
  const counts = countSlides([rendered]);
  return {
    path: deck.outputPath,
    title,
    language: deck.language,
    head: deck.head.source.path,
    pages: deck.pages.length,
    slides: counts.slides,
    stacks: slides.filter((slide) => slide.slides.length > 0).length,
    notes: counts.notes,
    theme: params.customTheme ?? (style.theme === 'custom' ? params.theme : style.theme),
    features,
    isSound,
  };
}

function countFiles({ staticFiles, assets, config }: Site, { dataFiles }: SiteSurvey): ExaminedFiles {
  const content = config.mounts.filter(({ component }) => component === 'content');
  const isContent = (file: string): boolean => content.some(({ source }) => file.startsWith(`${source}/`));
  // Files next to pages are published once for each language.
  const published = [...new Set(staticFiles.map(({ source }) => source))];
  const besidePages = published.filter(isContent).length;
  return {
    static: published.length - besidePages,
    besidePages,
    assets: assets.length,
    data: dataFiles.length,
  };
}

const LIST_PATH = 'index.html';

/** Layouts that can write the page at the root. */
const HOME_LAYOUT_RE = /(?:^|\/)(?:index|home|list|all)(?:\.\w+)*\.html$/;

/** Whether the page at the root is the list of decks rather than a page of the site. */
function hasList({ paths }: DryRun, { templates }: SiteSurvey): boolean {
  const isThemes = Object.keys(templates.ofThemes).length > 0;
  return paths.has(LIST_PATH) && !isThemes && !templates.files.some((file) => HOME_LAYOUT_RE.test(file));
}

function countFindings(diagnostics: readonly Diagnostic[]): readonly CountedFindings[] {
  const counted = new Map<string, CountedFindings>();
  for (const diagnostic of diagnostics) {
    const { code, severity, message } = diagnostic;
    const key = `${severity} ${code}`;
    const known = counted.get(key) ?? { code, severity, count: 0, first: toPosition(diagnostic), message };
    counted.set(key, { ...known, count: known.count + 1 });
  }
  return [...counted.values()].sort((a, b) => severityRank(a) - severityRank(b) || b.count - a.count);
}

const severityRank = ({ severity }: CountedFindings): number => (severity === 'error' ? 0 : 1);
