/** Reports pages that are written like slides but belong to no deck, with the reason. */
import { createDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import { findKeyOffset } from '../../site/formats/formats.ts';
import type { Page } from '../../types.ts';

/** Shortcodes that only slides have. */
const SLIDE_SHORTCODE_RE = /\{\{[<%]\s*(?:slide|section|fragment|frag|note)\b/;

/** Reports those of the pages without a layout that have shortcodes of slides. */
export function findSlidesNotShown(leftAlone: readonly Page[]): readonly Diagnostic[] {
  return leftAlone.filter(({ source }) => SLIDE_SHORTCODE_RE.test(source.text)).map(notShown);
}

function notShown(page: Page): Diagnostic {
  const { message, hint } = explain(page);
  return createDiagnostic({
    code: 'slides-not-shown',
    severity: 'warning',
    message: `this page has slides, but ${message}`,
    hint,
    source: page.source,
    offset: page.outputs ? Math.max(0, findKeyOffset(page.location, ['outputs'])) : 0,
  });
}

function explain({ kind, bundle, outputs, source }: Page): { message: string; hint: string } {
  const isAsked = outputs?.includes('reveal') === true;
  if (kind !== 'page' || !isAsked)
    return {
      message: 'does not ask for the Reveal output and belongs to no deck',
      hint: 'Add outputs = ["Reveal"] to its front matter, or to that of the _index.md of its folder.',
    };
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  return bundle === 'leaf'
    ? {
        message: `it is named ${name}, which makes the other files of its folder its resources, and it needs a layout to be a deck`,
        hint: 'Rename it to _index.md, or add layout = "bundle" to its front matter.',
      }
    : {
        message: 'a single page needs a layout to be a deck',
        hint: 'Rename it to _index.md in a folder of its own, or add layout = "bundle" to its front matter.',
      };
}
