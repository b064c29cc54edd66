/**
 * The script that starts a deck with its plugins. It names them as a page would, because scripts can define a plugin as a
 * constant, which is in no object; and it is a file, because a Content-Security-Policy without `unsafe-inline` refuses
 * scripts in pages.
 */
import { createHash } from 'node:crypto';
import type { DeckFiles, PluginFile } from '../types.ts';
import { ASSETS_FOLDER } from './client/client-manifest.ts';

/** Adds the script to the files of a deck. Decks with the same plugins have the same one. */
export function withStarter(files: DeckFiles): DeckFiles {
  const bytes = new TextEncoder().encode(writeStarter(files.plugins));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const starter = `${ASSETS_FOLDER}/plugins-${hash}.js`;
  return { ...files, starter, published: [...files.published, { path: starter, bytes }] };
}

function writeStarter(plugins: readonly PluginFile[]): string {
  const rows = plugins.flatMap(({ name, isOptional }) =>
    name === undefined ? [] : [`{ name: '${name}', isOptional: ${isOptional}, find: () => ${name} }`],
  );
  return `deckwright.start([${rows.join(', ')}]);\n`;
}
