/** Answers requests outside of the base path, which has all pages and modules of a site. */
import type { Connect } from 'vite';
import { escapeHtml } from '../escape-html.ts';
import { redirect, send } from './send-text.ts';

/** Creates the middleware. It redirects the start of the server to the site, and has a link to it for other paths. */
export function answerOutside(base: string): Connect.NextHandleFunction {
  const address = escapeHtml(base);
  const text = `<!doctype html><p>Not found. This site is at <a href="${address}">${address}</a>.</p>\n`;
  const starts = ['/', '/index.html', base.replace(/\/$/, '')];
  return ({ url = '/' }, response, next) => {
    const [pathname = ''] = url.split('?', 1);
    if (pathname.startsWith(base)) next();
    else if (starts.includes(pathname)) redirect(response, base);
    else send(response, 404, text);
  };
}
