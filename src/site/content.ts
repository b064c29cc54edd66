/** The pages of a site: every Markdown file below the content folder, with its front matter read. */
import { createDiagnostic, type SourceFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Page, PageKind, Report, SiteConfig, StaticFile } from '../types.ts';
import { readFrontMatter } from './front-matter.ts';
import { outputFolder } from './urls.ts';
import { createReader } from './values.ts';

const PAGE_RE = /\.(?:md|markdown)$/i;

/** Names that are an editor's or a system's own, as Hugo passes over them: `.hidden`, `backup~`, `#autosave#`. */
const IGNORED_RE = /(?:^|\/)(?:\.[^/]*|[^/]*~|#[^/]*#)(?:\/|$)/;

/** The content files of a site, told apart. */
export interface ContentFiles {
  /** Files that are pages, below the site's root. */
  readonly pages: readonly string[];
  /** Files that stand beside pages and are published as they are. */
  readonly resources: readonly StaticFile[];
}

/** Lists the content of a site without reading it. The other Markdown files of a leaf bundle are no pages, as in Hugo. */
export function listContent(files: Files, config: SiteConfig): ContentFiles {
  const root = `${config.contentDir}/`;
  const all = files.list(config.contentDir).filter((file) => !IGNORED_RE.test(file.slice(root.length)));
  const bundles = all
    .filter((file) => /(?:^|\/)index\.(?:md|markdown)$/i.test(file))
    .map((file) => file.slice(0, file.lastIndexOf('/') + 1));
  const isBundled = (file: string): boolean =>
    bundles.some((bundle) => file.startsWith(bundle) && !/^index\.[^/]*$/i.test(file.slice(bundle.length)));
  return {
    pages: all.filter((file) => PAGE_RE.test(file) && !isBundled(file)),
    resources: all
      .filter((file) => !PAGE_RE.test(file))
      .map((file) => ({ source: file, outputPath: resourcePath(file.slice(root.length)) })),
  };
}

/** A resource is published beside its page, whose folder Hugo lower-cases; its own name stays. */
function resourcePath(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? file : `${outputFolder(file.slice(0, slash))}${file.slice(slash)}`;
}

/** Reads one page. What is wrong in its front matter is reported, and counts as not written. */
export function readPage(source: SourceFile, config: SiteConfig, report: Report): Page {
  const frontMatter = readFrontMatter(source, report);
  const { start, end, format } = frontMatter;
  const place = { source, start, end, format };
  const read = createReader(frontMatter.data, place, report);
  const where = placeOf(source.path.slice(config.contentDir.length + 1));
  const title = read.string('title') ?? '';
  return {
    ...where,
    source,
    bodyOffset: frontMatter.bodyOffset,
    type:
      read.string('type') ??
      (where.path.includes('/') ? where.path.slice(0, where.path.indexOf('/')) : where.folder || 'page'),
    title,
    linkTitle: read.string('linkTitle') ?? title,
    description: read.string('description') ?? '',
    weight: read.integer('weight') ?? 0,
    date: read.date('date'),
    publishDate: read.date('publishDate') ?? read.date('pubDate') ?? read.date('published'),
    expiryDate: read.date('expiryDate') ?? read.date('unpublishDate'),
    draft: read.boolean('draft') ?? false,
    outputs: read.strings('outputs')?.map((output) => output.toLowerCase()),
    params: frontMatter.data,
    place,
  };
}

function placeOf(file: string): { kind: PageKind; folder: string; path: string } {
  const slash = file.lastIndexOf('/');
  const folder = slash < 0 ? '' : file.slice(0, slash);
  const name = file.slice(slash + 1).replace(PAGE_RE, '');
  if (name === '_index') return { kind: folder === '' ? 'home' : 'section', folder, path: folder };
  // A leaf bundle stands in the folder that holds its own.
  if (name === 'index')
    return { kind: 'page', folder: folder.slice(0, Math.max(folder.lastIndexOf('/'), 0)), path: folder };
  return { kind: 'page', folder, path: folder === '' ? name : `${folder}/${name}` };
}

/** Whether a page is published at a moment: neither draft, nor future, nor expired, unless the site says otherwise. */
export function isPublished(page: Page, config: SiteConfig, now: Date): boolean {
  const from = page.publishDate ?? page.date;
  if (page.draft && !config.buildDrafts) return false;
  if (from && from > now && !config.buildFuture) return false;
  return !(page.expiryDate && page.expiryDate <= now && !config.buildExpired);
}

/** What is said when a site has no deck: most often the one line is missing that makes a page a deck. */
export function noDeck(pages: readonly Page[], config: SiteConfig): ReturnType<typeof createDiagnostic> {
  const head = pages.find((page) => page.kind === 'home') ?? pages.find((page) => page.kind === 'section');
  if (head) {
    return createDiagnostic({
      code: 'no-deck',
      message: 'no page of this site asks for the Reveal output, so there is no deck to build',
      hint: 'Put outputs = ["Reveal"] in the front matter of the page that begins your deck.',
      source: head.source,
      offset: 0,
    });
  }
  return createDiagnostic({
    code: 'no-deck',
    message: `there is no page ${config.contentDir}/_index.md, so there is no deck to build`,
    hint: `Write ${config.contentDir}/_index.md with outputs = ["Reveal"] in its front matter, or name the folder of your site with --source.`,
  });
}
