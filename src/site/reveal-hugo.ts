/** The reveal-hugo theme in a site: it is built in, and what the site has changed in its copy counts. */
import type { Files } from '../files.ts';
import { isOriginal } from './reveal-hugo-files.ts';
import type { Theme } from './theme.ts';

/** reveal-hugo under any address, a fork or a major version of it included. */
export const isRevealHugo = (name: string): boolean => /(?:^|\/)reveal-hugo(?:\/v\d+)?$/i.test(name);

/** Templates that no other theme has all of. */
const MARKS: readonly string[] = [
  'layouts/_default/baseof.reveal.html',
  'layouts/partials/layout/javascript.html',
  'layouts/shortcodes/slide.html',
];

/** Whether a theme of another name is a copy of it. */
export const isCopyOfRevealHugo = (files: Files, folder: string): boolean =>
  MARKS.every((mark) => files.has(`${folder}/${mark}`));

/** Folders of a copy whose files sites refer to. */
const KEPT_FOLDERS = ['static', 'assets'] as const;

/** What comes with reveal.js and highlight.js, which are built in; the theme's own files have a folder of their own. */
const BUNDLED_RE = /^(?:reveal-js|highlight-js)\//;

/** What a fork may add or change: shortcodes and partials; whole layouts are the theme's own, and built in. */
const TEMPLATE_RE = /^_?(?:shortcodes|partials)\//;

/** Partials that are our own page around the slides. */
const PAGE_RE = /^partials\/(?:layout|internal)\//;

/** Of a copy count the files that sites refer to, and the templates that the site or a fork has added or changed. */
export function readRevealHugo(files: Files, folder: string, name: string): Theme {
  const shared = { language: undefined, theme: name };
  const below = (component: string): readonly { readonly source: string; readonly target: string }[] =>
    files.list(`${folder}/${component}`).map((source) => ({
      source,
      target: source.slice(`${folder}/${component}/`.length),
    }));
  const kept = KEPT_FOLDERS.flatMap((component) =>
    below(component)
      .filter(({ target }) => !BUNDLED_RE.test(target))
      .map((file) => ({ ...shared, ...file, component })),
  );
  const templates = below('layouts')
    .filter(({ target }) => TEMPLATE_RE.test(target) && !PAGE_RE.test(target))
    .filter(({ source, target }) => !isOriginal(target, files.read(source) ?? ''))
    .map((file) => ({ ...shared, ...file, component: 'layouts' as const }));
  return { name, state: 'built-in', mounts: [...kept, ...templates], layers: [], usedFiles: [] };
}
