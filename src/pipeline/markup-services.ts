/** Creates the services that render the text of a page: shortcodes, render hooks, and files that it refers to. */
import type { MarkupServices } from '../markup/page-text.ts';
import { isHook } from '../render/lookup-order.ts';
import { createShortcodes } from '../shortcodes/list.ts';
import { createFileReader } from './file-reader.ts';
import type { Page } from '../types.ts';
import type { Site } from './find-site.ts';
import {
  areInlineShortcodesAllowed,
  createShortcodeServices,
  renderTracked,
  shortcodeName,
} from './shortcode-services.ts';
import { createLanguageSearch } from './script-languages.ts';
import type { SiteAddresses } from './site-addresses.ts';
import type { SiteEnvironment } from './site-environment.ts';
import { withEmbeddedHooks } from './templates/embedded-hooks.ts';
import type { RenderContext } from './templates/render-context.ts';
import type { Templates } from './templates/site-templates.ts';

/** The sources that all pages share. */
export interface MarkupSources {
  readonly environment: SiteEnvironment;
  readonly site: Site;
  readonly addresses: SiteAddresses;
  /** The site's own templates. */
  readonly templates: Templates;
}

const isOfDeck = (page: Page, { decks }: Site): boolean => decks.some(({ pages }) => pages.includes(page));

/** Creates the services for the text of a page. */
export type CreateMarkupServices = (context: RenderContext) => MarkupServices;

export function createMarkupServices({
  environment,
  site,
  addresses,
  templates: siteTemplates,
}: MarkupSources): CreateMarkupServices {
  const { layouts, compile, templateFiles, markdown, highlightRawCode } = environment;
  const names = [...layouts.names('shortcodes'), ...templateFiles.names.flatMap(shortcodeName)];
  const isInlineAllowed = areInlineShortcodesAllowed(environment.config);
  // A layout that is added or deleted affects all pages.
  const ofAuthor = new Map(names.map((name) => [name, layouts.isFromAuthor(`shortcodes/${name}`)]));
  const hasHooks = templateFiles.names.some(isHook);
  const hasTemplates = templateFiles.names.length > 0 || isInlineAllowed;
  const isRead = createLanguageSearch(environment);
  return (context) => {
    const { page, report, onDependency } = context;
    // Pages that are not decks have the highlighter of their theme.
    const acceptsLanguage = (language: string): boolean => isRead(language) || !isOfDeck(page, site);
    const templates = hasTemplates ? siteTemplates.forContext(context) : undefined;
    const config = addresses.config(page.language);
    const sources = { ...environment, config, pages: site.pages, acceptsLanguage };
    const shortcodes = createShortcodes(
      {
        find(name) {
          const template = compile(`shortcodes/${name}`);
          return template && { ...template, render: (data) => renderTracked(template, data, onDependency) };
        },
        isFromAuthor: (name) => ofAuthor.get(name) ?? false,
        findGoShortcode: (name) => templates?.shortcode(name),
        runInline: isInlineAllowed ? templates?.runInline : undefined,
        names,
      },
      createShortcodeServices(sources, report),
    );
    return {
      markdown,
      shortcodes,
      report,
      highlightRawCode,
      acceptsLanguage,
      readFile: createFileReader(page, site, environment),
      hooks: withEmbeddedHooks(
        hasHooks ? templates?.hooks : undefined,
        page,
        addresses.addressServices(page),
      ),
      onPageUse: () => environment.dependencies.addKind('page'),
    };
  };
}
