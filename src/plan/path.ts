/** Where a field stands in the answer, as far as that is known before it is read. */

/** Where something stands in the answer, as far as no list is above it: the index in a list is not known yet. */
interface Known {
  readonly keys: readonly string[];
  readonly isInList: boolean;
}
/** Not known at all below a parent that no plan made. */
export type Path = Known | undefined;
export const below = (path: Path, key: string): Path => (!path || path.isInList ? path : { ...path, keys: [...path.keys, key] });
export const inList = (path: Path): Path => path && { ...path, isInList: true };
