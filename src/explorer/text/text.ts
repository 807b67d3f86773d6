/** The language of the page: that of the browser where it is one of ours, until another is chosen. */
import { signal } from '@preact/signals';
import { en, type Text } from './en.ts';
import { ja } from './ja.ts';
import { readable, readableHeading, wordIn } from './readable.ts';
import { percentIn } from './stated.ts';

const KEPT = 'pledgegraph:language';
const all: readonly Text[] = [en, ja];
const textOf = (language: string | null): Text | undefined => all.find((one) => language?.startsWith(one.language));

const first = textOf(kept()) ?? navigator.languages.map(textOf).find((one) => one) ?? en;
export const text = signal<Text>(first);
document.documentElement.lang = first.language;

export function changeLanguage(): void {
  text.value = text.value === en ? ja : en;
  document.documentElement.lang = text.value.language;
  try {
    localStorage.setItem(KEPT, text.value.language);
  } catch {
    // An embedded page may have no storage: the choice then lasts as long as the page.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** How a type of link reads from an end. */
export const typeName = (type: string, direction: string): string => text.value.types[type]?.[direction === 'IN' ? 1 : 0] ?? readable(type);
export const kindName = (kind: string): string => text.value.kinds[kind] ?? readableHeading(kind);

/** A word of an enumeration, or any other text as it is. */
export const word = (own: string): string => wordIn(text.value.words, own);
/** A property, as GraphQL calls it, in words. */
export const propertyName = (property: string): string => text.value.words[property] ?? readable(property);

/** How sure something is: never a value of the graph, which `Stated` shows. */
export const sureness = (confidence: number): string => percentIn(text.value, confidence);
