/** `--minify`: which files of a site are written in fewer bytes. */
import { isTable, readKey } from '../tables.ts';
import type { Output, SiteConfig } from '../types.ts';

/** Minifies those that are pages. What the bundle has is minified anyway, and static files stay as they are. */
export async function minifyPages(outputs: readonly Output[]): Promise<readonly Output[]> {
  const { minifyHtml } = await import('./minify-html.ts');
  return outputs.map((output) =>
    output.path.endsWith('.html') ? { ...output, text: minifyHtml(output.text) } : output,
  );
}

/** Whether a site is minified: when the command says so, or else `minifyOutput` in `[minify]`, as in Hugo. */
export function isMinified({ raw }: SiteConfig, asked: boolean | undefined): boolean {
  const settings = readKey(raw, 'minify');
  const isOn = (key: string): boolean => isTable(settings) && readKey(settings, key) === true;
  return (asked ?? isOn('minifyoutput')) && !isOn('disablehtml');
}
