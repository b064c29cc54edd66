/** Finds out what the source may contain of an address. */

/** The last part of a URL, as an author may have written it. */
export function searchAddress(url: string): string {
  const name = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
