/** Creates the services that shortcodes use. */
import { describeUnknownLanguage } from '../markup/code/unknown-language.ts';
import type { ShortcodeServices } from '../shortcodes/services.ts';
import { findDataLocation } from '../site/data.ts';
import { readPath } from '../site/formats/formats.ts';
import type { Template } from '../templates/handlebars.ts';
import type { Page, Report, SiteConfig, Table } from '../types.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** The sources of the services; those that are expensive to create are created once per site. */
export interface ShortcodeEnvironment extends Pick<
  SiteEnvironment,
  'files' | 'config' | 'data' | 'highlight' | 'math' | 'mermaid' | 'dependencies'
> {
  readonly pages: readonly Page[];
  /** Whether code in a language needs no highlighter. */
  readonly acceptsLanguage?: (language: string) => boolean;
}

/** Creates the services for shortcodes; mistakes go to `report`. */
export function createShortcodeServices(
  environment: ShortcodeEnvironment,
  report: Report,
): ShortcodeServices {
  const { config, math, mermaid, dependencies } = environment;
  const trackedPages = (): readonly Page[] => {
    dependencies.addKind('pages');
    return environment.pages;
  };
  return {
    config,
    report,
    get data() {
      dependencies.addKind('data');
      return environment.data;
    },
    findDataPosition: (path) => findDataLocation(environment.files, config, path),
    get pages() {
      return trackedPages();
    },
    findSection: (page) => sectionOf(page, trackedPages()),
    address: (page, isAbsolute) => (isAbsolute ? config.baseURL : config.basePath) + page.address,
    highlight: createCodeWriter(environment),
    renderMath: math,
    renderMermaid: mermaid,
  };
}

/** Highlights code, and describes its language if nothing knows it. */
function createCodeWriter({
  highlight,
  acceptsLanguage,
}: Pick<ShortcodeEnvironment, 'highlight' | 'acceptsLanguage'>): ShortcodeServices['highlight'] {
  return (code) => {
    const highlighted = highlight(code);
    if (!highlighted.hasUnknownLanguage || acceptsLanguage?.(code.language)) return highlighted;
    return { ...highlighted, unknownLanguage: describeUnknownLanguage(code.language) };
  };
}

/** The nearest section page at or above the folder of a page; pages of the root deck belong to the root. */
function sectionOf(page: Page, pages: readonly Page[]): Page | undefined {
  const sections = pages.filter(({ kind, language }) => kind !== 'page' && language === page.language);
  const first = page.type === 'home' ? '' : page.folder;
  for (let at = first; ; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
    const found = sections.find(({ folder }) => folder === at);
    if (found || at === '') return found;
  }
}

/** Renders a template, and records its files as dependencies each time, though it is compiled only once. */
export function renderTracked(template: Template, data: Table, onDependency: (path: string) => void): string {
  for (const file of template.usedFiles) onDependency(file);
  return template.render(data);
}

/** Hugo's `security.enableInlineShortcodes`. */
export const areInlineShortcodesAllowed = ({ raw }: SiteConfig): boolean =>
  readPath(raw, ['security', 'enableInlineShortcodes']) === true;

/** The name of the shortcode that a template defines, as a list of one; empty if it defines none. */
export const shortcodeName = (path: string): string[] =>
  /^_?shortcodes\/(.+?)\.(?:\w+\.)*html$/.exec(path)?.slice(1) ?? [];
