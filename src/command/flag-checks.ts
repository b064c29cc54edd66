/** Checks the values of flags: each function explains what is wrong, and returns `undefined` for a valid value. */
import { papers, slidesPerPage } from '../export/handout/layout.ts';

/** Checks the port of a server. */
export function checkPort(value: string): string | undefined {
  const isPort = /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
  return isPort ? undefined : `"${value}" is not a port: use a number from 0 to 65535`;
}

/** Checks sizes of windows. */
export function checkViewport(value: string): string | undefined {
  const isValid = value.split(',').every((size) => /^[1-9]\d{1,4}x[1-9]\d{1,4}$/.test(size));
  return isValid ? undefined : `"${value}" is no list of sizes: use 1280x720, or 1280x720,390x844`;
}

/** The largest number of pixels in a row that browsers draw. */
const MAX_COUNT = 16_384;

/** Checks a number of pixels or a step. */
export function checkCount(value: string): string | undefined {
  return /^[1-9]\d*$/.test(value) && Number(value) <= MAX_COUNT
    ? undefined
    : `"${value}" is no whole number from 1 to ${MAX_COUNT}`;
}

/** Checks what ends a comparison with 1. */
export function checkFailOn(value: string): string | undefined {
  return value === 'change' ? undefined : `"${value}" is nothing to fail on: use change`;
}

/** Checks a place for notes. */
export function checkNotes(value: string): string | undefined {
  return ['below', 'beside', 'annotations'].includes(value)
    ? undefined
    : `"${value}" is no place for notes: use below, beside or annotations`;
}

/** Checks a size of paper. */
export function checkPaper(value: string): string | undefined {
  const names = Object.keys(papers);
  return names.includes(value) ? undefined : `"${value}" is no paper: use ${names.join(' or ')}`;
}

/** Checks a number of slides for a page. */
export function checkPerPage(value: string): string | undefined {
  return slidesPerPage.map(String).includes(value)
    ? undefined
    : `"${value}" is no number of slides for a page: use 1, 2, 3, 4 or 6`;
}

/** Checks how media get into a page. */
export function checkMedia(value: string): string | undefined {
  return value === 'embed' || value === 'link' ? undefined : `"${value}" is neither embed nor link`;
}

/** Checks the size of a file. */
export function checkMegabytes(value: string): string | undefined {
  return /^\d{1,4}(?:\.\d+)?$/.test(value)
    ? undefined
    : `"${value}" is no size in megabytes: use a number such as 25`;
}

/** Checks a size of text. */
export function checkSize(value: string): string | undefined {
  return /^\d+(?:\.\d+)?$/.test(value)
    ? undefined
    : `"${value}" is no size in pixels: use a number such as 18`;
}

/** Checks a base URL. */
export function checkBaseURL(value: string): string | undefined {
  const isAddress = URL.canParse(value.trim(), 'http://host.invalid/');
  return isAddress
    ? undefined
    : `"${value}" is not a URL: use https://example.org/talks/ or a path such as /talks/`;
}
