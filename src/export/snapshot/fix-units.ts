/** Keeps lengths in shares of the window as large as they are in the deck, in documents with other pages. */
import type { Size } from '../types.ts';

/**
 * Replaces units of the window, such as `vh`, by pixels, in stylesheets and in styles of elements. Browsers take them
 * as shares of the paper when they print. Runs in the page of a document.
 */
export function fixUnits({ width, height }: Size): void {
  // Texts and addresses stay as they are.
  const UNIT_RE =
    /url\([^)]*\)|"[^"]*"|'[^']*'|(?<![\w.#])(-?(?:\d+\.?\d*|\.\d+))[dsl]?v(w|h|i|b|min|max)\b/gi;
  const pixels: Readonly<Record<string, number>> = {
    w: width,
    h: height,
    i: width,
    b: height,
    min: Math.min(width, height),
    max: Math.max(width, height),
  };
  const fix = (style: CSSStyleDeclaration): void => {
    const fixed = style.cssText.replaceAll(UNIT_RE, (found, amount: string | undefined, unit = '') =>
      amount === undefined
        ? found
        : `${(Number(amount) * (pixels[String(unit).toLowerCase()] as number)) / 100}px`,
    );
    if (fixed !== style.cssText) style.cssText = fixed;
  };
  const visit = (rules: () => CSSRuleList | undefined): void => {
    let list: CSSRuleList | undefined;
    try {
      list = rules();
    } catch {
      // Scripts may not read the stylesheets of other hosts.
    }
    for (const rule of list ?? []) {
      if ('style' in rule) fix(rule.style as CSSStyleDeclaration);
      if ('cssRules' in rule) visit(() => rule.cssRules as CSSRuleList);
      if (rule instanceof CSSImportRule) visit(() => rule.styleSheet?.cssRules);
    }
  };
  for (const sheet of document.styleSheets) visit(() => sheet.cssRules);
  for (const element of document.querySelectorAll<HTMLElement>('[style]')) fix(element.style);
}
