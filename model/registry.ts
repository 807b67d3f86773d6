/** What the model declares by name: each name once, so that nothing takes the place of something else unseen. */

/** Declarations of one sort, by name, in the order they were made. */
export class Registry<Value> extends Map<string, Value> {
  private readonly sort: string;
  /** `sort` is what one declaration is called in errors. */
  constructor(sort: string) {
    super();
    this.sort = sort;
  }

  override set(name: string, value: Value): this {
    if (this.has(name)) throw new Error(`The ${this.sort} ${name} is declared twice.`);
    return super.set(name, value);
  }
}

/** Declarations by what tells them apart. Throws where two have it alike. */
export function declared<Value extends { readonly name: string }>(
  sort: string,
  all: readonly Value[],
  keyOf: (one: Value) => string = ({ name }) => name,
): ReadonlyMap<string, Value> {
  const registry = new Registry<Value>(sort);
  for (const one of all) registry.set(keyOf(one), one);
  return registry;
}

type Fields<Field> = Readonly<Record<string, Field>>;

/** The fields of `owner`, put together. Throws where two have one name. */
export function disjoint<Field>(owner: string, ...parts: readonly (Fields<Field> | undefined)[]): Record<string, Field> {
  const all = new Registry<Field>(`field of ${owner}`);
  for (const part of parts) for (const [name, field] of Object.entries(part ?? {})) all.set(name, field);
  return Object.fromEntries(all);
}
