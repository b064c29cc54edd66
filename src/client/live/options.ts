/** Changed options of an open deck: a second deck, destroyed at once, shows what a fresh start would have. */
import type { RevealApi, RevealConfig } from 'reveal.js';
import { withReducedMotion } from '../reduced-motion.ts';

/** Options that reveal.js reads only when it starts. */
const STARTUP_OPTIONS: ReadonlySet<string> = new Set([
  'dependencies',
  'embedded',
  'focusBodyOnPageVisibilityChange',
  'keyboardCondition',
  'plugins',
  'postMessage',
  'postMessageEvents',
  'scrollActivationWidth',
  'showHiddenSlides',
  'shuffle',
  'view',
]);

type Options = Readonly<Record<string, unknown>>;

/** Finds the options to change so that a deck is as if started with `after`; `undefined` if it has to be restarted. */
export function changedOptions(deck: RevealApi, before: Options, after: Options): Options | undefined {
  const [was, next] = [freshConfig(deck, before), freshConfig(deck, after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(next)])];
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(next[name]));
  if (changed.some((name) => STARTUP_OPTIONS.has(name))) return undefined;
  return Object.fromEntries(changed.map((name) => [name, next[name]]));
}

/**
 * All options of a deck started with these: the defaults of reveal.js, which it does not export, come first, and the
 * query string of the page last. A deck that is destroyed before its plugins are loaded touches only its own element.
 */
function freshConfig(deck: RevealApi, options: Options): Options {
  const element = document.createElement('div');
  element.innerHTML = '<div class="slides"></div>';
  const Deck = deck as unknown as new (element: HTMLElement, options: RevealConfig) => RevealApi;
  const fresh = new Deck(element, { ...withReducedMotion(options), embedded: true, plugins: [] });
  void fresh.initialize();
  const { embedded: _embedded, plugins: _plugins, ...config } = fresh.getConfig() as Options;
  fresh.destroy();
  const { embedded, plugins } = options;
  return { ...config, embedded, plugins };
}
