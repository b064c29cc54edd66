/** What the doctor finds out about a site: plain data, so that machines can read it too. */
import type { Diagnostic, Severity } from '../diagnostics.ts';
import type { SiteSurvey } from '../pipeline.ts';

/** A place in a file, as the survey of a site gives it. */
export type Spot = SiteSurvey['traits'][number]['spot'];

/** A language of the site. */
export interface ExaminedLanguage {
  readonly code: string;
  readonly name: string;
  /** The folder of its pages in the output; empty for the root. */
  readonly folder: string;
}

/** What the configuration says. */
export interface ExaminedConfiguration {
  /** The files that it was read from. */
  readonly files: readonly string[];
  readonly environment: string;
  readonly baseURL: string;
  readonly languages: readonly ExaminedLanguage[];
}

/** A theme that the site names, or reveal-hugo, which every deck has. */
export interface ExaminedTheme {
  readonly name: string;
  readonly state: 'built-in' | 'there' | 'missing';
}

/** One deck. */
export interface ExaminedDeck {
  /** Where it is written. */
  readonly path: string;
  readonly title: string;
  readonly language: string;
  /** The file of its head page. */
  readonly head: string;
  readonly pages: number;
  /** Slides of stacks are counted one by one. */
  readonly slides: number;
  readonly stacks: number;
  /** Slides with words for the speaker. */
  readonly notes: number;
  /** One of reveal.js's themes, or the stylesheet that takes its place. */
  readonly theme: string;
  readonly features: readonly string[];
  /** Whether nothing is wrong with it that stops a build. */
  readonly isSound: boolean;
}

/** Pages that belong to no deck, by their files. */
export interface ExaminedPages {
  /** Written by layouts of the site or of a theme that is there. */
  readonly written: readonly string[];
  /** Without a layout, and so not published. */
  readonly leftAlone: readonly string[];
  /** Not published, because something fails in them. */
  readonly leftOut: readonly string[];
}

/** How many files there are. */
export interface ExaminedFiles {
  readonly static: number;
  readonly besidePages: number;
  readonly assets: number;
  readonly data: number;
}

/** Something that deckwright does not as Hugo and the reveal-hugo theme do, on purpose or because it can't. */
export interface Difference {
  /** Stable, in kebab-case. */
  readonly id: string;
  /** What is done here, and what Hugo does. */
  readonly says: string;
  /** How often it applies. */
  readonly count: number;
  /** Where it applies first; `undefined` where no file is the place. */
  readonly first: Spot | undefined;
}

/** Findings with one code. */
export interface CountedFindings {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly first: Spot | undefined;
  /** What the first says. */
  readonly message: string;
}

/** All of it. */
export interface Examination {
  /** Whether a build would go through. */
  readonly builds: boolean;
  readonly configuration: ExaminedConfiguration;
  readonly themes: readonly ExaminedTheme[];
  readonly decks: readonly ExaminedDeck[];
  readonly otherPages: ExaminedPages;
  readonly files: ExaminedFiles;
  readonly shortcodes: SiteSurvey['shortcodes'];
  readonly templates: SiteSurvey['templates'] & { readonly handlebars: readonly string[] };
  readonly differences: readonly Difference[];
  /** What the site asks for and is not done here. */
  readonly unsupported: readonly Difference[];
  /** Errors first. */
  readonly findings: readonly CountedFindings[];
  readonly diagnostics: readonly Diagnostic[];
  /** One line that sums it up. */
  readonly summary: string;
}
