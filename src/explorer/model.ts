/** What the page has of the model: names alone, written into it when it is built (`vite.config.ts`). */
import { kinds } from '../../model/kinds.ts';
import { partnerLinkNames, symmetricLinks } from '../../model/links.ts';

/** The kinds of entity. */
export const KINDS: readonly string[] = [...kinds.values()].filter(({ isEntity }) => isEntity).map(({ name }) => name);

/** The types of link of the partner graph. */
export const LINK_TYPES: readonly string[] = partnerLinkNames.toSorted();

/** The types of link that are read both ways, and so have no arrow. */
export const SYMMETRIC: readonly string[] = symmetricLinks;
