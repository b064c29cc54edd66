/** Shows the sections of a talk: in its tables of contents, and to the client that shows its progress. */
import { escapeHtml } from '../escape-html.ts';
import { addAttributes, applyEdits } from '../html-edits.ts';
import { TOC_MARK } from '../slide-html.ts';
import type { DeckParams, Section } from '../types.ts';
import { divideTalk, type Talk } from './talk-sections.ts';

/** What is needed to fill the tables of contents. */
export interface TocServices {
  readonly params: DeckParams;
  /** Reads the HTML of a section that has changed. */
  readonly read: (html: string) => Section;
  /** Called where there is a table, and nothing to list. */
  readonly onEmpty: () => void;
}

/** Shows the sections of a talk where they are asked for; all other sections of the deck stay the same. */
export function showSections(sections: readonly Section[], services: TocServices): readonly Section[] {
  const filled = fillTocs(sections, services);
  return services.params.sectionProgress === undefined ? filled : addTitles(filled, services);
}

/** Adds an attribute to the first slide of each section of the talk. */
function addTitles(
  sections: readonly Section[],
  { params, read }: Pick<TocServices, 'params' | 'read'>,
): readonly Section[] {
  const talk = divideTalk(sections, params);
  return sections.map((section) => {
    const edits = talk.sections
      .filter(({ first }) => first.section === section)
      .map(({ first, title }) => addAttributes(first.slide.tag, `data-section-title="${escapeHtml(title)}"`));
    return edits.length === 0 ? section : read(applyEdits(section.html, edits));
  });
}

function fillTocs(sections: readonly Section[], { params, read, onEmpty }: TocServices): readonly Section[] {
  if (!sections.some(hasToc)) return sections;
  const talk = divideTalk(sections, params);
  if (talk.sections.length === 0) onEmpty();
  return sections.map((section) => (hasToc(section) ? read(fill(section, talk)) : section));
}

const hasToc = ({ html }: Section): boolean => html.includes(TOC_MARK);

function fill(section: Section, talk: Talk): string {
  const [before = '', ...parts] = section.html.split(TOC_MARK);
  let html = before;
  let offset = before.length;
  for (const part of parts) {
    html += writeList(talk, findSlide(section, offset, talk)) + part;
    offset += TOC_MARK.length + part.length;
  }
  return html;
}

/** The index of the slide at an offset of a section; -1 in one that is hidden. */
function findSlide(section: Section, offset: number, { slides }: Talk): number {
  return slides.findLastIndex(
    (one) => one.section === section && one.slide.tag.start <= offset && offset < one.slide.end,
  );
}

function writeList({ sections }: Talk, slide: number): string {
  const current = sections.findLastIndex(({ start }) => start <= slide);
  const items = sections.map(({ title, address }, n) => {
    const mark = n === current ? ' aria-current="true"' : '';
    return `<li><a href="${escapeHtml(address)}"${mark}>${escapeHtml(title)}</a></li>`;
  });
  if (items.length === 0) return '';
  return `<ol${current < 0 ? '' : ' class="has-current"'}>${items.join('')}</ol>`;
}
