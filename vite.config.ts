/** This repository as a Vite project: its own decks by default, the command with `--mode cli`. */
import { defineConfig, type UserConfig } from 'vite';
import { deckPlugin } from './src/index.ts';

/** `dist/`: the command and the public API for Node. Dependencies stay imports. */
const cli: UserConfig = {
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { input: { cli: 'src/cli.ts', index: 'src/index.ts' } },
  },
};

export default defineConfig(({ mode }) => (mode === 'cli' ? cli : { plugins: [deckPlugin()] }));
