/** Reads exported XML back, and forgives nothing; and finds elements in it. */
import { expect } from 'vitest';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Raw text as a parser passes it on; white space in attributes as XML 1.0, 3.3.3 has it. */
function unescaped(raw: string): string {
  if (/[<]|&(?!(amp|lt|gt|quot|apos|#\d+);)|\]\]>/.test(raw)) throw new Error(`not escaped: ${raw}`);
  return raw.replace(/&(#?)(\w+);/g, (_, isCode, name) => (isCode ? String.fromCodePoint(Number(name)) : ENTITIES[name]!));
}

function attributesOf(raw: string): Record<string, string> {
  if (!/^( [\w:.-]+="[^"<]*")*$/.test(raw)) throw new Error(`no attributes: ${raw}`);
  const found = [...raw.matchAll(/ ([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!.replace(/[\t\n\r]/g, ' '))]);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`twice: ${raw}`);
  return Object.fromEntries(found);
}

/** As much of XML as is written here, and nothing that is not well formed. */
export function parseXml(xml: string): Element {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml)) throw new Error('a forbidden character');
  const [, body] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n(<[\s\S]*>)\n$/.exec(xml)!;
  const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  for (const [, text, close, name, attributes, single] of body!.matchAll(/([^<]*)<(\/?)([\w:]+)((?:"[^"]*"|[^">])*?)(\/?)>/g)) {
    open.at(-1)!.text += unescaped(text!.replace(/\r\n?/g, '\n'));
    if (close && open.pop()!.name !== name) throw new Error(`closes what is not open: ${name}`);
    if (close) continue;
    const element = { name: name!, attributes: attributesOf(attributes!), children: [], text: '' };
    open.at(-1)!.children.push(element);
    if (!single) open.push(element);
  }
  if (open.length !== 1 || open[0]!.children.length !== 1 || open[0]!.text) throw new Error('no single root');
  const written = body!.replace(/([^<]*)<(\/?)([\w:]+)((?:"[^"]*"|[^">])*?)(\/?)>/g, '');
  if (written) throw new Error(`no XML: ${written}`);
  return open[0]!.children[0]!;
}

export const all = (root: Element, name: string): Element[] =>
  root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
export const one = (root: Element, name: string): Element => {
  const found = all(root, name);
  expect(found).toHaveLength(1);
  return found[0]!;
};
export const ids = (elements: readonly Element[]) => elements.map(({ attributes }) => attributes['id']);
