/** Every link inside of the repository leads to a file that is there, and to a heading or an id that it has. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Document, readDocument, readDocuments, ROOT } from '../support/documents.ts';

const documents = readDocuments();

/** Why a link leads nowhere; `undefined` for one that leads somewhere. */
function faultOf(target: string, from: Document): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return undefined;
  const [file = '', anchor = ''] = target.split('#');
  const full = file === '' ? from.path : path.posix.join(path.posix.dirname(from.path), decodeURI(file));
  if (full.startsWith('..') || file.startsWith('/')) return 'outside of the repository';
  if (!existsSync(path.join(ROOT, full))) return `there is no ${full}`;
  if (anchor === '') return undefined;
  return full.endsWith('.md') && readDocument(full).anchors.has(decodeURIComponent(anchor))
    ? undefined
    : `${full} has no #${anchor}`;
}

test.each(documents)('$path', (document) => {
  const faults = document.links.flatMap(({ target, line }) => {
    const fault = faultOf(target, document);
    return fault === undefined ? [] : [`${document.path}:${line} ${target}: ${fault}`];
  });
  expect(faults).toEqual([]);
});
