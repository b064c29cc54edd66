/** Reads a copy of the reveal-hugo theme: the theme is built in, but changes of the copy are used. */
import type { Files } from '../../files.ts';
import { isOriginal } from './reveal-hugo-files.ts';
import type { HugoTheme } from './hugo-theme.ts';

/** Whether a theme is reveal-hugo, by any address, including forks and major versions. */
export const isRevealHugo = (name: string): boolean => /(?:^|\/)reveal-hugo(?:\/v\d+)?$/i.test(name);

/** Templates that identify a copy of reveal-hugo. */
const MARKER_FILES: readonly string[] = [
  'layouts/_default/baseof.reveal.html',
  'layouts/partials/layout/javascript.html',
  'layouts/shortcodes/slide.html',
];

/** Whether a theme of another name is a copy of reveal-hugo. */
export const isCopyOfRevealHugo = (files: Files, folder: string): boolean =>
  MARKER_FILES.every((file) => files.has(`${folder}/${file}`));

/** Folders of a copy that sites refer to. */
const INHERITED_FOLDERS = ['static', 'assets'] as const;

/** Files of reveal.js and highlight.js, which are built in. */
const BUNDLED_RE = /^(?:reveal-js|highlight-js)\//;

/** Templates that a fork can add or change: shortcodes and partials, but not the built-in layouts. */
const TEMPLATE_RE = /^_?(?:shortcodes|partials)\//;

/** Partials of the page around the slides, which is built in. */
const PAGE_RE = /^partials\/(?:layout|internal)\//;

/** Reads from a copy the files that sites refer to, and templates that were added or changed. */
export function readRevealHugo(files: Files, folder: string, name: string): HugoTheme {
  const shared = { language: undefined, theme: name };
  const below = (component: string): readonly { readonly source: string; readonly target: string }[] =>
    files.list(`${folder}/${component}`).map((source) => ({
      source,
      target: source.slice(`${folder}/${component}/`.length),
    }));
  const kept = INHERITED_FOLDERS.flatMap((component) =>
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
