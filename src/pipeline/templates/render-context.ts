/** The context in which templates run. */
import type { Page, Report } from '../../types.ts';

/** Partials of the theme that a base template of the author may call, as HTML by name: `layout/javascript`. */
export type BuiltInPartials = Readonly<Record<string, string>>;

/** A shortcode whose template is running. */
export interface RunningCall {
  readonly page: Page;
  /** The offset of its tag in the page. */
  readonly offset: number;
}

/** The offset at which messages of templates are reported: the running shortcode of the page, or the start of its text. */
export function currentOffset(page: Page, calls: readonly RunningCall[] = []): number {
  return calls.findLast((call) => call.page === page)?.offset ?? page.bodyOffset;
}

export interface RenderContext {
  readonly page: Page;
  readonly report: Report;
  /** Receives the path of each template that is used. */
  readonly onDependency: (path: string) => void;
  /** The shortcodes that are running, the innermost last: their messages are reported at their tags. */
  readonly runningCalls?: RunningCall[];
  /** The formats of the layout in order of preference; HTML by default. */
  readonly formats?: readonly ('html' | 'reveal')[];
  /** Replacements for the theme's partials, if a base template of the author may call them. */
  readonly builtInPartials?: BuiltInPartials;
}
