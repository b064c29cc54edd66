/** The tags of HTML that is left as it is otherwise. */

/** Comments are stepped over, and what stands in scripts; what is left are tags. */
const TAG_RE =
  /<!--[\s\S]*?-->|(<(?:script|style|textarea)\b(?:"[^"]*"|'[^']*'|[^'">])*>)[\s\S]*?<\/(?:script|style|textarea)\s*>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** An attribute with its value, in quotes or without; quotes of one are no attributes. */
const ATTRIBUTE_RE = /(\s([^\s=>"'/]+)\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)/g;

/** Gives every tag, opening and closing, to `rewrite`, and puts what it returns in its place. */
export function replaceTags(html: string, rewrite: (tag: string) => string): string {
  return html.replace(TAG_RE, (tag: string, opening: string | undefined) => {
    if (tag.startsWith('<!--')) return tag;
    const head = opening ?? tag;
    return rewrite(head) + tag.slice(head.length);
  });
}

/** Gives every attribute of a tag that has a value to `rewrite`; what it returns is written in the author's quotes. */
export function replaceValues(
  tag: string,
  rewrite: (name: string, value: string) => string | undefined,
): string {
  return tag.replace(ATTRIBUTE_RE, (whole, before: string, name: string, quoted: string) => {
    const quote = /^["']/.exec(quoted)?.[0] ?? '';
    const value = rewrite(name, quoted.slice(quote.length, quoted.length - quote.length));
    return value === undefined ? whole : before + quote + value + quote;
  });
}

/** The attributes of a tag that have a value, as they are written, by their names in lower case. The first one counts. */
export function readValues(tag: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  replaceValues(tag, (name, value) => {
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
    return undefined;
  });
  return values;
}
