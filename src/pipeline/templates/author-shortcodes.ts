/** The site's own shortcodes and inline shortcodes, in the context of one page. */
import { createDiagnostic, DeckError } from '../../diagnostics.ts';
import { shortcodePaths } from '../../render/lookup-order.ts';
import type { RunInline } from '../../shortcodes/inline.ts';
import { createGoShortcode } from '../../templates/go-shortcode.ts';
import type { Library, RunContext } from '../../templates/library.ts';
import { ShortcodeObject, type ShortcodeStores } from '../../templates/model/shortcode-object.ts';
import type { SiteModel } from '../../templates/model/site-object.ts';
import type { Shortcode, ShortcodeCall } from '../../types.ts';
import type { RenderContext } from './render-context.ts';

export interface AuthorShortcodes {
  shortcode(name: string): Shortcode | undefined;
  /** Runs an inline shortcode, whose template is written in the page. */
  readonly runInline: RunInline;
}

/** The services that run shortcodes. */
export interface ShortcodeSetup {
  readonly context: RenderContext;
  readonly library: Library;
  readonly model: SiteModel;
  readonly getRunContext: () => RunContext;
}

export function createAuthorShortcodes({
  context,
  library,
  model,
  getRunContext,
}: ShortcodeSetup): AuthorShortcodes {
  const duringCall = (call: ShortcodeCall, work: () => string): string => {
    context.runningCalls?.push({ page: call.page, offset: call.position.offset });
    try {
      return work();
    } finally {
      context.runningCalls?.pop();
    }
  };
  const stores: ShortcodeStores = new WeakMap();
  const createObject = (call: ShortcodeCall, inner: string): ShortcodeObject =>
    new ShortcodeObject(call, model.page(call.page), inner, stores);
  return {
    shortcode(name) {
      const template = library.find(shortcodePaths(name, context.page.language));
      if (!template) return undefined;
      return createGoShortcode(name, template, (call, inner) =>
        duringCall(call, () => library.run(template, createObject(call, inner), getRunContext())),
      );
    },
    runInline: (call, text) => {
      const source = { path: call.name, text };
      const data = createObject(call, '');
      return reportAtCall(call, () => duringCall(call, () => library.runText(source, data, getRunContext())));
    },
  };
}

/** Reports mistakes in the template of an inline shortcode at its tag. */
function reportAtCall(call: ShortcodeCall, work: () => string): string {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    const location = { source: call.page.source, offset: call.position.offset };
    const found = error.diagnostics.map((one) =>
      one.file === call.name ? createDiagnostic({ ...one, ...location }) : one,
    );
    throw new DeckError(found);
  }
}
