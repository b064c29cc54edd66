/** Services of other rooms that shortcodes use. */
import type { Finding } from '../diagnostics.ts';
import type { Feature, Page, Position, Report, SiteConfig, Table } from '../types.ts';

/** Services of other rooms, provided by the pipeline. */
export interface ShortcodeServices {
  readonly config: SiteConfig;
  readonly report: Report;
  /** The site's data, by folder and file name. */
  readonly data: Table;
  /** Finds the position of a data value by its dotted path. */
  readonly findDataPosition: (path: string) => Position | undefined;
  /** All pages that links can refer to. */
  readonly pages: readonly Page[];
  /** Finds the section page of a page. */
  readonly findSection: (page: Page) => Page | undefined;
  /** Creates the address of a page for links: with the path of the base URL, or the whole base URL. */
  readonly address: (page: Page, isAbsolute: boolean) => string;
  /** Highlights code. Options are those of Hugo's `highlight`: `linenos=table,hl_lines=1 3-4`. */
  readonly highlight: (code: CodeRequest) => HighlightedCode;
  /** Renders a TeX formula as HTML, and reports its errors. */
  readonly renderMath: (tex: string, isDisplay: boolean, report: ReportFinding) => string;
  /** Renders the element of a mermaid diagram as HTML. */
  readonly renderMermaid: (diagram: string, report: ReportFinding) => string;
}

interface HighlightedCode {
  readonly html: string;
  readonly features: readonly Feature[];
  /** Why the code is not highlighted, if it is too large. */
  readonly excess?: { readonly finding: Omit<Finding, 'source' | 'offset'> } | undefined;
  /** That nothing knows the language. */
  readonly unknownLanguage?: Omit<Finding, 'source' | 'offset'> | undefined;
}

export interface CodeRequest {
  readonly text: string;
  readonly language: string;
  readonly options: string;
  /** Whether Hugo would highlight the code with a Chroma style. */
  readonly isForChroma?: boolean;
}

/** Reports a finding at the position of the call. */
export type ReportFinding = (finding: Omit<Finding, 'source' | 'offset'>) => void;
