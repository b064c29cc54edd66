/** What a site asks for and deckwright does not do, and how to see it. One row each. */
import type { Difference } from './examination.ts';
import { finding, findPlaces, type Row, type Subject, trait } from './rows.ts';

/** Everything of Hugo that is not done. */
export const unsupported: readonly Row[] = [
  {
    id: 'image-processing',
    says: 'Pictures are published as they are: .Resize and its like change the size that they are shown in, filters do nothing.',
    find: trait('image-processing'),
  },
  {
    id: 'remote-file',
    says: 'Nothing is fetched while a site is built: resources.GetRemote, getJSON and getCSV of an address give nothing.',
    find: trait('remote-file'),
  },
  {
    id: 'script-tool',
    says: 'js.Build, Babel, PostCSS and Tailwind are not run: the file is published as it is written.',
    find: trait('script-tool'),
  },
  {
    id: 'output-format',
    says: 'Outputs in other formats than HTML and Reveal are not written.',
    find: trait('output-format'),
  },
  {
    id: 'content-format',
    says: 'Only Markdown is read as a page; what is written in another format is published as it is.',
    find: finding('content-format'),
  },
];

/** The rows that apply to a site, with the first place of each. */
export function findUnsupported(subject: Subject): readonly Difference[] {
  return findPlaces(unsupported, subject);
}
