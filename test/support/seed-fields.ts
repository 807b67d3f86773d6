/** What a seed may say of each kind and of each type of link, as `seeds/seed.schema.json` has it. */
import { readFileSync } from 'node:fs';
import { inProject } from '../../src/root.ts';

interface Shape {
  readonly $ref?: string;
  readonly pattern?: string;
  readonly const?: string;
  readonly allOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly additionalProperties?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
}

export interface SeedFields {
  /** The properties of each kind, by the prefix of its ids. */
  readonly ofKind: ReadonlyMap<string, readonly string[]>;
  /** Those that are stated under `values`, likewise. */
  readonly stated: ReadonlyMap<string, readonly string[]>;
  /** The properties of each type of link. */
  readonly ofLink: ReadonlyMap<string, readonly string[]>;
}

const OF_EVERY_LINK = ['type', 'from', 'to', 'claims', 'since', 'until'];

export function seedFields(): SeedFields {
  const whole = JSON.parse(readFileSync(inProject('seeds', 'seed.schema.json'), 'utf8')) as Shape & {
    readonly $defs: Readonly<Record<string, Shape>>;
  };
  const resolve = (shape: Shape): Shape => (shape.$ref ? whole.$defs[shape.$ref.split('/').at(-1)!]! : shape);
  const patternsOf = (shape: Shape): string[] =>
    [shape, resolve(shape)].flatMap((one) => [one, ...(one.allOf ?? [])].flatMap(({ pattern }) => pattern ?? []));
  const prefixOf = (shape: Shape): string => patternsOf(shape).flatMap((pattern) => /^\^(\w+):/.exec(pattern)?.[1] ?? [])[0]!;
  const { source, entities, claims, links, values } = whole.properties as Record<string, Shape>;
  const shapesIn = (list: Shape | undefined): readonly Shape[] => list!.items!.anyOf!;
  const ofKind = new Map(shapesIn(entities).map(({ properties }) => [prefixOf(properties!['id']!), Object.keys(properties!)]));
  ofKind.set('source', Object.keys(source!.properties!));
  ofKind.set('claim', Object.keys(claims!.additionalProperties!.properties!));
  const stated = new Map<string, string[]>();
  for (const { properties } of shapesIn(values)) {
    const prefix = prefixOf(properties!['of']!);
    const name = properties!['property']!.const;
    if (name) stated.set(prefix, [...(stated.get(prefix) ?? []), name]);
  }
  const ofLink = new Map(
    shapesIn(links).map(({ properties }) => [
      properties!['type']!.const!,
      Object.keys(properties!).filter((name) => !OF_EVERY_LINK.includes(name)),
    ]),
  );
  return { ofKind, stated, ofLink };
}
