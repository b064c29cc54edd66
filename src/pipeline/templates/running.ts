/** What is running while texts and templates render each other. */
import { TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { Diagnostic } from '../../diagnostics.ts';
import type { Page, Report } from '../../types.ts';
import { type RenderContext, currentOffset, type RunningCall } from './render-context.ts';

/** Texts that render texts; none that ends is as deep as this. */
const DEEPEST = 40;

/** A context, and what is reported in it. */
interface CollectedContext {
  readonly context: RenderContext;
  readonly diagnostics: readonly Diagnostic[];
}

/** The shortcodes and templates that are running, on whatever page. */
export class Running {
  readonly #used: (path: string) => void;
  /** The innermost last. */
  readonly #calls: RunningCall[] = [];
  readonly #reports: Report[] = [];
  #depth = 0;

  /** `used` takes the path of each template that has a part in what is rendered. */
  constructor(used: (path: string) => void) {
    this.#used = used;
  }

  /** The context in which a page is rendered. */
  context(page: Page, report: Report): RenderContext {
    return { page, report, onDependency: this.#used, runningCalls: this.#calls };
  }

  /** A context whose findings are collected. */
  collect(page: Page): CollectedContext {
    const diagnostics: Diagnostic[] = [];
    return { context: this.context(page, (diagnostic) => diagnostics.push(diagnostic)), diagnostics };
  }

  /** Where a page is rendered: at the shortcode that is running there, or at the top of its text. */
  offsetIn(page: Page): number {
    return currentOffset(page, this.#calls);
  }

  /** Runs a template: what it asks for on the way is reported where its context reports. */
  within<T>({ report }: RenderContext, run: () => T): T {
    this.#reports.push(report);
    try {
      return run();
    } finally {
      this.#reports.pop();
    }
  }

  /** Reports for the innermost template that is running. */
  readonly report: Report = (diagnostic) => {
    const report = this.#reports.at(-1);
    // Only templates ask for texts to be rendered.
    if (!report) throw new Error(`no template is running that could report: ${diagnostic.message}`);
    report(diagnostic);
  };

  /**
   * Renders a text within others.
   * @throws {TemplateFailure} when it is too deep
   */
  deeper<T>(render: () => T): T {
    if (this.#depth >= DEEPEST)
      throw new TemplateFailure('this renders itself again and again', RECURSION_HINT);
    this.#depth++;
    try {
      return render();
    } finally {
      this.#depth--;
    }
  }
}

const RECURSION_HINT = 'Leave out of the text what brings it again, or put an {{ if }} around it.';
