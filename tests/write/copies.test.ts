/** Copies in a destination: which of them are up to date. */
import {
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BuildRecord } from '../../src/write/build-record.ts';
import { haveSameBytes } from '../../src/write/same-bytes.ts';
import { type SiteFile, writeSite } from '../../src/write/write-site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSiteFile } from '../support/write-site.ts';

const BUNDLE = { bundle: 'deck-assets' };

describe('a copy with the size and time of its original', () => {
  const time = new Date('1985-10-26T08:15:00Z');

  function write(file: string, text: string): void {
    writeFileSync(file, text);
    utimesSync(file, time, time);
  }

  test('is replaced if it was changed after it was made, as from a backup', async () => {
    const [source, folder] = [path.join(temporaryFolder(), 'a.txt'), temporaryFolder()];
    write(source, 'new');
    const options = { ...BUNDLE, buildRecord: path.join(temporaryFolder(), 'cache/record.json') };
    const copy: SiteFile = { path: 'a.txt', content: { copyOf: source } };
    for (const isKnown of [true, false]) {
      await writeSite(folder, [copy], isKnown ? options : BUNDLE);
      write(path.join(folder, 'a.txt'), 'old');
      await writeSite(folder, [copy], isKnown ? options : BUNDLE);
      expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('new');
    }
  });

  test('is replaced if the original is another file now', async () => {
    const [above, folder] = [temporaryFolder(), temporaryFolder()];
    const options = { ...BUNDLE, buildRecord: path.join(temporaryFolder(), 'record.json') };
    for (const name of ['static/a.txt', 'other/a.txt']) writeSiteFile(above, name, '');
    write(path.join(above, 'static/a.txt'), 'one');
    write(path.join(above, 'other/a.txt'), 'two');
    const copy: SiteFile = { path: 'a.txt', content: { copyOf: path.join(above, 'static/a.txt') } };
    await writeSite(folder, [copy], options);
    renameSync(path.join(above, 'static'), path.join(above, 'gone'));
    renameSync(path.join(above, 'other'), path.join(above, 'static'));
    await writeSite(folder, [copy], options);
    expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('two');
  });

  test('is not read if neither has changed since it was written', async () => {
    const [source, folder] = [path.join(temporaryFolder(), 'a.txt'), temporaryFolder()];
    write(source, 'one');
    const record = path.join(temporaryFolder(), 'record.json');
    const copy: SiteFile = { path: 'a.txt', content: { copyOf: source } };
    await writeSite(folder, [copy], { ...BUNDLE, buildRecord: record });
    expect(
      new BuildRecord(record).hasCopy('a.txt', statSync(source), statSync(path.join(folder, 'a.txt'))),
    ).toBe(true);
    expect(readdirSync(path.dirname(record))).toEqual(['record.json']);
  });

  test.each(['{', 'null', '[1]', '{"a.txt":1}'])(
    'is compared if the record can’t be read: %s',
    async (text) => {
      const [source, folder] = [path.join(temporaryFolder(), 'a.txt'), temporaryFolder()];
      write(source, 'new');
      write(path.join(folder, 'a.txt'), 'old');
      const record = path.join(temporaryFolder(), 'record.json');
      writeFileSync(record, text);
      await writeSite(folder, [{ path: 'a.txt', content: { copyOf: source } }], {
        ...BUNDLE,
        buildRecord: record,
      });
      expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('new');
    },
  );

  test('is compared in pieces, whatever their number', () => {
    const folder = temporaryFolder();
    const [one, other] = [path.join(folder, 'one'), path.join(folder, 'other')];
    for (const size of [0, 1, 1024 * 1024, 2 * 1024 * 1024 + 1]) {
      writeFileSync(one, Buffer.alloc(size, 1));
      writeFileSync(other, Buffer.alloc(size, 1));
      expect(haveSameBytes(one, other, size)).toBe(true);
      if (size === 0) continue;
      const changed = Buffer.alloc(size, 1);
      changed[size - 1] = 2;
      writeFileSync(other, changed);
      expect(haveSameBytes(one, other, size)).toBe(false);
    }
  });

  test('may have more bytes than are read at once', () => {
    const folder = temporaryFolder();
    const [one, other] = [path.join(folder, 'one'), path.join(folder, 'other')];
    const size = 3 * 2 ** 30;
    writeFileSync(one, 'a');
    writeFileSync(other, 'b');
    for (const file of [one, other]) truncateSync(file, size);
    expect(haveSameBytes(one, other, size)).toBe(false);
  });
});
