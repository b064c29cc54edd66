/** Rules of parts that are loaded late. */

/** Adds rules of CSS to the page; a strict policy allows no `<style>`. */
export function addRules(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
