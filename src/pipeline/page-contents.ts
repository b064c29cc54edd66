/** Renders `.Content` of each page once; its errors are reported to every deck that shows it. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Page, Report } from '../types.ts';
import { toDiagnostics } from './left-out.ts';

interface Content {
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
}

export class PageContents {
  readonly #render: (page: Page, report: Report) => string;
  readonly #contents = new Map<Page, Content>();
  /** Reports of the decks that are being rendered, the innermost last. */
  readonly #deckReports: Report[] = [];

  constructor(render: (page: Page, report: Report) => string) {
    this.#render = render;
  }

  /** The content of a page. A page that asks for its own content while it is rendered gets an empty string. */
  get(page: Page): string {
    const { html, diagnostics } = this.#contents.get(page) ?? this.#create(page);
    const report = this.#deckReports.at(-1);
    if (report) for (const one of diagnostics) if (one.severity === 'error') report(one);
    return html;
  }

  /** What was reported while the content of a page was rendered; empty before that. */
  diagnostics(page: Page): readonly Diagnostic[] {
    return this.#contents.get(page)?.diagnostics ?? [];
  }

  /** Runs `work` for a deck: errors in the content of pages that it shows are reported as errors of the deck. */
  forDeck<T>(report: Report, work: () => T): T {
    this.#deckReports.push(report);
    try {
      return work();
    } finally {
      this.#deckReports.pop();
    }
  }

  /** Renders a page; an error in it does not stop a page that shows its content. */
  #create(page: Page): Content {
    this.#contents.set(page, { html: '', diagnostics: [] });
    const diagnostics: Diagnostic[] = [];
    let html = '';
    try {
      html = this.#render(page, (diagnostic) => void diagnostics.push(diagnostic));
    } catch (error) {
      diagnostics.push(...toDiagnostics(error, page.source.path));
    }
    const content = { html, diagnostics };
    this.#contents.set(page, content);
    return content;
  }
}
