/** Packages that a deck needs and that a site has to bring. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Feature, RenderedDeck } from '../types.ts';
import { optionalPackage } from './package-folder.ts';

/** The folders of the packages that clients are made with; `undefined` for those that are not there. */
export interface ClientPackages {
  readonly katex: string | undefined;
  readonly mermaid: string | undefined;
}

/** The packages for the site at `root`. */
export function clientPackages(root: string): ClientPackages {
  return { katex: optionalPackage('katex', root), mermaid: optionalPackage('mermaid', root) };
}

/** The features that a deck has to do without, because what they need is not installed. */
export function missingPackages(
  { features, deck, diagnostics: reported }: RenderedDeck,
  root: string,
  locate = optionalPackage,
): { readonly features: readonly Feature[]; readonly diagnostics: readonly Diagnostic[] } {
  // Diagrams in HTML tell nothing, so the deck does.
  const isReported = reported.some(({ code }) => code === 'mermaid-package-missing');
  if (!features.includes('mermaid') || locate('mermaid', root) !== undefined)
    return { features: [], diagnostics: [] };
  const finding = createDiagnostic({
    code: 'mermaid-package-missing',
    message: 'there is a diagram in this deck, but mermaid, which draws it, is not installed',
    hint: 'Install it in the folder of the site: npm install --save-dev mermaid',
    source: deck.head.source,
    offset: deck.head.bodyOffset,
  });
  return { features: ['mermaid'], diagnostics: isReported ? [] : [finding] };
}
