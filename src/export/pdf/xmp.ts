/** The metadata of a PDF as XMP, which readers for people with impairments and libraries look for. */
import { escapeHtml } from '../../escape-html.ts';
import type { DeckFacts } from '../types.ts';

/** Who made a file, and when. */
export interface XmpOrigin {
  readonly creator: string;
  readonly producer: string;
  readonly date: Date | undefined;
}

/** Writes the metadata of a deck. */
export function writeXmp(
  { title, author, description, language }: DeckFacts,
  { creator, producer, date }: XmpOrigin,
): string {
  const time = date?.toISOString().replace(/\.\d+Z$/, 'Z');
  const rows = [
    alternatives('dc:title', title),
    author && `<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    alternatives('dc:description', description),
    language && `<dc:language><rdf:Bag><rdf:li>${escapeHtml(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreatorTool>${escapeHtml(creator)}</xmp:CreatorTool>`,
    time && `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    producer && `<pdf:Producer>${escapeHtml(producer)}</pdf:Producer>`,
  ];
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${rows.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const alternatives = (name: string, text: string): string =>
  text && `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt></${name}>`;
