/** Files, data and resources. */
import { describe, expect, test } from 'vitest';
import { readList } from '../../../src/templates/functions/values/lists.ts';
import { createFunctions } from '../../../src/templates/functions/table.ts';
import { GoResource } from '../../../src/templates/functions/resources/resource.ts';
import { type GoObject, SafeText } from '../../../src/templates/gotemplate/values.ts';
import { call, findFunction, makeHost } from './fake-host.ts';

const html = (text: string): SafeText => new SafeText('html', text);

/** A PNG of 40 × 20 pixels, as far as its size goes. */
const PNG = Uint8Array.from(
  '89504e470d0a1a0a0000000d494844520000002800000014080600000000000000'.match(/../g) ?? [],
  (byte) => Number.parseInt(byte, 16),
);

const files = {
  'content/talk/notes.txt': 'notes',
  'hugo.toml': 'title = "x"',
  'assets/css/a.css': 'a{}',
  'assets/css/b.css': 'b{}',
  'assets/js/a.js': 'let a',
  'assets/css/main.scss': '$a: 1',
  'assets/logo.png': PNG,
  'static/logo.png': PNG,
};

const member = (object: unknown, ...[name = '', ...values]: readonly string[]): unknown => {
  const found = (object as GoObject).member(name);
  return typeof found === 'function'
    ? (found as (...values: readonly string[]) => unknown)(...values)
    : found;
};

describe('os', () => {
  test('files', () => {
    const host = makeHost({ files });
    expect(call('readFile', ['content/talk/notes.txt'], host)).toBe('notes');
    expect(call('readFile', ['/content/talk/../talk/notes.txt'], host)).toBe('notes');
    expect(call('readFile', ['missing.txt'], host)).toBe('');
    expect(call('readFile', ['../../etc/passwd'], host)).toBe('');
    expect(host.reports).toEqual([
      expect.stringContaining(
        'warning: readFile "missing.txt" returns nothing, because the site has no such file',
      ),
      expect.stringContaining('readFile "../../etc/passwd"'),
    ]);
    expect(call('fileExists', ['content/talk'], host)).toBe(true);
    expect(call('fileExists', ['hugo.toml'], host)).toBe(true);
    expect(call('fileExists', ['nope'], host)).toBe(false);
    expect(call('fileExists', [''], host)).toBe(false);
    const names = (call('readDir', ['assets'], host) as readonly unknown[]).map((info) =>
      member(info, 'Name'),
    );
    expect(names).toEqual(['css', 'js', 'logo.png']);
    expect(call('readDir', ['nope'], host)).toEqual([]);
    expect(member(call('os.Stat', ['hugo.toml'], host), 'Size')).toBe(11);
    expect(member(call('os.Stat', ['content'], host), 'IsDir')).toBe(true);
  });

  test('variables', () => {
    expect(call('os.Getenv', ['CI'])).toBe('true');
    expect(call('getenv', ['HOME'])).toBe('');
  });
});

describe('unmarshal', () => {
  test.each<[values: readonly unknown[], result: unknown]>([
    [['{"a": [1]}'], { a: [1] }],
    [['[{"a": 1}]'], [{ a: 1 }]],
    [['a: 1\nb: x'], { a: 1, b: 'x' }],
    [['a = 1'], { a: 1 }],
    [
      ['a,b\n1,"x ""y"", z"\n'],
      [
        ['a', 'b'],
        ['1', 'x "y", z'],
      ],
    ],
    [
      [{ delimiter: ';', format: 'csv' }, 'a;b\n1;2'],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [[{ targetType: 'map' }, 'a,b\n1,2'], [{ a: '1', b: '2' }]],
    [[{ comment: '#' }, '#x,y\na,b'], [['a', 'b']]],
    [[' '], null],
  ])('%j', (values, result) => {
    expect(call('transform.Unmarshal', values)).toEqual(result);
  });

  test('a date is a time of Go, and a file is read by its ending', () => {
    const data = call('unmarshal', ['d = 2024-02-05T10:00:00Z']) as { d: unknown };
    expect(String(data.d)).toBe('2024-02-05 10:00:00 +0000 UTC');
    const host = makeHost({ files: { 'assets/d.json': '{"a": 1}' } });
    expect(call('unmarshal', [call('resources.Get', ['d.json'], host)], host)).toEqual({ a: 1 });
  });

  test('what can not be read', () => {
    expect(() => call('unmarshal', ['plain'])).toThrow('unknown format');
    expect(() => call('unmarshal', [{ format: 'xml' }, '<a/>'])).toThrow('format "xml" not supported');
    expect(() => call('unmarshal', ['a,b\n1'])).toThrow('record on line 2: wrong number of fields');
  });

  test('remarshal', () => {
    expect(call('transform.Remarshal', ['json', 'a = 1'])).toBe('JSON {"a":1}');
    expect(call('transform.Remarshal', ['yaml', { a: 1 }])).toBe('YAML {"a":1}');
  });
});

describe('transform', () => {
  test.each<[name: string, values: readonly unknown[], result: unknown]>([
    ['markdownify', ['**a**'], html('<strong>a</strong>')],
    ['plainify', ['<p>a <b>b</b></p><p>c</p>'], html('a b\nc\n')],
    ['plainify', ['a &amp; <!-- no -->b'], html('a &amp; b')],
    ['plainify', ['1 < 2'], html('1 < 2')],
    ['plainify', ['<!DOCTYPE html><p>a</p>'], html('a\n')],
    ['plainify', ['a <?php b ?> c </1> <1>'], html('a c <1>')],
    ['plainify', ['<script>1 < 2 <b></script>a<style>b</style>'], html('a')],
    ['plainify', ['<textarea>a <b></textarea><title><i>b</i></title>'], html('a b')],
    ['plainify', [`<p title="1>2">a</p>b <i`], html('a\nb ')],
    ['plainify', ['<!-- open <b>a'], html('')],
    ['plainify', ['<ul><li>a</li><li>b</li></ul>c<BR/>d'], html('a b c\nd')],
    ['plainify', ['<div> a</div>&lt;<b>  b</b>'], html(' a &lt; b')],
    ['htmlEscape', [`<a href="x">'&`], '&lt;a href=&#34;x&#34;&gt;&#39;&amp;'],
    ['htmlUnescape', ['&lt;&eacute;&#39;&#x1F600;'], "<é'😀"],
    ['transform.XMLEscape', ['<a>\u0001'], '&lt;a&gt;'],
    ['emojify', ['I :heart: :nope: 10:30'], html('I ❤️ :nope: 10:30')],
    ['highlight', ['x', 'go'], html('<pre go {}>x</pre>')],
    [
      'highlight',
      ['x', 'go', 'linenos=table,hl_lines=1 3-4'],
      html('<pre go {"linenos":"table","hl_lines":"1 3-4"}>x</pre>'),
    ],
    ['highlight', ['x', 'go', { lineNos: true }], html('<pre go {"linenos":true}>x</pre>')],
    ['transform.CanHighlight', ['go'], true],
    ['transform.ToMath', ['x^2', { displayMode: true }], html('<math true>x^2</math>')],
    ['partial', ['a.html', 1], 'a.html(1)'],
    ['templates.Exists', ['partials/there.html'], true],
    ['templates.Exists', ['partials/gone.html'], false],
    ['hugo.IsProduction', [], true],
    ['hugo.WorkingDir', [], ''],
  ])('%s %j', (name, values, result) => {
    expect(call(name, values)).toEqual(result);
  });

  test('a cached partial is run once for each variant', () => {
    let runs = 0;
    const functions = createFunctions(makeHost({ partial: () => ++runs }));
    const include = findFunction(functions, 'partialCached');
    expect([include('a', 1), include('a', 2), include('a', 1, 'x'), include('b', 1)]).toEqual([1, 1, 2, 3]);
  });
});

describe('resources', () => {
  const host = makeHost({ files });
  const get = (path: string): GoResource => call('resources.Get', [path], host) as GoResource;

  test('are found', () => {
    expect(member(get('css/a.css'), 'Name')).toBe('/css/a.css');
    expect(get('/css/a.css').text).toBe('a{}');
    expect(call('resources.Get', ['nope'], host)).toBeNull();
    expect(readList(call('resources.Match', ['css/*.css'], host))).toHaveLength(2);
    expect(readList(call('resources.ByType', ['image'], host))).toHaveLength(1);
    expect(String(member(get('css/a.css'), 'MediaType'))).toBe('text/css');
    expect(member(get('css/a.css'), 'ResourceType')).toBe('text');
  });

  test('are published when their address is asked for', () => {
    const own = makeHost({ files });
    const resource = call('resources.Get', ['css/a.css'], own);
    expect(own.published).toEqual([]);
    expect(member(resource, 'RelPermalink')).toBe('/sub/css/a.css');
    expect(member(resource, 'Permalink')).toBe('https://example.org/sub/css/a.css');
    expect(own.published).toContain('css/a.css');
  });

  test('are made', () => {
    const concat = call(
      'resources.Concat',
      ['css/all.css', [get('css/a.css'), get('css/b.css')]],
      host,
    ) as GoResource;
    expect([concat.asset.name, concat.text]).toEqual(['css/all.css', 'a{}b{}']);
    const made = call('resources.FromString', ['/x.txt', 'hi {{ . }}'], host) as GoResource;
    expect(made.text).toBe('hi {{ . }}');
    const run = call('resources.ExecuteAsTemplate', ['y.txt', 'you', made], host) as GoResource;
    expect([run.asset.name, run.text]).toEqual(['y.txt', 'hi you']);
    const sass = call('toCSS', [{ targetPath: 'm.css' }, get('css/main.scss')], host) as GoResource;
    expect([sass.asset.name, sass.text]).toEqual(['m.css', '/* sass */$a: 1']);
    expect((call('css.Sass', [get('css/main.scss')], host) as GoResource).asset.name).toBe('css/main.css');
    expect(call('minify', [get('css/a.css')], host)).toBeInstanceOf(GoResource);
    expect(() => call('resources.Concat', ['x', [get('css/a.css'), get('js/a.js')]], host)).toThrow(
      'same Media Type',
    );
    expect(() => call('minify', [null], host)).toThrow('expected a Resource object, got <nil>');
  });

  test('have fingerprints', () => {
    const printed = call('fingerprint', [get('css/a.css')], host) as GoResource;
    expect(printed.asset.name).toMatch(/^css\/a\.[\da-f]{64}\.css$/);
    expect(member(printed, 'Data')).toEqual({ Integrity: expect.stringMatching(/^sha256-[\w+/]{43}=$/) });
    const strong = call('fingerprint', ['sha512', get('css/a.css')], host);
    expect(member(strong, 'Data')).toEqual({ Integrity: expect.stringMatching(/^sha512-/) });
    expect(() => call('fingerprint', [get('css/a.css'), 'crc'], host)).toThrow(
      'unsupported hash algorithm: "crc"',
    );
  });

  test('images have sizes', () => {
    const sizeOf = (image: unknown): unknown => [member(image, 'Width'), member(image, 'Height')];
    const logo = get('logo.png');
    expect(sizeOf(logo)).toEqual([40, 20]);
    expect(sizeOf(member(logo, 'Resize', '20x'))).toEqual([20, 10]);
    expect(sizeOf(member(logo, 'Fit', '10x10 q75'))).toEqual([10, 5]);
    expect(sizeOf(member(logo, 'Fill', '10x10 Center'))).toEqual([10, 10]);
    expect(sizeOf(member(logo, 'Process', 'crop 10x99 webp'))).toEqual([10, 20]);
    expect(sizeOf(member(logo, 'Process', 'webp'))).toEqual([40, 20]);
    expect(sizeOf(call('images.Filter', [call('images.Grayscale', []), logo], host))).toEqual([40, 20]);
    expect(call('imageConfig', ['static/logo.png'], host)).toEqual({ Width: 40, Height: 20 });
    expect(() => member(get('css/a.css'), 'Width')).toThrow('only available for raster images');
    expect(() => member(logo, 'Fill', '10x')).toThrow('must provide Width and Height for fill');
    expect(() => call('imageConfig', ['nope.png'], host)).toThrow('there is no image nope.png');
  });

  test('nothing is fetched, which is said once', () => {
    const own = makeHost();
    const functions = createFunctions(own);
    const getRemote = findFunction(functions, 'resources.GetRemote');
    const remote = getRemote('https://example.org/a.json') as GoObject;
    getRemote('https://example.org/a.json');
    expect(remote.isTrue).toBe(false);
    expect(remote.member('Err')).toContain('remote files are not fetched during a build');
    expect(remote.member('Content')).toBeNull();
    expect(findFunction(functions, 'getJSON')('https://example.org/', 'b.json')).toBeNull();
    expect(own.reports).toHaveLength(2);
    expect(own.reports[1]).toContain('getJSON "https://example.org/b.json" returns nothing');
  });

  test('scripts are published as they are', () => {
    const own = makeHost({ files });
    const script = call(
      'js.Build',
      [{ targetPath: 'main.js' }, call('resources.Get', ['js/a.js'], own)],
      own,
    );
    expect((script as GoResource).text).toBe('let a');
    expect((script as GoResource).asset.name).toBe('main.js');
    expect(own.reports).toEqual(['warning: js.Build is not supported: js/a.js is published unchanged']);
  });
});

describe('the table', () => {
  test('a namespace has its functions, and takes no arguments', () => {
    const functions = createFunctions(makeHost());
    expect(String(functions['strings']?.())).toBe('strings.Namespace');
    expect(() => functions['strings']?.('x')).toThrow('strings is a namespace and takes no arguments');
    expect(functions['page']?.()).toBe('the page');
  });

  test('the host is not asked for anything before a function is called', () => {
    const nobody = new Proxy({} as Parameters<typeof createFunctions>[0], {
      get: (_, name) => {
        throw new Error(String(name));
      },
    });
    expect(Object.keys(createFunctions(nobody))).toContain('strings');
  });
});
