/** What shortcodes need of the stages around them. */
import type { Finding } from '../diagnostics.ts';
import type { Feature, Page, Position, Report, SiteConfig, Table } from '../types.ts';

/** The tools of other stages, as the pipeline hands them in. */
export interface ShortcodeServices {
  readonly config: SiteConfig;
  readonly report: Report;
  /** The site's data, by folder and file name. */
  readonly data: Table;
  /** Where a value of the data is written, by its dotted path. */
  readonly findDataPosition: (path: string) => Position | undefined;
  /** All pages that links can lead to. */
  readonly pages: readonly Page[];
  /** The page that stands for the folder of a page. */
  readonly findSection: (page: Page) => Page | undefined;
  /** The address of a page as links have it: with the path of the site's base URL, or with all of it. */
  readonly address: (page: Page, isAbsolute: boolean) => string;
  /** Code with its colours. Options are those of Hugo's `highlight`: `linenos=table,hl_lines=1 3-4`. */
  readonly highlight: (code: CodeRequest) => { readonly html: string; readonly features: readonly Feature[] };
  /** A formula, in TeX, as HTML; what is wrong in it is said. */
  readonly renderMath: (tex: string, isDisplay: boolean, report: ReportFinding) => string;
  /** The place of a diagram in mermaid, as HTML. */
  readonly renderMermaid: (diagram: string, report: ReportFinding) => string;
}

export interface CodeRequest {
  readonly text: string;
  readonly language: string;
  readonly options: string;
  /** Whether Hugo would colour it in a style of Chroma. */
  readonly isForChroma?: boolean;
}

/** Reports a finding at the place of the call. */
export type ReportFinding = (finding: Omit<Finding, 'source' | 'offset'>) => void;
