/** Source: a document that claims rest on. */
import { Node } from './entity.ts';
import { PublishedBasis, SourceType } from './enums.ts';
import { defineKind } from './kind.ts';
import { date, hash, language, text, url, word } from './property.ts';

export const Source = defineKind('Source', {
  prefix: 'source',
  many: 'sources',
  description: 'A document that claims rest on: a press release, article, filing or data set.',
  interfaces: [Node],
  order: 'title',
  properties: {
    url: url('Where it can be read.'),
    title: text('Its title.', { required: true }),
    publisher: text('Who published it, as it says.'),
    publishedOn: date('The day it was published.'),
    publishedBasis: word(PublishedBasis, 'How that day is known.'),
    retrievedOn: date('The day we read it.'),
    language: language('Its language, BCP 47.'),
    sourceType: word(SourceType, 'What sort of document it is.'),
    contentHash: hash('SHA-256 of its text (UTF-8, line ends LF) as `sha256:<hex>`; absent where nobody here had it in full.'),
    licence: text('The licence of its text.'),
  },
});
