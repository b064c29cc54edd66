/**
 * Compiles `dist/`: the command and the public API for Node. Small packages are taken in, with their licences: the
 * command starts in half the time, and who installs it gets a third of the packages. What is large, native or loaded
 * only where a deck needs it is a dependency or a peer, and stays an import. The fonts of the themes are copied, as far
 * as the themes use them.
 */
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { packedFonts } from './src/bundle/styles/fonts.ts';

const fonts: Plugin = {
  name: 'deckwright:fonts',
  generateBundle() {
    for (const { source, path } of packedFonts())
      this.emitFile({ type: 'asset', fileName: path, source: readFileSync(source) });
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

export default defineConfig({
  publicDir: false,
  plugins: [fonts, noEngines],
  ssr: {
    noExternal: true,
    // Handlebars does without the last one: we ask for no maps.
    external: [...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }), 'source-map'],
  },
  build: {
    ssr: true,
    emitAssets: true,
    target: 'node20',
    minify: false,
    license: { fileName: 'THIRD-PARTY-NOTICES.md' },
    rolldownOptions: {
      input: { cli: 'src/cli.ts', 'finish-build': 'src/finish-build.ts', index: 'src/index.ts' },
      // @iarna/toml loads a module of Node with it, from a constant.
      checks: { eval: false },
    },
  },
});
