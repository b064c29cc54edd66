/** The options of reveal.js by name, in whichever spelling an author writes them. */
import { nearestName } from '../diagnostics.ts';

/** Those of reveal.js 6 and of the plugins that it brings. Source: its config.ts, and its documentation of plugins. */
const revealOptions: readonly string[] = [
  'autoAnimate', 'autoAnimateDuration', 'autoAnimateEasing', 'autoAnimateMatcher', 'autoAnimateStyles',
  'autoAnimateUnmatched', 'autoPlayMedia', 'autoSlide', 'autoSlideMethod', 'autoSlideStoppable',
  'backgroundTransition', 'center', 'controls', 'controlsBackArrows', 'controlsLayout', 'controlsTutorial',
  'defaultTiming', 'dependencies', 'disableLayout', 'display', 'embedded', 'focusBodyOnPageVisibilityChange',
  'fragmentInURL', 'fragments', 'hash', 'hashOneBasedIndex', 'height', 'help', 'hideCursorTime',
  'hideInactiveCursor', 'highlight', 'history', 'jumpToSlide', 'katex', 'keyboard', 'keyboardCondition', 'loop',
  'margin', 'markdown', 'math', 'mathjax2', 'mathjax3', 'mathjax4', 'maxScale', 'minScale', 'minimumTimePerSlide',
  'mobileViewDistance', 'mouseWheel', 'navigationMode', 'overview', 'parallaxBackgroundHorizontal',
  'parallaxBackgroundImage', 'parallaxBackgroundPosition', 'parallaxBackgroundRepeat', 'parallaxBackgroundSize',
  'parallaxBackgroundVertical', 'pause', 'pdfMaxPagesPerSlide', 'pdfPageHeightOffset', 'pdfSeparateFragments',
  'postMessage', 'postMessageEvents', 'preloadIframes', 'preventIframeAutoFocus', 'previewLinks', 'progress',
  'respondToHashChanges', 'rtl', 'scrollActivationWidth', 'scrollLayout', 'scrollProgress', 'scrollSnap',
  'showHiddenSlides', 'showNotes', 'showSlideNumber', 'shuffle', 'slideNumber', 'sortFragmentsOnSync', 'totalTime',
  'touch', 'transition', 'transitionSpeed', 'view', 'viewDistance', 'width', 'zoomKey',
]; // prettier-ignore

/** Keys of `reveal_hugo` that are the theme's, and those of its forks; all others are reveal.js's own. */
const themeKeys: readonly string[] = [
  'customCss', 'customJs', 'customTheme', 'customThemeCompile', 'customThemeOptions', 'highlightCdn',
  'highlightTheme', 'loadDefaultPlugins', 'logo', 'mathjaxCdn', 'mermaidCdn', 'offline', 'plugins', 'revealCdn', 'templates',
  'theme',
]; // prettier-ignore

const known: readonly string[] = [...revealOptions, ...themeKeys];
const byLowerCase: ReadonlyMap<string, string> = new Map(known.map((name) => [name.toLowerCase(), name]));

/**
 * A key as reveal.js writes it. `slide_number`, `slideNumber` and `slidenumber` are one option; of a key that neither
 * it nor the theme knows only the underscores go, and `autoSlide-x` stays as it is.
 */
export function optionName(key: string): string {
  const camel = key.replace(/_([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
  return byLowerCase.get(camel.toLowerCase()) ?? camel;
}

/** Whether a key, as `optionName` gives it, is the theme's. */
export function isThemeKey(name: string): boolean {
  return themeKeys.includes(name);
}

/** What an author may have meant by a key that nobody knows; tables are options of plugins, which have any name. */
export function nearestOption(name: string, value: unknown): string | undefined {
  if (known.includes(name) || (typeof value === 'object' && value !== null)) return undefined;
  return nearestName(name, known);
}

/** `slideNumber` as authors write it: `slide_number`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
