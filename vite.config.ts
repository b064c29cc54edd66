/**
 * Compiles `dist/`: the command and the public API for Node. Small packages are taken in, with their licences: the
 * command starts in half the time, and who installs it gets a third of the packages. What is large, native or loaded
 * only where a deck needs it is a dependency or a peer, and stays an import. The fonts of the themes are copied, as far
 * as the themes use them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { packedFonts } from './src/bundle/styles/fonts.ts';
import { precompile } from './src/templates/precompile.ts';

const fonts: Plugin = {
  name: 'deckwright:fonts',
  generateBundle() {
    for (const { source, path } of packedFonts())
      this.emitFile({ type: 'asset', fileName: path, source: readFileSync(source) });
  },
};

/** Compiles our own layouts, which each build would parse otherwise. */
const layouts: Plugin = {
  name: 'deckwright:layouts',
  load: {
    filter: { id: /[\\/]src[\\/]templates[\\/]precompiled\.ts$/ },
    handler() {
      const files = readdirSync(path.join(import.meta.dirname, 'layouts'), {
        recursive: true,
        encoding: 'utf8',
      })
        .filter((file) => file.endsWith('.hbs'))
        .sort()
        .map((file) => path.join(import.meta.dirname, 'layouts', file));
      for (const file of files) this.addWatchFile(file);
      return precompile(files.map((file) => ({ path: file, text: readFileSync(file, 'utf8') })));
    },
  },
};

/** gray-matter's own engines: js-yaml, and one for JavaScript that calls `eval`. Ours replace all of them. */
const noEngines: Plugin = {
  name: 'deckwright:no-engines',
  load: {
    filter: { id: /gray-matter[\\/]lib[\\/]engines\.js$/ },
    handler: () => 'module.exports = {};',
  },
};

/** What Handlebars writes source maps with, and does without. To look for it in all folders above ours takes time. */
const noSourceMaps: Plugin = {
  name: 'deckwright:no-source-maps',
  resolveId: { filter: { id: /^source-map$/ }, handler: () => '\0source-map' },
  load: { filter: { id: /^\0source-map$/ }, handler: () => 'module.exports = {};' },
};

/** Escapes characters beyond ASCII: Node reads a file without them in a tenth of the time, into half of the memory. */
const ascii: Plugin = {
  name: 'deckwright:ascii',
  generateBundle(_options, bundle) {
    const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.test(chunk.code))
        this.error(`a character beyond ASCII in ${chunk.fileName} is after a backslash, or in raw text`);
      chunk.code = chunk.code.replaceAll(/[^\0-\x7f]/g, escape);
    }
  },
};

/**
 * Writes the entry points: modules that load the code in `assets/`, which is CommonJS because Node 20 can't cache
 * compiled modules. An `import` of it would look for its exports first.
 */
const entries: Plugin = {
  name: 'deckwright:entries',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
      const load = `createRequire(import.meta.url)('./${chunk.fileName}');`;
      const names = chunk.exports.length > 0 ? `export const { ${chunk.exports.join(', ')} } = ` : '';
      const source = `import { createRequire } from 'node:module';\n\n${names}${load}\n`;
      this.emitFile({ type: 'asset', fileName: `${chunk.name}.js`, source });
    }
    this.emitFile({ type: 'asset', fileName: 'assets/package.json', source: '{ "type": "commonjs" }\n' });
  },
};

/** A node of a syntax tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/**
 * Writes the fields of markdown-it's classes as assignments. Its package defines each by a call of a helper, which took
 * a twentieth of a build with many slides.
 */
const fields: Plugin = {
  name: 'deckwright:fields',
  transform: {
    filter: { id: /\/markdown-it\/dist\// },
    handler(code) {
      const rows: { readonly start: number; readonly end: number; readonly text: string }[] = [];
      const visit = (node: object): void => {
        if ('callee' in node && isHelper(node.callee) && 'arguments' in node && isNode(node)) {
          const [target, name, value] = node.arguments as readonly Node[];
          if (target?.type === 'ThisExpression' && name && 'value' in name && value) {
            rows.push({
              start: node.start,
              end: value.start,
              text: `this[${JSON.stringify(name.value)}] = `,
            });
            rows.push({ start: value.end, end: node.end, text: '' });
          }
        }
        for (const child of Object.values(node).flat()) if (isNode(child)) visit(child);
      };
      visit(this.parse(code));
      if (rows.length === 0) this.error('markdown-it has no more helper for fields: remove this plugin');
      const [written, at] = rows
        .toSorted((a, b) => a.start - b.start)
        .reduce(([text, from], row) => [text + code.slice(from, row.start) + row.text, row.end], ['', 0] as [
          string,
          number,
        ]);
      return { code: written + code.slice(at), map: null };
    },
  },
};

const isHelper = (callee: unknown): boolean =>
  isNode(callee) && 'name' in callee && callee.name === '_defineProperty';

export default defineConfig({
  publicDir: false,
  plugins: [fonts, fields, layouts, noEngines, noSourceMaps, ascii, entries],
  ssr: {
    noExternal: true,
    external: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
  },
  build: {
    ssr: true,
    emitAssets: true,
    target: 'node20',
    minify: false,
    license: { fileName: 'THIRD-PARTY-NOTICES.md' },
    rolldownOptions: {
      input: {
        cli: 'src/cli.ts',
        'compile-cache': 'src/bundle/compile-cache.ts',
        'finish-build': 'src/finish-build.ts',
        index: 'src/index.ts',
        'scss-worker': 'src/bundle/styles/scss-worker.ts',
      },
      output: {
        format: 'cjs',
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
      },
      // @iarna/toml loads a module of Node with it, from a constant.
      checks: { eval: false },
    },
  },
});
