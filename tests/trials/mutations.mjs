// Changes by chance to the text of a file, as hostile as typing errors, merges and broken editors get.
import { fragments, openers } from './fragments.mjs';

/** Files don't grow beyond it: what large texts cost is for pathological.mjs. */
const LONGEST = 200_000;

const insert = (text, at, more) => text.slice(0, at) + more + text.slice(at);
const position = (text, chance) => chance.below(text.length + 1);
const span = (text, chance) => {
  const from = position(text, chance);
  return [from, from + chance.below(Math.min(text.length - from, 400) + 1)];
};
const fragment = (chance) => chance.pick(chance.pick(fragments));
/** Mostly few, rarely many. */
const repetitions = (chance, most) => 1 + chance.below(chance.oneIn(25) ? most : 30);

/** Each takes a text and returns another; `other` is a text of some other file. */
const mutations = [
  function flipBits(text, { chance }) {
    const bytes = Buffer.from(text);
    for (let left = 1 + chance.below(8); left > 0 && bytes.length > 0; left--)
      bytes[chance.below(bytes.length)] ^= 1 << chance.below(8);
    return bytes.toString();
  },
  function cutOff(text, { chance }) {
    return text.slice(0, position(text, chance));
  },
  function remove(text, { chance }) {
    const [from, to] = span(text, chance);
    return text.slice(0, from) + text.slice(to);
  },
  function repeat(text, { chance }) {
    const [from, to] = span(text, chance);
    return insert(text, from, text.slice(from, to).repeat(repetitions(chance, 100)));
  },
  function addFragment(text, { chance }) {
    return insert(text, position(text, chance), fragment(chance));
  },
  function addFragments(text, { chance }) {
    let changed = text;
    for (let left = 2 + chance.below(6); left > 0; left--)
      changed = insert(changed, position(changed, chance), fragment(chance));
    return changed;
  },
  function addManyOfOne(text, { chance }) {
    return insert(text, position(text, chance), fragment(chance).repeat(repetitions(chance, 2000)));
  },
  function nest(text, { chance }) {
    return insert(
      text,
      position(text, chance),
      `\n${chance.pick(openers).repeat(repetitions(chance, 1500))}x\n`,
    );
  },
  function addFromAnother(text, { chance, other }) {
    const [from, to] = span(other, chance);
    return insert(text, position(text, chance), other.slice(from, to));
  },
  function replaceValue(text, { chance }) {
    const values = [...text.matchAll(/(?<=[=:]\s*)[^\s=:][^\n]*/g)];
    if (values.length === 0) return text;
    const { index, 0: value } = chance.pick(values);
    const replaced = chance.pick([
      '',
      '""',
      '-1',
      '[]',
      '{}',
      'null',
      'true',
      '[[1]]',
      '"\\u0000"',
      fragment(chance),
      `[${value}]`,
    ]);
    return text.slice(0, index) + replaced + text.slice(index + value.length);
  },
  function swapLines(text, { chance }) {
    const lines = text.split('\n');
    const [one, two] = [chance.below(lines.length), chance.below(lines.length)];
    [lines[one], lines[two]] = [lines[two], lines[one]];
    return lines.join('\n');
  },
  function joinLines(text, { chance }) {
    return text.replace(/\n/g, () => (chance.oneIn(4) ? ' ' : '\n'));
  },
  function indentLines(text, { chance }) {
    return text.replace(/\n/g, () => (chance.oneIn(4) ? `\n${' '.repeat(chance.below(8))}` : '\n'));
  },
  function rotate(text, { chance }) {
    const at = position(text, chance);
    return text.slice(at) + text.slice(0, at);
  },
  function addCharacters(text, { chance }) {
    const some = Array.from({ length: 1 + chance.below(20) }, () =>
      String.fromCodePoint(chance.below(chance.oneIn(2) ? 0x3_00 : 0x11_00_00)),
    );
    return insert(text, position(text, chance), some.join(''));
  },
];

/** Changes a text up to four times. */
export function mutate(text, { chance, other }) {
  let changed = text;
  for (let left = 1 + chance.below(4); left > 0; left--)
    changed = chance.pick(mutations)(changed, { chance, other }).slice(0, LONGEST);
  return changed;
}

/** Changes bytes of a picture, which is kept as `latin1:` and its bytes. */
export function mutatePicture(text, { chance }) {
  const bytes = Buffer.from(text.slice('latin1:'.length), 'latin1');
  for (let left = 1 + chance.below(12); left > 0; left--)
    bytes[chance.below(chance.oneIn(2) ? 64 : bytes.length) % bytes.length] = chance.below(256);
  return `latin1:${bytes.subarray(0, chance.oneIn(3) ? chance.below(bytes.length) : bytes.length).toString('latin1')}`;
}
