/** `--minify`: selects the files that are minified. */
import { isTable, readKey } from '../tables.ts';
import type { Output, SiteConfig } from '../types.ts';

/** Minifies the HTML pages among some outputs. The bundle is always minified; static files are never. */
export async function minifyPages(outputs: readonly Output[]): Promise<readonly Output[]> {
  const { minifyHtml } = await import('./minify-html.ts');
  return outputs.map((output) =>
    output.path.endsWith('.html') ? { ...output, text: minifyHtml(output.text) } : output,
  );
}

/** Whether a site is minified: by the command's flag, or else by `minifyOutput` in `[minify]`, as in Hugo. */
export function isMinified({ raw }: SiteConfig, asked: boolean | undefined): boolean {
  const settings = readKey(raw, 'minify');
  const isOn = (key: string): boolean => isTable(settings) && readKey(settings, key) === true;
  return (asked ?? isOn('minifyoutput')) && !isOn('disablehtml');
}
