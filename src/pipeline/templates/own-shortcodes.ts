/** The site's own shortcodes, and those that are written in a page, on behalf of one page. */
import { createDiagnostic, DeckError } from '../../diagnostics.ts';
import { shortcodePaths } from '../../render/lookup.ts';
import type { RunInline } from '../../shortcodes/inline.ts';
import { createGoShortcode } from '../../templates/go-shortcode.ts';
import type { Library, RunContext } from '../../templates/library.ts';
import { ShortcodeObject, type ShortcodeStores } from '../../templates/model/shortcode-object.ts';
import type { SiteModel } from '../../templates/model/site-object.ts';
import type { Shortcode, ShortcodeCall } from '../../types.ts';
import type { Errand } from './errand.ts';

export interface OwnShortcodes {
  shortcode(name: string): Shortcode | undefined;
  /** Runs a template that is written in a page, for the shortcode that it is. */
  readonly runInline: RunInline;
}

/** What shortcodes run with. */
export interface ShortcodeSetup {
  readonly errand: Errand;
  readonly library: Library;
  readonly model: SiteModel;
  readonly context: () => RunContext;
}

export function createOwnShortcodes({ errand, library, model, context }: ShortcodeSetup): OwnShortcodes {
  const inCall = (call: ShortcodeCall, work: () => string): string => {
    errand.calls?.push({ page: call.page, offset: call.position.offset });
    try {
      return work();
    } finally {
      errand.calls?.pop();
    }
  };
  const stores: ShortcodeStores = new WeakMap();
  const objectOf = (call: ShortcodeCall, inner: string): ShortcodeObject =>
    new ShortcodeObject(call, model.page(call.page), inner, stores);
  return {
    shortcode(name) {
      const template = library.find(shortcodePaths(name, errand.page.language));
      if (!template) return undefined;
      return createGoShortcode(name, template, (call, inner) =>
        inCall(call, () => library.run(template, objectOf(call, inner), context())),
      );
    },
    runInline: (call, text) => {
      const source = { path: call.name, text };
      const data = objectOf(call, '');
      return atCall(call, () => inCall(call, () => library.runText(source, data, context())));
    },
  };
}

/** What is wrong with a template that stands in a page is told at its tag. */
function atCall(call: ShortcodeCall, work: () => string): string {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    const place = { source: call.page.source, offset: call.position.offset };
    const found = error.diagnostics.map((one) =>
      one.file === call.name ? createDiagnostic({ ...one, ...place }) : one,
    );
    throw new DeckError(found);
  }
}
