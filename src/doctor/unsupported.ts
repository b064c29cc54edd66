/** Features that deckwright does not support, and how to detect whether a site uses them. One row each. */
import type { Difference } from './examination.ts';
import { finding, findApplying, type Row, type Subject, surveyed } from './rows.ts';

/** Everything of Hugo that is not done. */
export const unsupported: readonly Row[] = [
  {
    id: 'image-processing',
    says: 'Images are published unchanged: .Resize and similar methods change the displayed size only, and filters have no effect.',
    find: surveyed('image-processing'),
  },
  {
    id: 'remote-file',
    says: 'Nothing is fetched during a build: resources.GetRemote, getJSON and getCSV of a URL return nothing.',
    find: surveyed('remote-file'),
  },
  {
    id: 'script-tool',
    says: 'js.Build, Babel, PostCSS and Tailwind are not run: the file is published unchanged.',
    find: surveyed('script-tool'),
  },
  {
    id: 'output-format',
    says: 'Only the output formats HTML and Reveal are written.',
    find: surveyed('output-format'),
  },
  {
    id: 'content-format',
    says: 'Only Markdown files are pages; content in other formats is published unchanged.',
    find: finding('content-format'),
  },
];

/** Finds the unsupported features that a site uses, with their first position. */
export function findUnsupported(subject: Subject): readonly Difference[] {
  return findApplying(unsupported, subject);
}
