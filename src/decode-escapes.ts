/** Decodes percent escapes in what authors and browsers write, where a sign that is no escape stays as it is. */

/** Decodes all escapes, as in a name or a path. */
export const decodeEscapes = (text: string): string => decodeWith(decodeURIComponent, text);

/** Decodes the escapes of an address, except those of characters that divide it, such as `/` and `?`. */
export const decodeAddress = (address: string): string => decodeWith(decodeURI, address);

function decodeWith(decode: (text: string) => string, text: string): string {
  try {
    return decode(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
