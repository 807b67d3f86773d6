/** Random valid operations over the schema: aliases, fragments, interfaces, @skip and @include, pages. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { kinds } from '../../model/kinds.ts';
import { linkTypes } from '../../model/links.ts';
import { schema } from '../../schema/index.ts';
import type { Measure } from '../../src/plan/extensions.ts';
import { createRandom, type Random } from './random.ts';
import { DAYS, randomFilter, randomOrder } from './random-filter.ts';

/** Fields that select a part of the connection they stand in, not something below it. */
const PARTS = ['edges', 'nodes', 'node', 'pageInfo'];
const CURSORS = /^(cursor|startCursor|endCursor)$/;

export interface RandomQuery {
  readonly query: string;
  /** Several, for the same document: a plan must not be that of other variables. */
  readonly variables: readonly Record<string, unknown>[];
}

/** Operations stay this small, or one alone would take the time of all. */
const MOST_NAMES = 150;

class Writer {
  private readonly fragments: string[] = [];
  private names = 0;
  private readonly random: Random;
  constructor(random: Random) {
    this.random = random;
  }

  private name(prefix: string): string {
    return `${prefix}${++this.names}`;
  }

  /** A selection on `type`; `depth` is how many more links it may follow. */
  private select(type: GraphQLNamedType, depth: number): string {
    const { random } = this;
    const parts = random.chance(0.2) ? ['__typename'] : [];
    const fields =
      isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).filter((field) => this.fits(field, depth)) : [];
    for (let i = 0; fields.length && i < 1 + random.int(4) && this.names < MOST_NAMES; i++)
      parts.push(this.field(random.pick(fields), depth));
    if (isAbstractType(type))
      for (let i = 0; i < (isUnionType(type) ? 3 : 2) && this.names < MOST_NAMES; i++) parts.push(this.spread(type, depth));
    if (isInterfaceType(type) && depth > 0 && random.chance(0.3)) parts.push(this.spreadOneField(depth));
    return `{ ${parts.length ? parts.join(' ') : '__typename'} }`;
  }

  private fits({ name, type }: GraphQLField<unknown, unknown>, depth: number): boolean {
    const named = getNamedType(type);
    return (
      depth > 0 ||
      !isCompositeType(named) ||
      PARTS.includes(name) ||
      ['Money', 'Quantity', 'Name', 'ClaimValue', 'FacetValue', 'NumberAggregate', 'AmountAggregate', 'LinkCount'].includes(named.name)
    );
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const { name, type, args } = field;
    const named = getNamedType(type);
    const isLink = isCompositeType(named) && (args.some((arg) => arg.name === 'first') || name === 'commitment' || name === 'latest');
    // Arguments and cursors differ from field to field, so these always have an alias of their own.
    if (args.some((arg) => arg.name === 'on')) return `${this.name('a')}: ${name}(on: ${this.random.pick(DAYS)})`;
    if (name === 'facets') return `${this.name('a')}: facets${this.facetArguments(field)} ${this.select(named, depth)}`;
    if (args.some((arg) => arg.name === 'distinct') && this.random.chance(0.1))
      return `${this.name('a')}: ${name}(distinct: true, ${this.random.pick(['first', 'last'])}: ${1 + this.random.int(4)}) ${this.distinct(named as GraphQLObjectType, depth)}`;
    const alias = CURSORS.test(name) ? `${this.name('cursor')}: ` : isLink || this.random.chance(0.4) ? `${this.name('a')}: ` : '';
    const head = `${alias}${name}${isLink ? this.pageArguments(args) : ''}${this.directive()}`;
    if (!isCompositeType(named)) return head;
    const whole = () => `${head} ${this.maybeFragment(named, isLink ? depth - 1 : depth)}`;
    return this.random.chance(0.1) ? `${whole()} ${whole()}` : whole(); // twice: what both select is merged
  }

  /** What can be asked where each node stands once. */
  private distinct(type: GraphQLObjectType, depth: number): string {
    const node = getNamedType(type.getFields()['nodes']!.type);
    return `{ totalCount nodeCount pageInfo { hasNextPage hasPreviousPage } nodes ${this.select(node, depth - 1)} }`;
  }

  /** One field of an interface and of some of its kinds, under one name and with one page: each selects something else of it. */
  private spreadOneField(depth: number): string {
    const { random } = this;
    const base = schema.getType(random.pick(['Entity', 'Actor', 'Body'])) as GraphQLInterfaceType;
    const pages = Object.values(base.getFields()).filter(({ args, name }) => name !== 'links' && args.some((arg) => arg.name === 'first'));
    const [field, alias, size] = [random.pick(pages), this.name('a'), 1 + random.int(3)];
    const types = [base, ...schema.getPossibleTypes(base).filter(() => random.chance(0.5))];
    const select = () => this.select(getNamedType(field.type), depth - 1);
    return types.map((one) => `... on ${one.name} { ${alias}: ${field.name}(first: ${size}) ${select()} }`).join(' ');
  }

  private facetArguments({ extensions }: GraphQLField<unknown, unknown>): string {
    const { facets } = extensions.measure as Extract<Measure, { by: 'facet' }>;
    return `(by: ${this.random.pick(Object.keys(facets))}${this.random.chance(0.5) ? `, limit: ${1 + this.random.int(3)}` : ''})`;
  }

  private pageArguments(args: readonly GraphQLArgument[]): string {
    const { random } = this;
    const names = args.map((arg) => arg.name);
    const typeOf = (name: string) => getNamedType(args.find((arg) => arg.name === name)!.type) as GraphQLInputObjectType;
    const given = [
      ...(names.includes('first') && random.chance(0.8)
        ? [`${random.chance(0.25) ? 'last' : 'first'}: ${random.pick(['0', '1', '2', '3', '$size'])}`]
        : []),
      ...(names.includes('kinds') && random.chance(0.3)
        ? [
            random.chance(0.5)
              ? 'kinds: $some'
              : random.pick(['kinds: []', `kinds: [${random.pick([...kinds.values()]).name.toUpperCase()}, AGENCY]`]),
          ]
        : []),
      ...(names.includes('types') && typeOf('types').name === 'LinkType' && random.chance(0.4)
        ? [
            random.pick([
              'types: []',
              `types: [${random.pick([...linkTypes.keys()])}, ${random.pick([...linkTypes.keys()])}, PARTNERS_WITH]`,
            ]),
          ]
        : []),
      ...(names.includes('direction') && random.chance(0.4) ? [`direction: ${random.pick(['OUT', 'IN', 'BOTH'])}`] : []),
      ...(names.includes('where') && random.chance(0.2) ? [`where: ${randomFilter(random, typeOf('where'), 3)}`] : []),
      ...(names.includes('orderBy') && random.chance(0.25) ? [`orderBy: ${randomOrder(random, typeOf('orderBy'))}`] : []),
    ];
    return given.length ? `(${given.join(', ')})` : '';
  }

  private directive(): string {
    return this.random.chance(0.1)
      ? this.random.pick([' @skip(if: $yes)', ' @include(if: $yes)', ' @skip(if: $no)', ' @include(if: $no)'])
      : '';
  }

  private maybeFragment(type: GraphQLNamedType, depth: number): string {
    const body = this.select(type, depth);
    if (!this.random.chance(0.2)) return body;
    const name = this.name('F');
    this.fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `{ ...${name} ${this.random.chance(0.5) ? `... on ${type.name} { ...${name} }` : ''} }`;
  }

  private spread(type: GraphQLNamedType, depth: number): string {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const interfaces = isUnionType(type) ? [] : ['Entity', 'Actor', 'Body'].map((name) => schema.getType(name)!);
    const on = this.random.pick([...possible, ...interfaces]);
    return `... on ${on.name} ${this.select(on, depth)}`;
  }

  operation(roots: readonly (() => string)[]): string {
    const body = Array.from({ length: 1 + this.random.int(2) }, () => this.random.pick(roots)()).join(' ');
    const unused = 'yes: __typename @include(if: $yes) no: __typename @include(if: $no)';
    return `query($yes: Boolean = true, $no: Boolean = false, $size: Int!, $some: [Kind!], $text: String = "a", $link: LinkType = PARTNERS_WITH, $ways: LinkDirection = BOTH, $ids: [ID!]!) { ${body} ${unused} ... on Query @include(if: $no) { sources(first: $size) { totalCount } found: nodes(ids: $ids) { id } used: organization(id: "x") { partners(kinds: $some, where: {purpose: {eq: $text}}, orderBy: [{node: {linkCount: {type: $link, links: $ways, direction: ASC}}}]) { totalCount } } } } ${this.fragments.join(' ')}`;
  }

  roots(size: number): (() => string)[] {
    const id = (prefix: string): string => `"${prefix}:n${this.random.int(size)}"`;
    const any = (): string => `"${randomId(this.random, size)}"`;
    const one = () => {
      const kind = this.random.pick([...kinds.values()]);
      return `${this.name('q')}: ${kind.one}(id: ${id(kind.prefix)}) ${this.select(schema.getType(kind.name)!, 2 + this.random.int(4))}`;
    };
    const node = (): GraphQLNamedType => schema.getType('Node')!;
    return [
      one,
      one,
      () => `${this.name('q')}: nodes(ids: [${any()}, ${any()}, ${any()}, ${any()}, "nobody:knows"]) ${this.select(node(), 2)}`,
      () => `${this.name('q')}: nodes(ids: $ids) ${this.select(node(), 2)}`,
      () => `${this.name('q')}: node(id: ${any()}) ${this.select(node(), 2)}`,
      () => `${this.name('q')}: entity(by: {id: ${any()}}) ${this.select(schema.getType('Entity')!, 2)}`,
      () => {
        const kind = this.random.pick([...kinds.values()]);
        const { args } = schema.getQueryType()!.getFields()[`${kind.many}Aggregate`]!;
        return `${this.name('q')}: ${kind.many}Aggregate${this.pageArguments(args)} ${this.select(schema.getType(`${kind.name}Aggregate`)!, 2)}`;
      },
      () => {
        const kind = this.random.pick([...kinds.values()]);
        const name = `Query${kind.many[0]!.toUpperCase()}${kind.many.slice(1)}Connection`;
        const { args } = schema.getQueryType()!.getFields()[kind.many]!;
        return `${this.name('q')}: ${kind.many}${this.pageArguments(args)} ${this.select(schema.getType(name)!, 2)}`;
      },
    ];
  }
}

const walked = [...linkTypes.values()].filter(({ evidence }) => !evidence);

/** The id of a node or a link that may be in a random graph of `size` nodes. */
const randomId = (random: Random, size: number): string =>
  random.chance(0.06)
    ? `link:${random.pick(walked).name.toLowerCase()}-${random.int(12)}`
    : `${random.pick([...kinds.values()]).prefix}:n${random.int(size)}`;

/** A random operation over a random graph of `size` nodes. */
export function randomQuery(seed: number, size: number): RandomQuery {
  const random = createRandom(seed);
  const writer = new Writer(random);
  const query = writer.operation(writer.roots(size));
  const kind = () => random.pick([...kinds.values()]).name.toUpperCase();
  const ids = () => Array.from({ length: 1 + random.int(3) }, () => randomId(random, size));
  return {
    query,
    variables: [
      { size: 1 + random.int(3), some: [kind(), kind(), kind()], ids: ids() },
      // The same plan with other arguments, then another plan of the same document.
      { size: 4, some: null, text: random.pick(['Beta', '日本 1']), link: random.pick([...linkTypes.keys()]), ways: 'OUT', ids: ids() },
      { size: 2, yes: false, no: true, some: [kind()], text: 'alpha 2', link: random.pick([...linkTypes.keys()]), ways: 'IN', ids: ids() },
    ],
  };
}
