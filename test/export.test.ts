/** What holds of exports in any format: empty pictures, any text, and the strictness of the parser that reads XML back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toGexf } from '../src/explorer/export/gexf.ts';
import { toGraphml } from '../src/explorer/export/graphml.ts';
import { toJsonld } from '../src/explorer/export/jsonld.ts';
import { toSvg } from '../src/explorer/export/svg.ts';
import { anyText, EMPTY, picture } from './support/pictures.ts';
import { entity, link } from './support/shown.ts';
import { all, parseXml } from './support/xml.ts';

test.each([
  ['<a/><b/>', 'two roots'],
  ['<a><b></a></b>', 'crossed'],
  ['<a>&x;</a>', 'unknown entity'],
  ['<a b="<"/>', 'raw <'],
  ['<a b="1" b="2"/>', 'twice'],
  ['<a>\u000b</a>', 'forbidden'],
  ['<a>', 'open'],
])('the parser of these tests refuses %j', (xml) => {
  expect(() => parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`)).toThrow();
});

describe('any text', () => {
  test.each([
    ['GraphML', toGraphml],
    ['GEXF', toGexf],
    ['SVG', toSvg],
  ])('makes well-formed %s that keeps all that XML allows', (_, write) => {
    fc.assert(
      fc.property(anyText, anyText, (name, purpose) => {
        const shown = picture([entity('a:a', { name }), entity('b:b')], [link('link:1', 'a:a', 'b:b', { purpose })], {
          title: purpose,
          url: name,
        });
        const found = JSON.stringify(parseXml(write(shown)));
        for (const text of [name, purpose]) expect(found).toContain(JSON.stringify(allowed(text)).slice(1, -1));
      }),
    );
  });
  const allowed = (text: string): string =>
    [...text].filter((c) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]$/.test(c) || c.codePointAt(0)! > 0xffff).join('');
});

test.each([
  ['GraphML', () => all(parseXml(toGraphml(EMPTY)), 'node').length],
  ['GEXF', () => all(parseXml(toGexf(EMPTY)), 'node').length],
  ['JSON-LD', () => JSON.parse(toJsonld(EMPTY))['@graph'].length - 1],
])('an empty picture is an empty %s', (_, count) => expect(count()).toBe(0));
