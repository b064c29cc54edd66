/** Names of Hugo's keys: those of the configuration, and those of front matter that mean something for a page. */
import { frontMatterKeys } from './front-matter.ts';
import { moreSiteKeys, siteKeys } from './site.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Keys at the top level of Hugo's configuration, with former ones. */
const HUGO_KEYS = words(`
  archetypeDir assetDir author blackfriday build caches capitalizeListTitles cleanDestinationDir config configDir
  contentTypes copyright dataDir defaultOutputFormat deployment disableAliases disableBrowserError
  disableDefaultLanguageRedirect disableDefaultSiteRedirect disableFastRender disableHugoGeneratorInject
  disableLiveReload disableRSS disableSitemap disqusShortname enableGitInfo enableInlineShortcodes
  enableMissingTranslationPlaceholders environment footnoteAnchorPrefix footnoteReturnLinkContents forceSyncStatic
  frontmatter googleAnalytics hasCJKLanguage HTTPCache i18nDir ignoreCache ignoreErrors ignoreLogs ignoreVendor
  ignoreVendorPaths imaging languageDirection languageName mainSections markup mediaTypes menu menus
  metaDataFormat minify module newContentEditor noBuildLock noChmod noTimes outputFormats paginate paginatePath
  pagination panicOnWarning permalinks pluralizeListTitles preserveTaxonomyNames printI18nWarnings
  printPathWarnings printUnusedTemplates privacy pygmentsCodeFences pygmentsCodeFencesGuessSyntax
  pygmentsOptions pygmentsStyle pygmentsUseClasses pygmentsUseClassic quiet refLinksErrorLevel
  refLinksNotFoundURL related renderSegments renderToMemory resourceDir roles rssLimit sectionPagesMenu security
  segments server services sitemap social staticDir summaryLength taxonomies templateMetrics
  templateMetricsHints timeout titleCaseStyle verbose verboseLog versions watch weight workingDir
`);

/** All keys at the top level of the configuration. */
export const configNames: readonly string[] = [
  ...new Set([
    ...Object.keys({ ...siteKeys, ...moreSiteKeys }).map((key) => key.split('.')[0] ?? key),
    ...HUGO_KEYS,
  ]),
];

/** Keys of front matter that decide on a page, its deck and its address; most others are for templates. */
export const pageNames: readonly string[] = [
  ...Object.keys(frontMatterKeys),
  ...words('reveal_hugo params cascade build resources sitemap translationKey'),
];

/** Keys for templates that resemble one of those above. */
export const customNames: ReadonlySet<string> = new Set(
  words(`
    abstract alias audience author authors author_name bio built category categories city class color colors comment
    comments conference country cover craft data date_end date_start dates day deck duration edate email end
    enddate event events event_date footer format genre graft header height hide icon id image images keyword keywords
    lang language lasttime lesson level link links linktitles list location logo markdown math mermaid modifieddate
    module name note notes number order organizer output part parts place plates presenter presentation publish
    publishedDate publisher rate repo resource role room schedule section sections series show site slide slides
    slot source speaker speakers start startdate state status sticky style subject subtitle summary tag tags talk text
    theme themes thumbnail tile tiles time timezone toc topic topics track types typ updated updateddate version
    versions video venue week weights year
  `).map((name) => name.toLowerCase()),
);
