/** `{{< name.inline >}} … {{< /name.inline >}}`: a template written in the page. As in Hugo, a site has to allow it. */
import type { Finding } from '../diagnostics.ts';
import type { Shortcode, ShortcodeCall, ShortcodeResult } from '../types.ts';
import { isInMarkdownText, reportAt } from './call.ts';
import type { ShortcodeServices } from './services.ts';

/** Runs a text as the template of a call. */
export type RunInline = (call: ShortcodeCall, template: string) => string;

export function isInlineName(name: string): boolean {
  return name.endsWith('.inline');
}

/** `run` is `undefined` where the site has not allowed it. */
export function createInlineShortcode(
  name: string,
  { report }: ShortcodeServices,
  run: RunInline | undefined,
): Shortcode {
  // What was written once is run again by `{{< name.inline />}}` further down on the page.
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
    message: `"${name}" is a template in a page, which is not run, so nothing stands in its place`,
    hint: `Make it a shortcode of your own, layouts/shortcodes/${name.replace(/\.inline$/, '')}.html, or set enableInlineShortcodes in [security] to true.`,
  };
}

function templateMissing(name: string): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'shortcode-inline-empty',
    message: `"${name}" is used before it is written, so there is no template to run`,
    hint: `Write {{< ${name} >}} … {{< /${name} >}} further up on the page.`,
  };
}
