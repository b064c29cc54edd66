/** Tracks which shortcodes and templates are running, as texts and templates render each other. */
import { TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { Diagnostic } from '../../diagnostics.ts';
import type { Page, Report } from '../../types.ts';
import { type RenderContext, currentOffset, type RunningCall } from './render-context.ts';

/** Limit for texts that render texts; only endless recursion gets this deep. */
const MAX_DEPTH = 40;

/** A context, and the diagnostics reported in it. */
interface CollectedContext {
  readonly context: RenderContext;
  readonly diagnostics: readonly Diagnostic[];
}

/** The shortcodes and templates that are running, on any page. */
export class Running {
  readonly #used: (path: string) => void;
  /** The running shortcodes, the innermost last. */
  readonly #calls: RunningCall[] = [];
  readonly #reports: Report[] = [];
  #depth = 0;

  /** `used` receives the path of each template that is used. */
  constructor(used: (path: string) => void) {
    this.#used = used;
  }

  /** Creates the context in which a page is rendered. */
  context(page: Page, report: Report): RenderContext {
    return { page, report, onDependency: this.#used, runningCalls: this.#calls };
  }

  /** Creates a context that collects its diagnostics. */
  collect(page: Page): CollectedContext {
    const diagnostics: Diagnostic[] = [];
    return { context: this.context(page, (diagnostic) => diagnostics.push(diagnostic)), diagnostics };
  }

  /** The current offset in a page: that of its running shortcode, or the start of its text. */
  offsetIn(page: Page): number {
    return currentOffset(page, this.#calls);
  }

  /** Runs a template: texts that it renders meanwhile report to its context. */
  within<T>({ report }: RenderContext, run: () => T): T {
    this.#reports.push(report);
    try {
      return run();
    } finally {
      this.#reports.pop();
    }
  }

  /** Reports to the context of the innermost running template. */
  readonly report: Report = (diagnostic) => {
    const report = this.#reports.at(-1);
    // Only templates call this.
    if (!report) throw new Error(`no template is running that could report: ${diagnostic.message}`);
    report(diagnostic);
  };

  /**
   * Renders a text inside others.
   * @throws {TemplateFailure} when the nesting is too deep
   */
  deeper<T>(render: () => T): T {
    if (this.#depth >= MAX_DEPTH)
      throw new TemplateFailure('this content includes itself, so it would never end', RECURSION_HINT);
    this.#depth++;
    try {
      return render();
    } finally {
      this.#depth--;
    }
  }
}

const RECURSION_HINT = 'Remove the call that renders it again, or guard it with {{ if }}.';
