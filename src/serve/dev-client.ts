/** The client as the dev server provides it. */
import { CLIENT_MODULE, COMPANION_MODULE } from '../bundle/client/client-modules.ts';
import type { StyleModules } from '../bundle/styles/style-modules.ts';
import type { Client } from '../types.ts';

/** The modules after the classic script. */
export const companionScripts = (base: string): readonly string[] => [
  `${base}@vite/client`,
  `${base}@id/${COMPANION_MODULE}`,
];

/** The client as Vite serves it, module by module. */
export function devClient(base: string, sheets: StyleModules): Client {
  return {
    scripts: [`${base}@vite/client`, `${base}@id/${CLIENT_MODULE}`],
    // Without critical CSS: the stylesheet is a module that is updated on changes, and the network is fast.
    style: (request) =>
      `${base}@fs/${sheets.style({ ...request, hasCriticalCss: false }).replace(/^\//, '')}`,
    hasOwnList: true,
    // A bare path is a file of the author, relative to the base.
    address: (file) => (file.startsWith(base) ? file : base + file),
  };
}
