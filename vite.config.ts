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

export default defineConfig({
  publicDir: false,
  plugins: [fonts],
  ssr: {
    noExternal: true,
    // Handlebars and js-yaml do without the last two: we ask for no maps, and YAML has no functions here.
    external: [
      ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
      'source-map',
      'esprima',
    ],
  },
  build: {
    ssr: true,
    emitAssets: true,
    target: 'node20',
    minify: false,
    license: { fileName: 'THIRD-PARTY-NOTICES.md' },
    rolldownOptions: {
      input: { cli: 'src/cli.ts', 'finish-build': 'src/finish-build.ts', index: 'src/index.ts' },
      // gray-matter has an engine for JavaScript, which src/site/pages/front-matter.ts keeps from ever running.
      checks: { eval: false },
    },
  },
});
