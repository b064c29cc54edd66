/** Escapes values in URLs. */
import { type Escaper, FAILSAFE } from './safe.ts';

/** Whether a URL has no scheme, or a harmless one. */
function isSafeUrl(url: string): boolean {
  const [scheme = '', ...rest] = url.split(':');
  return rest.length === 0 || scheme.includes('/') || /^(?:https?|mailto)$/i.test(scheme);
}

/** Escapes the start of a URL, which must not be a script. */
export const filterUrl: Escaper = ({ text, kind }) =>
  kind === 'url' || isSafeUrl(text) ? text : `#${FAILSAFE}`;

/** Escapes a value that can be several parts of a URL. */
export const normalizeUrl: Escaper = ({ text }) =>
  percentEncode(text, /[-._~!#$&*+,/:;=?@[\]0-9A-Za-z]|%(?=[0-9a-fA-F]{2})/);

/** Escapes a value in a query, where it is one part. */
export const escapeUrl: Escaper = ({ text, kind }) =>
  kind === 'url' ? normalizeUrl({ text }) : percentEncode(text, /[-._~0-9A-Za-z]/);

function percentEncode(text: string, allowed: RegExp): string {
  const pattern = new RegExp(`(${allowed.source})|[\\s\\S]`, 'gu');
  return text.replace(pattern, (char, isAllowed?: string) =>
    isAllowed === undefined
      ? [...new TextEncoder().encode(char)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
      : char,
  );
}

/** Escapes URLs with their widths, separated by commas. */
export const escapeSrcset: Escaper = ({ text, kind }) => {
  if (kind === 'srcset') return text;
  if (kind === 'url') return normalizeUrl({ text }).replaceAll(',', '%2c');
  return text.split(',').map(escapeCandidate).join(',');
};

function escapeCandidate(candidate: string): string {
  const [, before = '', url = '', after = ''] =
    /^([\t\n\f\r ]*)([^\t\n\f\r ]*)([\s\S]*)$/.exec(candidate) ?? [];
  if (!isSafeUrl(url) || /[^\t\n\f\r 0-9A-Za-z]/.test(after)) return `#${FAILSAFE}`;
  return before + normalizeUrl({ text: url }) + after;
}
