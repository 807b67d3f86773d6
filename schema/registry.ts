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

type Fields<Field> = Readonly<Record<string, Field>>;

/** The fields of `owner`, put together. Throws where two have one name. */
export function disjoint<Field>(owner: string, ...parts: readonly (Fields<Field> | undefined)[]): Record<string, Field> {
  const all = new Registry<Field>(`field of ${owner}`);
  for (const part of parts) for (const [name, field] of Object.entries(part ?? {})) all.set(name, field);
  return Object.fromEntries(all);
}
