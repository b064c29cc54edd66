/** `--minify`: which files of a site are written in fewer bytes. */
import type { Output, SiteConfig, Table } from '../types.ts';

/** Minifies those that are pages. What the bundle has is minified anyway, and static files stay as they are. */
export async function minifyPages(outputs: readonly Output[]): Promise<readonly Output[]> {
  const { minifyHtml } = await import('./minify-html.ts');
  return outputs.map((output) =>
    output.path.endsWith('.html') ? { ...output, text: minifyHtml(output.text) } : output,
  );
}

/** Whether a site is minified: when the command says so, or else `minifyOutput` in `[minify]`, as in Hugo. */
export function isMinified({ raw }: SiteConfig, asked: boolean | undefined): boolean {
  const settings = valueOf(raw, 'minify');
  const isOn = (key: string): boolean => isTable(settings) && valueOf(settings, key) === true;
  return (asked ?? isOn('minifyoutput')) && !isOn('disablehtml');
}

/** The value of a key, which may be written in any case. */
function valueOf(table: Table, key: string): unknown {
  return Object.entries(table).find(([name]) => name.toLowerCase() === key)?.[1];
}

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null;
