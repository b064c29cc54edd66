/**
 * Hashes of reveal-hugo's templates, which are built in, in all versions of its public history: a copy of the theme in
 * a site can be of any version, and changed.
 */
import { createHash } from 'node:crypto';

/** The first digits of the SHA-256 of each version, by path below `layouts/`. */
const hashes: Readonly<Record<string, string>> = {
  'partials/reveal-hugo/body.html': '49571638fb3e 7a3b89b0203f 8d0e2ab8e0ef ea8f49db6d7f',
  'partials/reveal-hugo/end.html': '39d957e6ccf4 644a99189684',
  'partials/reveal-hugo/head.html': '20504f5b3b3c 59b1f7b1b961 6ac02d784ced 910ef44eba29',
  'partials/reveal-hugo/slides.html':
    '0add3f533b22 0f7c70a8ce88 6e166c5d7414 8336add00a67 99dbb53a8b27 c370c21ee5d0 cfb02e58dfa0 daabaf8280e5 e720a9b43a6e fe4802e3759c',
  'partials/slides.html': '0add3f533b22',
  'shortcodes/frag.html': '92263336d5b3',
  'shortcodes/fragment.html': '65f070ac8c58 a862efac2abf b40cba86296a d352249ae4f5',
  'shortcodes/markdown.html': 'c8fa3a738053 d79ee604e83a',
  'shortcodes/math.html': '836d7329a16f',
  'shortcodes/mermaid.html': 'c5ca29ffcec5',
  'shortcodes/note.html': '399fe049e3e5 46a1c86400e9',
  'shortcodes/section.html': '0fb29310aa95 16ce23248253 a07293351593 ce5b3de19288',
  'shortcodes/slide.html':
    '03208441ac03 1b7799df82e5 2f1801221b66 39971aaabb23 497c2b2ac6ce 7cf3cc969e50 9b86115c0d12 a874fdf1bc54 ab7cb7e41322 ace32bfc367f bbd87d56e680 bcc3369d26fd bcf8b3332297 def30b6118ed',
  // A template of a fork that is built in, too.
  'shortcodes/source.html': 'ba3be22eef51',
};

/** Whether a template is an unchanged version of the theme's. */
export function isOriginal(path: string, text: string): boolean {
  return Object.hasOwn(hashes, path) && (hashes[path] ?? '').split(' ').includes(hashTemplate(text));
}

const LENGTH = 12;

/** Hashes a text; line endings and whitespace at the end are ignored. */
export function hashTemplate(text: string): string {
  const plain = text.replaceAll('\r', '').trimEnd();
  return createHash('sha256').update(plain).digest('hex').slice(0, LENGTH);
}
