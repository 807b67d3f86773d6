/** A search as a query of Lucene, for the full-text index of Neo4j: words as they are, as beginnings, and nearly so. */
import type { Query } from './rank.ts';
import { MISSPELT_FROM } from './words.ts';

/** Words are letters and digits alone, so that nothing of Lucene's own language is in them. */
export const luceneOf = ({ text: whole, words }: Query): string =>
  [
    `"${whole}"^8`,
    ...words.flatMap(({ text, isUnspaced }) => {
      if (isUnspaced) return [[...text].length > 1 ? `"${text}"^2` : `*${text}*`];
      return [`${text}^4`, ...(text.length > 1 ? [`${text}*^2`] : []), ...(text.length >= MISSPELT_FROM ? [`${text}~1`] : [])];
    }),
  ].join(' ');
