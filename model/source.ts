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
    url: url('The address where it can be read.'),
    title: text('The title of the document.', { required: true }),
    publisher: text('The name of the publisher, as the document gives it.'),
    publishedOn: date('The day it was published.'),
    publishedBasis: word(PublishedBasis, 'How the day of publication is known.'),
    retrievedOn: date('The day on which it was read for this graph.'),
    language: language('The language of the document as a BCP 47 tag.'),
    sourceType: word(SourceType, 'What type of document it is.'),
    contentHash: hash('The SHA-256 hash of its text (UTF-8, lines ended by LF) as `sha256:<hex>`; null if its full text was not at hand.'),
    licence: text('The licence of its text.'),
  },
});
