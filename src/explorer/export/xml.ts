/** What the XML formats share: elements with everything escaped. */
import type { Fact } from './facts.ts';

/** The first line of every XML file. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand between tags and in attributes, white space kept; what XML 1.0 forbids is left out. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"'\t\n\r]/g, (character) => NAMED[character] ?? `&#${character.charCodeAt(0)};`);

/** One element; attributes that are null are left out, children are XML already. */
export function element(name: string, attributes: Readonly<Record<string, Fact>>, children: readonly string[] = []): string {
  const tag = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .reduce((start, [key, value]) => `${start} ${key}="${escapeXml(String(value))}"`, name);
  return children.length ? `<${tag}>${children.join(children.length > 1 ? '\n' : '')}</${name}>` : `<${tag}/>`;
}
