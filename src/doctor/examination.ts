/** The report of the doctor on a site: plain data, which `doctor --json` prints. */
import type { Diagnostic, Severity } from '../diagnostics.ts';
import type { SiteSurvey } from '../pipeline.ts';

/** A position in a file, as the survey of a site reports it. */
export type FilePosition = SiteSurvey['findings'][number]['position'];

/** A language of the site. */
export interface ExaminedLanguage {
  readonly code: string;
  readonly name: string;
  /** The folder of its pages in the output; empty for the root. */
  readonly folder: string;
}

/** The configuration of the site. */
export interface ExaminedConfiguration {
  /** The configuration files. */
  readonly files: readonly string[];
  readonly environment: string;
  readonly baseURL: string;
  readonly languages: readonly ExaminedLanguage[];
}

/** A theme of the site, or reveal-hugo, which is always built in. */
export interface ExaminedTheme {
  readonly name: string;
  readonly state: 'built-in' | 'there' | 'missing';
}

/** A deck. */
export interface ExaminedDeck {
  /** Path of the deck's page in the output. */
  readonly path: string;
  readonly title: string;
  readonly language: string;
  /** The file of the first page. */
  readonly head: string;
  readonly pages: number;
  /** Number of slides; each slide of a stack counts. */
  readonly slides: number;
  readonly stacks: number;
  /** Number of slides with speaker notes. */
  readonly notes: number;
  /** A theme of reveal.js, or the stylesheet that replaces it. */
  readonly theme: string;
  readonly features: readonly string[];
  /** Whether the deck has no errors. */
  readonly isSound: boolean;
}

/** Files of the pages that belong to no deck. */
export interface ExaminedPages {
  /** Pages written by layouts of the site or of an installed theme. */
  readonly written: readonly string[];
  /** Pages that are not published because they have no layout. */
  readonly leftAlone: readonly string[];
  /** Pages that are not published because they have errors. */
  readonly leftOut: readonly string[];
}

/** Numbers of files. */
export interface ExaminedFiles {
  readonly static: number;
  readonly besidePages: number;
  readonly assets: number;
  readonly data: number;
}

/** A difference from Hugo and the reveal-hugo theme, intended or for lack of support. */
export interface Difference {
  /** Stable, in kebab-case. */
  readonly id: string;
  /** What deckwright does, and what Hugo does. */
  readonly says: string;
  /** Number of occurrences. */
  readonly count: number;
  /** The first occurrence; `undefined` if it is not in a file. */
  readonly first: FilePosition | undefined;
}

/** Diagnostics with the same code. */
export interface CountedFindings {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly first: FilePosition | undefined;
  /** The message of the first diagnostic. */
  readonly message: string;
}

/** The report on a site. */
export interface Examination {
  /** Whether a build would succeed. */
  readonly builds: boolean;
  readonly configuration: ExaminedConfiguration;
  readonly themes: readonly ExaminedTheme[];
  readonly decks: readonly ExaminedDeck[];
  readonly otherPages: ExaminedPages;
  readonly files: ExaminedFiles;
  readonly shortcodes: SiteSurvey['shortcodes'];
  readonly templates: SiteSurvey['templates'] & { readonly handlebars: readonly string[] };
  readonly differences: readonly Difference[];
  /** Features that the site uses and deckwright does not support. */
  readonly unsupported: readonly Difference[];
  /** Errors first. */
  readonly findings: readonly CountedFindings[];
  readonly diagnostics: readonly Diagnostic[];
  /** Summary in one line. */
  readonly summary: string;
}
