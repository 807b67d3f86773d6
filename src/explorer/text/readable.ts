/** Names of the model as words, where the page has none of its own for them: a new kind or type of link is shown by its name. */

/** A name in any case: `InvestmentFund`, `dueOn` and `HELD_BY` are investment fund, due on and held by. */
export const readable = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

/** The same, as a heading begins. */
export const readableHeading = (name: string): string => {
  const words = readable(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A word of an enumeration, or any other text as it is. */
export const wordIn = (words: Readonly<Record<string, string>>, own: string): string =>
  words[own] ?? (/^[A-Z]+(_[A-Z]+)*$/.test(own) && own.length > 3 ? readable(own) : own);
