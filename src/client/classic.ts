/**
 * The client of decks with scripts of their author: not a module, so that reveal.js is available to the next script, as
 * with the theme. What is not needed at once follows as a module (companion.ts).
 */
import Reveal from 'reveal.js';
import type { PlaceholderPlugin } from './features.ts';
import { notifyLateListeners } from './late-listeners.ts';
import { PREPARED_EVENT } from './protocol.ts';
import { readSettings } from './settings.ts';
import { type Plugin, takeOverInitialize } from './start.ts';

/** A plugin that the page names. */
interface NamedPlugin {
  readonly name: string;
  readonly isOptional: boolean;
  /** Throws if no script has defined the name. */
  readonly find: () => unknown;
}

declare global {
  interface Window {
    deckwright: { start(plugins: readonly NamedPlugin[]): void };
  }
}

/**
 * The globals of reveal.js's own plugins, with the ids of the plugins. The work of the last three is done at build
 * time.
 */
const builtInPlugins: Readonly<Record<string, string>> = {
  RevealNotes: 'notes',
  RevealSearch: 'search',
  RevealZoom: 'zoom',
  RevealHighlight: 'highlight',
  RevealMarkdown: 'markdown',
  RevealMath: 'math',
};

const placeholder =
  (id: string): (() => PlaceholderPlugin) =>
  () => ({ id, isPlaceholder: true });

// Plugins of reveal.js 3 call these functions as soon as they run, and reveal.js defines them only when it starts.
Object.assign(Reveal, {
  getConfig: () => readSettings().options,
  getCurrentSlide: () => undefined,
  getPlugin: () => undefined,
  hasPlugin: () => false,
});

const start = takeOverInitialize(Reveal);

for (const [name, id] of Object.entries(builtInPlugins)) Object.assign(window, { [name]: placeholder(id) });
Object.assign(Reflect.get(window, 'RevealMath'), {
  KaTeX: placeholder('katex'),
  MathJax2: placeholder('mathjax2'),
  MathJax3: placeholder('mathjax3'),
  MathJax4: placeholder('mathjax4'),
});
window.Reveal = Reveal;
window.deckwright = {
  start(plugins) {
    const prepared = new Promise((resolve) =>
      document.addEventListener(PREPARED_EVENT, resolve, { once: true }),
    );
    void start({
      options: { ...readSettings().options },
      plugins: plugins.flatMap(findPlugin),
      prepare: () => prepared,
    });
    notifyLateListeners(Reveal);
  },
};

if (readSettings().startsItself) window.deckwright.start([]);

/** Finds a plugin by its global name. With the theme, an undefined name stops the deck; here, it is reported. */
function findPlugin({ name, isOptional, find }: NamedPlugin): Plugin[] {
  try {
    const plugin = find();
    if (isPlugin(plugin, isOptional && !name.startsWith('Reveal'))) return [plugin];
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof TypeError)) throw error;
  }
  if (!isOptional) console.warn(`reveal_hugo.plugins lists ${name}, but no script defines it.`);
  return [];
}

/**
 * Whether a global is a plugin. A function whose name is only guessed from a file name may be anything, and reveal.js
 * would call it.
 */
function isPlugin(value: unknown, isDoubtful: boolean): value is Plugin {
  if (typeof value === 'function') return !isDoubtful;
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
