/** The rows of Go's tables that do not pass here, table by table. */

/** Reasons by the names of the rows. */
export type Excluded = Readonly<Record<string, string>>;

const COMPLEX = 'there are no complex numbers';
const TYPED_NIL = 'a nil has no type';

export const EXCLUDED_EXEC: Excluded = {
  'ideal complex': COMPLEX,
  'dot complex': COMPLEX,
  'if 1.5i': COMPLEX,
  'if 0.0i': COMPLEX,
  'printf complex': COMPLEX,
  'printf lots': COMPLEX,
  'with 1.5i': COMPLEX,
  'with 0.0i': COMPLEX,
  bug16j: COMPLEX,
  'dot struct': 'structs have no fields that nobody names',
  'map[NO]': 'a map knows no type, and so no zero, of its elements',
  'map[``]': 'a map knows no type, and so no zero, of its elements',
  'len(s) < indexes < cap(s)': 'lists have no room behind their end',
};

export const EXCLUDED_COMPARISONS: Excluded = {
  'eq 1+2i 1+2i': COMPLEX,
  'eq 1+2i 1+3i': COMPLEX,
  'ne 1+2i 1+2i': COMPLEX,
  'ne 1+2i 1+3i': COMPLEX,
  'eq .Map .V1': TYPED_NIL,
};

export const EXCLUDED_TREES: Excluded = { constants: COMPLEX };

export const EXCLUDED_ERRORS: Excluded = {
  unclosed3: 'the place is the one where the action begins',
  unclosed4: 'the place is the one where the action begins',
  var1: 'functions that are not there are told in words of our own, all at once',
  function: 'functions that are not there are told in words of our own, all at once',
  number: COMPLEX,
};

export const EXCLUDED_TOKENS: Excluded = { 'extra right paren': 'the words are those of the parser' };

export const EXCLUDED_ESCAPES: Excluded = {
  typedNilValue: TYPED_NIL,
  badMarshaler: 'no value makes JSON of its own',
};
