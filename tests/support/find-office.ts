/** Finds the programs that open PowerPoint files and make pictures of them. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** LibreOffice, and the program of Poppler that turns the pages of a PDF into pictures. */
export interface Office {
  readonly office: string;
  readonly pages: string;
}

/** Finds both programs; without one of them, says so and how to get it. */
export function findOffice(): Office | undefined {
  const [office, pages] = ['soffice', 'pdftoppm'].map(findProgram);
  if (office !== undefined && pages !== undefined) return { office, pages };
  console.warn(
    'PowerPoint files are not opened: install LibreOffice and Poppler (apt-get install libreoffice-impress poppler-utils fonts-dejavu-core).',
  );
  return undefined;
}

function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
