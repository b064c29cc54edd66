/**
 * `{{< name.inline >}} … {{< /name.inline >}}`: a template inside a page. As in Hugo, a site must allow inline
 * shortcodes.
 */
import type { Finding } from '../diagnostics.ts';
import type { Shortcode, ShortcodeCall, ShortcodeResult } from '../types.ts';
import { isInMarkdownText, reportAt } from './call.ts';
import type { ShortcodeServices } from './services.ts';

/** Runs a text as the template of a call. */
export type RunInline = (call: ShortcodeCall, template: string) => string;

export function isInlineName(name: string): boolean {
  return name.endsWith('.inline');
}

/** Creates an inline shortcode; `run` is `undefined` if the site does not allow them. */
export function createInlineShortcode(
  name: string,
  { report }: ShortcodeServices,
  run: RunInline | undefined,
): Shortcode {
  // `{{< name.inline />}}` further down on the page runs the same template again.
  let template = '';
  return {
    name,
    takesInner: true,
    render(call) {
      template = call.inner.text() || template;
      if (run && template !== '') return createResult(call, run(call, template));
      reportAt(call, report)(run ? templateMissing(name) : inlineNotAllowed(name));
      return { kind: 'html', html: '' };
    },
  };
}

function createResult(call: ShortcodeCall, text: string): ShortcodeResult {
  return isInMarkdownText(call) ? { kind: 'markdown', text } : { kind: 'html', html: text };
}

function inlineNotAllowed(name: string): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'shortcode-inline',
    severity: 'warning',
    message: `"${name}" is an inline shortcode, which this site does not allow, so it is omitted`,
    hint: `Move the template to layouts/shortcodes/${name.replace(/\.inline$/, '')}.html, or set enableInlineShortcodes in [security] to true.`,
  };
}

function templateMissing(name: string): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'shortcode-inline-empty',
    message: `"${name}" is used before it is defined`,
    hint: `Define it with {{< ${name} >}} … {{< /${name} >}} above this line.`,
  };
}
