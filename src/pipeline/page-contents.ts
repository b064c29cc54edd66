/** `.Content` of pages: each is rendered once, and whoever shows it is told what fails in it. */
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
  /** What the decks that are rendered now take, the innermost last. */
  readonly #deckReports: Report[] = [];

  constructor(render: (page: Page, report: Report) => string) {
    this.#render = render;
  }

  /** The content of a page. One that asks for its own while it is rendered gets nothing, as it is not there yet. */
  get(page: Page): string {
    const { html, diagnostics } = this.#contents.get(page) ?? this.#create(page);
    const report = this.#deckReports.at(-1);
    if (report) for (const one of diagnostics) if (one.severity === 'error') report(one);
    return html;
  }

  /** What was found in a page while its content was rendered; nothing before that. */
  diagnostics(page: Page): readonly Diagnostic[] {
    return this.#contents.get(page)?.diagnostics ?? [];
  }

  /** Does something for a deck: what fails meanwhile in a page whose content the deck shows is a mistake of the deck. */
  forDeck<T>(report: Report, work: () => T): T {
    this.#deckReports.push(report);
    try {
      return work();
    } finally {
      this.#deckReports.pop();
    }
  }

  /** What fails in one page does not stop another one that shows it. */
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
