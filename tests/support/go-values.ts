/** The values that Go's tests of templates run with, rebuilt: the struct `T` with its fields and methods. */
import { sprint, sprintf } from '../../src/templates/gotemplate/print.ts';
import {
  Float,
  type FunctionTable,
  GoObject,
  SafeText,
  TemplateFailure,
} from '../../src/templates/gotemplate/values.ts';

type Method = (...values: never[]) => unknown;

/** What Go's type system would let through. */
const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  any: () => true,
  string: (value) => typeof value === 'string',
  int: (value) => typeof value === 'number',
  bool: (value) => typeof value === 'boolean',
  'nil or int': (value) => value === undefined || value === null || typeof value === 'number',
  ints: (value) => Array.isArray(value),
  V: (value) => value instanceof Struct,
  Stringer: (value) => value instanceof Struct,
};

/** A function that checks its arguments as Go would: `int, ...string`. */
function typed(parameters: string, run: Method): (...values: unknown[]) => unknown {
  const names = parameters === '' ? [] : parameters.split(', ');
  const rest = names.at(-1)?.startsWith('...') ? names.pop()?.slice(3) : undefined;
  return (...values) => {
    if (values.length < names.length || (!rest && values.length > names.length)) {
      throw new TemplateFailure(`wrong number of args: want ${names.length} got ${values.length}`);
    }
    for (const [n, value] of values.entries()) {
      const type = names[n] ?? rest ?? 'any';
      if (!TYPES[type]?.(value)) throw new TemplateFailure(`wrong type for value; expected ${type}`);
    }
    return (run as (...values: unknown[]) => unknown)(...values);
  };
}

/** A struct with fields and methods. */
class Struct extends GoObject {
  readonly typeName: string;
  readonly #members: Readonly<Record<string, unknown>>;
  readonly #text: string;
  readonly #isTrue: boolean;

  constructor(typeName: string, members: Readonly<Record<string, unknown>>, text = typeName, isNil = false) {
    super();
    this.typeName = typeName;
    this.#members = members;
    this.#text = text;
    this.#isTrue = !isNil;
  }

  member(name: string): unknown {
    return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
  }

  override toString(): string {
    return this.#text;
  }

  override get isTrue(): boolean {
    return this.#isTrue;
  }
}

/** A map whose keys are no strings. */
class IntMap extends GoObject {
  readonly typeName = 'map[int]string';
  readonly #entries: readonly (readonly [number, unknown])[];

  constructor(entries: Readonly<Record<number, unknown>>) {
    super();
    this.#entries = Object.entries(entries).map(([key, value]) => [Number(key), value]);
  }

  member(): undefined {
    return undefined;
  }

  override entries(): Iterable<readonly [number, unknown]> {
    return this.#entries;
  }
}

/** A field that is a function: asking for it does not call it. */
const field = (run: unknown) => () => run;

const makeU = (text: string): Struct =>
  new Struct(
    '*template.U',
    { V: text, TrueFalse: typed('bool', (is: boolean) => (is ? 'true' : '')) },
    `{${text}}`,
  );

const METHODS = {
  Method0: typed('', () => 'M0'),
  Method1: typed('int', (a: number) => a),
  Method2: typed('int, string', (a: number, b: string) => `Method2: ${a} ${b}`),
  Method3: typed('any', (value: unknown) => sprintf('Method3: %v', [value])),
  MAdd: typed('int, ints', (a: number, b: number[]) => b.map((x) => x + a)),
  MyError: typed('bool', (fails: boolean) => {
    if (fails) throw new TemplateFailure('my error');
    return false;
  }),
};

const nilT = new Struct('*template.T', METHODS, '<nil>', true);
const emptyT = new Struct('template.T', { ...METHODS, PS: null });

const U = makeU('v');

const tVal: Struct = new Struct('*template.T', {
  ...METHODS,
  Copy: typed('', () => tVal),
  GetU: typed('', () => U),
  True: true,
  I: 17,
  U16: 16,
  X: 'x',
  S: 'xyz',
  U,
  FloatZero: 0,
  V0: new Struct('template.V', {}, '<6666>'),
  V1: new Struct('*template.V', {}, '<7777>'),
  V2: new Struct('*template.V', {}, 'nilV', true),
  W0: new Struct('template.W', {}, '[888]'),
  W1: new Struct('*template.W', {}, '[999]'),
  W2: new Struct('*template.W', {}, 'nilW', true),
  SI: [3, 4, 5],
  SICap: [0, 0, 0, 0, 0],
  SIEmpty: [],
  SB: [true, false],
  AI: [3, 4, 5],
  MSI: { one: 1, two: 2, three: 3 },
  MSIone: { one: 1 },
  MSIEmpty: {},
  MXI: { one: 1 },
  MII: new IntMap({ 1: 1 }),
  MI32S: new IntMap({ 1: 'one', 2: 'two' }),
  MI64S: new IntMap({ 2: 'i642', 3: 'i643' }),
  MUI32S: new IntMap({ 2: 'u322', 3: 'u323' }),
  MUI64S: new IntMap({ 2: 'ui642', 3: 'ui643' }),
  MI8S: new IntMap({ 2: 'i82', 3: 'i83' }),
  MUI8S: new IntMap({ 2: 'u82', 3: 'u83' }),
  SMSI: [
    { one: 1, two: 2 },
    { eleven: 11, twelve: 12 },
  ],
  Empty0: null,
  Empty1: 3,
  Empty2: 'empty2',
  Empty3: [7, 8],
  Empty4: makeU('UinEmpty'),
  NonEmptyInterface: new Struct('*template.T', { ...METHODS, X: 'x' }),
  NonEmptyInterfacePtS: ['a', 'b'],
  NonEmptyInterfaceNil: null,
  NonEmptyInterfaceTypedNil: nilT,
  Str: new Struct('*bytes.Buffer', {}, 'foozle'),
  Err: new Struct('*errors.errorString', {}, 'erroozle'),
  PI: 23,
  PS: 'a string',
  PSI: [21, 22, 23],
  NIL: new Struct('*int', {}, '<nil>', true),
  BinaryFunc: field(typed('string, string', (a: string, b: string) => `[${a}=${b}]`)),
  VariadicFunc: field(typed('...string', (...s: string[]) => `<${s.join('+')}>`)),
  VariadicFuncInt: field(typed('int, ...string', (a: number, ...s: string[]) => `${a}=<${s.join('+')}>`)),
  NilOKFunc: field(typed('nil or int', (value: unknown) => value === undefined || value === null)),
  ErrFunc: field(typed('', () => 'bla')),
});

const fail = (message: string): never => {
  throw new TemplateFailure(message);
};

/** The functions that the tables call. */
export const goTestFunctions: FunctionTable = {
  add: typed('...int', (...values: number[]) => values.reduce((a, b) => a + b, 0)),
  contains: typed('string, string', (text: string, part: string) => text.includes(part)),
  count: typed('int', (n: number) => Array.from('abcdefghijklmnop').slice(0, n)),
  dddArg: typed('int, ...string', (a: number, ...b: string[]) => `${sprint([a])} ${sprint([b])}\n`),
  die: typed('', () => fail('die')),
  echo: typed('any', (value: unknown) => value),
  makemap: typed('...string', (...values: string[]) => {
    const pairs = values.map((value, n) => [value, values[n + 1]] as const);
    return Object.fromEntries(pairs.filter((_, n) => n % 2 === 0));
  }),
  mapOfThree: typed('', () => ({ three: 3 })),
  oneArg: typed('string', (a: string) => `oneArg=${a}`),
  returnInt: typed('', () => 7),
  stringer: typed('Stringer', String),
  twoArgs: typed('string, string', (a: string, b: string) => `twoArgs=${a}${b}`),
  typeOf: typed('any', (value: unknown) => sprintf('%T', [value])),
  valueString: typed('string', () => 'value is ignored'),
  vfunc: typed('V, V', () => 'vfunc'),
  zeroArgs: typed('', () => 'zeroArgs'),
};

/** The data of rows by their source in Go. */
export const goTestData: Readonly<Record<string, unknown>> = {
  nil: undefined,
  0: 0,
  13: 13,
  'uint(14)': 14,
  '15.1': 15.1,
  123: 123,
  true: true,
  '"hello"': 'hello',
  "`It'd be nice.`": "It'd be nice.",
  '[]int{-1, -2, -3}': [-1, -2, -3],
  'map[string]int{"two": 22}': { two: 22 },
  tVal,
  'T{}': emptyT,
  '&iVal': tVal,
  tSliceOfNil: [nilT],
  'map[string]any{"S": bytes.NewBufferString("foozle")}': { S: new Struct('*bytes.Buffer', {}, 'foozle') },
  'map[string]string{"cause": "neglect"}': { cause: 'neglect' },
  "'.'": 0x2e,
  "'e'": 0x65,
  "'P'": 0x50,
};

const [pointer, buffer, same] = ['*int', '*bytes.Buffer', 'template.V'].map((name) => new Struct(name, {}));

/** The data of the table of comparisons. */
export const comparisonData = new Struct('struct', {
  Uthree: 3,
  Ufour: 4,
  NegOne: -1,
  Three: 3,
  Ptr: pointer,
  NilPtr: null,
  NonNilMap: {},
  Map: null,
  V1: same,
  V2: same,
  Iface1: buffer,
  NilIface: null,
});

/** A value that makes its own JSON. */
class Marshaler extends GoObject {
  readonly typeName = '*template.goodMarshaler';

  member(): undefined {
    return undefined;
  }

  override entries(): Iterable<readonly [string, string]> {
    return [['<foo>', "O'Reilly"]];
  }
}

/** The data of the table of contexts. */
export const escapeData = {
  F: false,
  T: true,
  C: '<Cincinnati>',
  G: '<Goodbye>',
  H: '<Hello>',
  A: ['<a>', '<b>'],
  E: [],
  N: 42,
  B: new Float(1),
  M: new Marshaler(),
  U: undefined,
  Z: undefined,
  W: new SafeText('html', '&iexcl;<b class="foo">Hello</b>, <textarea>O\'World</textarea>!'),
};
