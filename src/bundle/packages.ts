/** Finds the optional packages that a deck needs. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Feature, RenderedDeck } from '../types.ts';
import { optionalPackage } from './package-folder.ts';

/** The folders of the optional packages that a client uses; `undefined` if not installed. */
export interface ClientPackages {
  readonly katex: string | undefined;
  readonly mermaid: string | undefined;
}

/** Finds the packages for the site at `root`. */
export function clientPackages(root: string): ClientPackages {
  return { katex: optionalPackage('katex', root), mermaid: optionalPackage('mermaid', root) };
}

/** The features of a deck whose packages are not installed. */
export function missingPackages(
  { features, deck, diagnostics: reported }: RenderedDeck,
  root: string,
  locate = optionalPackage,
): { readonly features: readonly Feature[]; readonly diagnostics: readonly Diagnostic[] } {
  // Diagrams written in HTML are not reported by the Markdown renderer, so the deck reports them.
  const isReported = reported.some(({ code }) => code === 'mermaid-package-missing');
  if (!features.includes('mermaid') || locate('mermaid', root) !== undefined)
    return { features: [], diagnostics: [] };
  const finding = createDiagnostic({
    code: 'mermaid-package-missing',
    message: 'this deck has a diagram, but mermaid is not installed',
    hint: "Install it in the site's folder: npm install --save-dev mermaid",
    source: deck.head.source,
    offset: deck.head.bodyOffset,
  });
  return { features: ['mermaid'], diagnostics: isReported ? [] : [finding] };
}
