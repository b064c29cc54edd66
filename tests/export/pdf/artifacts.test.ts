/** What is painted on a page and not part of its structure is marked. */
import { describe, expect, test } from 'vitest';
import { markArtifacts } from '../../../src/export/pdf/artifacts.ts';

const mark = (content: string): string | undefined => markArtifacts(content, (name) => name === 'Tagged');

describe('marks', () => {
  test.each([
    ['a fill, with its path', '1 0 0 rg\n0 0 9 9 re\nf', '1 0 0 rg\n/Artifact BMC\n0 0 9 9 re\nf\nEMC'],
    [
      'lines and curves',
      '0 0 m 1 1 l\n1 2 3 4 5 6 c h\nS',
      '/Artifact BMC\n0 0 m 1 1 l\n1 2 3 4 5 6 c h\nS\nEMC',
    ],
    ['a clipped fill', '0 0 9 9 re W* f', '/Artifact BMC\n0 0 9 9 re W* f\nEMC'],
    ['text', 'BT /F1 9 Tf <0041> Tj ET', 'BT /F1 9 Tf /Artifact BMC\n<0041> Tj\nEMC ET'],
    ['text in parts', 'BT [<00> -3 (a\\)b)] TJ ET', 'BT /Artifact BMC\n[<00> -3 (a\\)b)] TJ\nEMC ET'],
    ['a picture', 'q /X5 Do Q', 'q /Artifact BMC\n/X5 Do\nEMC Q'],
    ['a gradient', '/P1 sh', '/Artifact BMC\n/P1 sh\nEMC'],
    [
      'what is after the structure',
      '/P <</MCID 0 >>BDC\n0 0 1 1 re f\nEMC\n0 0 2 2 re f',
      '/P <</MCID 0 >>BDC\n0 0 1 1 re f\nEMC\n/Artifact BMC\n0 0 2 2 re f\nEMC',
    ],
  ])('%s', (_name, content, marked) => {
    expect(mark(content)).toBe(marked);
  });
});

describe('leaves', () => {
  test.each([
    ['the structure', '/P <</MCID 0 >>BDC BT <00> Tj ET EMC'],
    ['artifacts', '/Artifact BMC 0 0 1 1 re f EMC'],
    ['a clipping path', '0 0 9 9 re W* n q Q'],
    ['a group with its own structure', '/Tagged Do'],
    ['a picture inside', '0 0 1 1 re f BI /W 1 ID x EI'],
    ['a string that is not understood', '0 0 1 1 re f BT (a(b)c) Tj ET'],
    ['marks that do not end', '/P BMC 0 0 1 1 re f EMC /P BMC'],
    ['comments', '% 0 0 1 1 re f'],
  ])('%s', (_name, content) => {
    expect(mark(content)).toBeUndefined();
  });
});
