/** What rules are given of a deck and its site, and what they return. */
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import type { ReadyDeck, SourceLocation } from '../types.ts';
import type { AddressKind } from './address-uses.ts';
import type { Anchors } from './anchors.ts';
import type { LintedSlide } from './slides.ts';

/** A rule about what the slides of a deck show. */
export interface LintRule {
  /** The codes of its findings: if all of them are off, it does not run. */
  readonly codes: readonly DiagnosticCode[];
  check(this: void, deck: LintedDeck, site: LintedSite): readonly LintFinding[];
}

/** What a rule has found. */
export interface LintFinding {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
  readonly place: Place;
}

/** Where something was found: a location in a file, or a slide with the words to look up in its source. */
export type Place = SourceLocation | SlidePlace;

/** Words in the source of a slide. */
export interface SlidePlace {
  readonly slide: LintedSlide;
  /** A value in the HTML of the slide; without one, the place is the start of the slide. */
  readonly words?: string;
  /** Which of several equal values it is, from 0. */
  readonly nth?: number;
  /** Whether the value is an id, which may be written in other places too. */
  readonly isId?: boolean;
}

/** A deck with its slides as its page shows them. */
export interface LintedDeck {
  readonly ready: ReadyDeck;
  /** The slides that reveal.js shows in their order, and what is around them. */
  readonly parts: readonly LintedSlide[];
  /** Files that the parameters of the deck name. */
  readonly named: readonly NamedFile[];
  /** Reads an address in the page of the deck; `undefined` if it leads to another host. */
  readAddress(address: string): DeckAddress | undefined;
}

/** Where an address leads to. */
export interface DeckAddress {
  /** The path in the output. */
  readonly path: string;
  /** Whether the address is below the base path. */
  readonly isBelowBase: boolean;
  /** What follows `#`, as written; empty without one. */
  readonly fragment: string;
}

/** A file that a parameter names. */
export interface NamedFile {
  readonly kind: AddressKind;
  readonly address: string;
  /** The parameter: `logo.src`. */
  readonly param: string;
  readonly location: SourceLocation;
}

/** The site of a deck, as it is published. */
export interface LintedSite {
  readonly basePath: string;
  /** The paths of all that is published, as far as it is known. */
  readonly paths: PublishedPaths;
  /** Whether `paths` are all there are; else templates may publish more. */
  isComplete(this: void): boolean;
  /** Why nothing is published at a path, if that is known. */
  explain(this: void, path: string): Explanation | undefined;
  /** The anchors of the deck at an output path; `undefined` if it has not been rendered. */
  findAnchors(outputPath: string): Anchors | undefined;
  /** The picture at an output path; `undefined` for other files. */
  findPicture(path: string): PictureFile | undefined;
  /** The size in bytes above which a picture is large. */
  readonly largeImage: number;
}

/** Why something is not published. */
export interface Explanation {
  /** As the second half of a sentence. */
  readonly reason: string;
  /** Writes the hint; `address` writes the address of a path that is published. */
  hint(this: void, address: (path: string) => string): string;
}

/** Output paths, with those that are close to a wrong one. */
export interface PublishedPaths {
  /** The path of the file that servers send for a path. */
  findFile(path: string): string | undefined;
  /** The path of the page or file that servers send for a path: `talk/index.html` for `talk`. */
  findPage(path: string): string | undefined;
  /** A path that differs in upper and lower case only. */
  findOtherCase(path: string): string | undefined;
  /** The nearest path of a file, or of a page. */
  findNearest(path: string): string | undefined;
}

/** A picture of the site. */
export interface PictureFile {
  readonly bytes: number;
  /** The size in pixels; `undefined` if unknown, and for drawings. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}
