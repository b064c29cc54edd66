/**
 * Compiles `dist/`: the command and the public API for Node. Small packages that are many files are taken in, so that
 * the command starts in half the time; what is large, native or loaded only where a deck needs it stays an import.
 */
import { defineConfig } from 'vite';

const takenIn = [
  '@iarna/toml',
  'entities',
  'gray-matter',
  'handlebars',
  'html-tag-names',
  'markdown-it',
  'markdown-it-deflist',
  'mathml-tag-names',
  // Only for --minify, and with an edition of entities of its own, which is taken in, too.
  'parse5',
  'svg-tag-names',
];

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: takenIn },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { cli: 'src/cli.ts', index: 'src/index.ts' },
      // gray-matter has an engine for JavaScript, which src/site/front-matter.ts keeps from ever running.
      checks: { eval: false },
    },
  },
});
