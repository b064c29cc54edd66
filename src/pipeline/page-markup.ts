/** What the text of a page is read with: its shortcodes, its render hooks, and the files that it names. */
import type { MarkupTools } from '../markup/page-text.ts';
import { createShortcodes } from '../shortcodes/list.ts';
import { createFileReader } from './file-reader.ts';
import type { Site } from './find-site.ts';
import { allowsInline, createShortcodeTools, renderNoted, shortcodeName } from './shortcode-tools.ts';
import type { SiteAddresses } from './site-addresses.ts';
import type { SiteEnvironment } from './site-environment.ts';
import { withEmbeddedHooks } from './templates/embedded-hooks.ts';
import type { Errand } from './templates/errand.ts';
import type { Templates } from './templates/templates.ts';

/** What the texts of all pages share. */
export interface PageMarkupSources {
  readonly environment: SiteEnvironment;
  readonly site: Site;
  readonly addresses: SiteAddresses;
  /** The site's own templates. */
  readonly templates: Templates;
}

/** Creates the tools for the text of a page. */
export type CreateMarkupTools = (context: Errand) => MarkupTools;

export function createPageMarkup({
  environment,
  site,
  addresses,
  templates: siteTemplates,
}: PageMarkupSources): CreateMarkupTools {
  const { config, layouts, compile, templateFiles, markdown, highlightRawCode } = environment;
  const names = [...layouts.names('shortcodes'), ...templateFiles.names.flatMap(shortcodeName)];
  const isInlineAllowed = allowsInline(config);
  const hasTemplates = templateFiles.names.length > 0 || isInlineAllowed;
  return (context) => {
    const { page, report, used } = context;
    const templates = hasTemplates ? siteTemplates.of(context) : undefined;
    const sources = { ...environment, config: addresses.config(page.language), pages: site.pages };
    const shortcodes = createShortcodes(
      {
        find(name) {
          const template = compile(`shortcodes/${name}`);
          return template && { ...template, render: (data) => renderNoted(template, data, used) };
        },
        isAuthors: (name) => layouts.isAuthors(`shortcodes/${name}`),
        findOther: (name) => templates?.shortcode(name),
        runInline: isInlineAllowed ? templates?.runInline : undefined,
        names,
      },
      createShortcodeTools(sources, report),
    );
    return {
      markdown,
      shortcodes,
      report,
      highlightRawCode,
      readFile: createFileReader(page, site, environment),
      hooks: withEmbeddedHooks(templates?.hooks, page, addresses.linksOf(page)),
    };
  };
}
