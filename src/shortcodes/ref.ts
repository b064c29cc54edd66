/** `{{< ref "talk/a.md#part" >}}` and `relref`: the address of a page. Source: Hugo's shortcodes of these names. */
import { nearestName } from '../diagnostics.ts';
import type { Shortcode, ShortcodeCall } from '../types.ts';
import { isMarkdown, missing, sayAt, textOf } from './call.ts';
import { findValue } from './lookup.ts';
import { resolveRef } from './page-refs.ts';
import { escapeHtml } from '../escape-html.ts';
import type { ShortcodeTools } from './tools.ts';

export function createRefShortcode(tools: ShortcodeTools): Shortcode {
  return createShortcode('ref', true, tools);
}

export function createRelrefShortcode(tools: ShortcodeTools): Shortcode {
  return createShortcode('relref', false, tools);
}

function createShortcode(name: string, isAbsolute: boolean, tools: ShortcodeTools): Shortcode {
  return {
    name,
    takesInner: false,
    render(call) {
      const text = addressOf(call, isAbsolute, tools);
      return isMarkdown(call) ? { kind: 'markdown', text } : { kind: 'html', html: escapeHtml(text) };
    },
  };
}

/** As in Hugo, a link to a page that is not there leads nowhere. */
function addressOf(call: ShortcodeCall, isAbsolute: boolean, tools: ShortcodeTools): string {
  const { config, report, pages, address } = tools;
  const say = sayAt(call, report);
  const ref = textOf(call, ['path', 'ref'], 0);
  if (!ref) say(missing(call, 'the path of a page', '"talk/_index.md"'));
  if (!ref) return '';
  const found = resolveRef(ref, { pages, from: call.page, language: textOf(call, 'lang') });
  if (found) return `${found.page ? address(found.page, isAbsolute) : ''}${found.fragment}`;
  const paths = pages.map(({ path }) => path).filter(Boolean);
  const nearest = nearestName(ref.replace(/#.*$|\.md$/g, '').replace(/^\//, ''), paths);
  say({
    code: 'ref-not-found',
    severity: findValue(config.raw, 'refLinksErrorLevel') === 'warning' ? 'warning' : 'error',
    message: `there is no page "${ref}"`,
    hint: nearest
      ? `Did you mean "/${nearest}"?`
      : 'Write the path of the page below the content folder, with a / in front.',
  });
  const elsewhere = findValue(config.raw, 'refLinksNotFoundURL');
  return typeof elsewhere === 'string' ? elsewhere : '';
}
