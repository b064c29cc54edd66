/** The HTML of slides with facts about it, which are read once. */
import type { Attributes } from './markup.ts';

/** A `<section>` at the top of a deck. */
export interface Section {
  readonly html: string;
  readonly facts: SectionFacts;
}

/** Facts about a piece of HTML. */
export interface HtmlFacts {
  /** The names of the elements in it. */
  readonly tags: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** The characters beyond ASCII in its words, attributes, styles and scripts, some of them more than once. */
  readonly characters: string;
  readonly scripts: readonly ScriptFacts[];
}

/** A `<script>`. */
export interface ScriptFacts {
  readonly attributes: Attributes;
  /** What is between its tags. */
  readonly text: string;
}

/** Facts about a section. Offsets are those of its HTML. */
export interface SectionFacts extends HtmlFacts {
  /** The section itself; of a stack, without what is in its children. */
  readonly own: SlideFacts;
  /** The slides of a stack; none where the section is a slide. */
  readonly children: readonly SlideFacts[];
  /** The tags with an id, an address or a transition, in their order, those of speaker notes among them. */
  readonly elements: readonly TagFacts[];
}

/** Facts about the HTML around the slides. */
export interface SlotFacts extends HtmlFacts {
  /** The tags with an id or an address, in their order. */
  readonly elements: readonly TagFacts[];
}

/** An opening tag. */
export interface TagFacts {
  /** In lower case. */
  readonly name: string;
  /** By names in lower case, entities decoded. */
  readonly attributes: Attributes;
  readonly start: number;
  readonly end: number;
  /** What it is in, if readers don't see it as part of the slide, or if its id is one of a drawing. */
  readonly within?: TagContext;
}

/** Speaker notes; elements that screen readers, or all readers, don't get; a drawing or formula. */
export type TagContext = 'notes' | 'hidden' | 'inert' | 'foreign';

/** Facts about a slide, or about a stack. */
export interface SlideFacts {
  /** `<section …>` */
  readonly tag: TagFacts;
  /** The offset after its `</section>`. */
  readonly end: number;
  /** Whether reveal.js takes it out of the deck. */
  readonly isHidden: boolean;
  /** The words of its first heading; empty where there is none. */
  readonly heading: string;
  /** The level of that heading, from 1; 0 where there is none. */
  readonly headingLevel: number;
  /** All other words that are there for readers, with the descriptions of images. */
  readonly text: string;
  /** The words by the font that a theme shows them in. */
  readonly runs: readonly TextRun[];
  /** What the speaker sees; a slide may have more in its attribute `data-notes`. */
  readonly notes: readonly NotesFacts[];
  /** How many of its elements come one after the other. */
  readonly fragments: number;
  /** How many presses of a key bring them: some come together. */
  readonly steps: number;
}

/** An element with words for the speaker. */
export interface NotesFacts {
  /** What is between its tags. */
  readonly html: string;
  readonly start: number;
  readonly end: number;
}

/** Words that are shown in one font. */
export interface TextRun {
  readonly text: string;
  readonly role: 'heading' | 'main';
  readonly isBold: boolean;
  readonly isItalic: boolean;
}
