/** `{{< ref "talk/a.md#part" >}}` and `relref`: the address of a page. Source: Hugo's shortcodes of these names. */
import { nearestName } from '../diagnostics.ts';
import type { Shortcode, ShortcodeCall } from '../types.ts';
import { isInMarkdownText, missingParam, reportAt, getText } from './call.ts';
import { findValue } from './find-value.ts';
import { resolveRef } from './page-refs.ts';
import { escapeHtml } from '../escape-html.ts';
import type { ShortcodeServices } from './services.ts';

export function createRefShortcode(services: ShortcodeServices): Shortcode {
  return createShortcode('ref', true, services);
}

export function createRelrefShortcode(services: ShortcodeServices): Shortcode {
  return createShortcode('relref', false, services);
}

function createShortcode(name: string, isAbsolute: boolean, services: ShortcodeServices): Shortcode {
  return {
    name,
    takesInner: false,
    render(call) {
      const text = resolveAddress(call, isAbsolute, services);
      return isInMarkdownText(call) ? { kind: 'markdown', text } : { kind: 'html', html: escapeHtml(text) };
    },
  };
}

/** Resolves the address of a page. As in Hugo, that of a missing page is empty. */
function resolveAddress(call: ShortcodeCall, isAbsolute: boolean, services: ShortcodeServices): string {
  const { config, report, pages, address } = services;
  const reportFinding = reportAt(call, report);
  const ref = getText(call, ['path', 'ref'], 0);
  if (!ref) reportFinding(missingParam(call, 'the path of a page', '"talk/_index.md"'));
  if (!ref) return '';
  const found = resolveRef(ref, { pages, from: call.page, language: getText(call, 'lang') });
  if (found) return `${found.page ? address(found.page, isAbsolute) : ''}${found.fragment}`;
  const paths = pages.map(({ path }) => path).filter(Boolean);
  const nearest = nearestName(ref.replace(/#.*$|\.md$/g, '').replace(/^\//, ''), paths);
  reportFinding({
    code: 'ref-not-found',
    severity: findValue(config.raw, 'refLinksErrorLevel') === 'warning' ? 'warning' : 'error',
    message: `there is no page "${ref}"`,
    hint: nearest
      ? `Did you mean "/${nearest}"?`
      : 'Use the path of the page, relative to the content folder and starting with /.',
  });
  const notFoundUrl = findValue(config.raw, 'refLinksNotFoundURL');
  return typeof notFoundUrl === 'string' ? notFoundUrl : '';
}
