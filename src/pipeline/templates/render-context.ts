/** On whose behalf templates run. */
import type { Page, Report } from '../../types.ts';

/** Partials of the theme that a frame of the author may call, as HTML by name: `layout/javascript`. */
export type BuiltInPartials = Readonly<Record<string, string>>;

/** A shortcode whose template is running. */
export interface RunningCall {
  readonly page: Page;
  /** Where in the page its tag stands. */
  readonly offset: number;
}

/** Where in a page it is said what templates say: at the shortcode that is running there, or at the top of its text. */
export function currentOffset(page: Page, calls: readonly RunningCall[] = []): number {
  return calls.findLast((call) => call.page === page)?.offset ?? page.bodyOffset;
}

export interface RenderContext {
  readonly page: Page;
  readonly report: Report;
  /** Takes the path of each template that had a part in it. */
  readonly onDependency: (path: string) => void;
  /** The shortcodes that are run, the innermost last: what they say is said there. */
  readonly runningCalls?: RunningCall[];
  /** The formats of its layout, the one that is wanted most first; HTML by default. */
  readonly formats?: readonly ('html' | 'reveal')[];
  /** What the theme's own partials stand for, where a frame of the author may call them. */
  readonly builtInPartials?: BuiltInPartials;
}
