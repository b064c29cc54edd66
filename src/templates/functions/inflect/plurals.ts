/** English plurals: irregular words, then endings. */

/** Words with identical singular and plural. */
const SAME = new Set(
  'aircraft bison chassis deer equipment fish information jeans media money moose news police rice salmon series sheep shrimp species swine trout'.split(
    ' ',
  ),
);

/** Irregular singulars and plurals; they also match at the end of other words: `grandchild`. */
const IRREGULAR: readonly (readonly [string, string])[] = [
  ['child', 'children'],
  ['foot', 'feet'],
  ['goose', 'geese'],
  ['human', 'humans'],
  ['woman', 'women'],
  ['man', 'men'],
  ['mouse', 'mice'],
  ['tooth', 'teeth'],
  ['person', 'people'],
  ['criterion', 'criteria'],
  ['phenomenon', 'phenomena'],
  ['datum', 'data'],
  ['medium', 'media'],
  ['alumnus', 'alumni'],
  ['cactus', 'cacti'],
  ['focus', 'foci'],
  ['nucleus', 'nuclei'],
  ['radius', 'radii'],
  ['syllabus', 'syllabi'],
  ['genus', 'genera'],
  ['appendix', 'appendices'],
  ['index', 'indices'],
  ['matrix', 'matrices'],
  ['vertex', 'vertices'],
  ['analysis', 'analyses'],
  ['axis', 'axes'],
  ['basis', 'bases'],
  ['crisis', 'crises'],
  ['diagnosis', 'diagnoses'],
  ['oasis', 'oases'],
  ['synopsis', 'synopses'],
  ['thesis', 'theses'],
  ['alias', 'aliases'],
  ['bus', 'buses'],
  ['status', 'statuses'],
  ['house', 'houses'],
  ['cause', 'causes'],
  ['use', 'uses'],
  ['base', 'bases'],
  ['database', 'databases'],
  ['movie', 'movies'],
  ['cookie', 'cookies'],
  ['shoe', 'shoes'],
  ['hive', 'hives'],
  ['move', 'moves'],
  ['thief', 'thieves'],
  ['buffalo', 'buffaloes'],
  ['potato', 'potatoes'],
  ['tomato', 'tomatoes'],
  ['hero', 'heroes'],
  ['echo', 'echoes'],
];

/** Endings of singulars and their replacements; the first match counts. */
const PLURAL_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(tive)$/i, '$1s'],
  [/([ae]a|oa|ar|l)f$/i, '$1ves'],
  [/fe$/i, 'ves'],
  [/(qu|[^aeiou\s])y$/i, '$1ies'],
  [/eau$/i, 'eaux'],
  [/(ch|sh|ss|x|zz|us)$/i, '$1es'],
  [/([^aeiou])z$/i, '$1zes'],
  [/s$/i, 's'],
  [/$/, 's'],
];

const SINGULAR_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(tive)s$/i, '$1'],
  [/([ae]a|oa|ar|l)ves$/i, '$1f'],
  [/([nwr]i)ves$/i, '$1fe'],
  [/([^aeiou\s])ies$/i, '$1y'],
  [/eaux$/i, 'eau'],
  [/(ch|sh|ss|x|zz|us)es$/i, '$1'],
  [/(ss|us|is)$/i, '$1'],
  [/s$/i, ''],
];

/** Finds the plural of a word; a plural stays as it is. */
export function pluralize(word: string): string {
  if (word === '' || SAME.has(word.toLowerCase()) || findEnding(word, 1)) return word;
  const irregular = findEnding(word, 0);
  return irregular ? replaceEnding(word, irregular[0], irregular[1]) : replaceFirst(word, PLURAL_ENDINGS);
}

/** Finds the singular of a word; a singular stays as it is. */
export function singularize(word: string): string {
  if (SAME.has(word.toLowerCase()) || findEnding(word, 0)) return word;
  const irregular = findEnding(word, 1);
  return irregular ? replaceEnding(word, irregular[1], irregular[0]) : replaceFirst(word, SINGULAR_ENDINGS);
}

function findEnding(word: string, column: 0 | 1): readonly [string, string] | undefined {
  const lower = word.toLowerCase();
  // Short words are the end of too many others: `use` in `fuse`, `man` in `German`.
  return IRREGULAR.find((row) =>
    row[column].length > 4 ? lower.endsWith(row[column]) : lower === row[column],
  );
}

/** Replaces an ending; capitals stay capitals. */
function replaceEnding(word: string, from: string, to: string): string {
  const [start, end] = [word.slice(0, word.length - from.length), word.slice(word.length - from.length)];
  const isUpper = end.charAt(0) !== end.charAt(0).toLowerCase();
  return start + (isUpper ? to.charAt(0).toUpperCase() + to.slice(1) : to);
}

function replaceFirst(word: string, endings: readonly (readonly [RegExp, string])[]): string {
  const found = endings.find(([ending]) => ending.test(word));
  return found ? word.replace(found[0], found[1]) : word;
}
