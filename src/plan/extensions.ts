/** What the planner reads off a GraphQL field: the schema writes these extensions, nothing else decides what a statement reads. */
import type { Census, Spread } from './census.ts';
import type { Arguments } from './clause.ts';
import type { Context } from './context.ts';
import type { Fail } from './filter.ts';
import type { Term } from './order.ts';
import type { AsOf, Time } from './time.ts';

/** The variables of a link's pattern in a statement; `edge` is the link above, for fields that hang on a link. */
export interface PatternNames {
  readonly from: string;
  readonly edge: string;
  readonly link: string;
  readonly to: string;
  /** The types of link, as Cypher writes them; of any type where it is empty. */
  readonly types?: string;
  readonly time: Time;
}

/** What a condition or a gathered value is made of, beside the variables. */
export interface Making {
  readonly time: Time;
  /** The day on which it is asked: a value to be added, never a part of the text. */
  readonly today: string;
  /** Takes a value and gives the parameter that stands for it. */
  readonly add: (value: unknown) => string;
  /** Refuses an argument, or the value of a filter, saying why. */
  readonly fail: (argument: string) => Fail;
}

/** How an input field of a filter chooses. */
export type Condition =
  | { readonly by: 'logic' }
  /** The node at the other end of a link. */
  | { readonly by: 'node' }
  /** `some`, `none`, `every`, `single`, or the `count` of the links of a side. */
  | { readonly by: 'links'; readonly side: LinkSide }
  /** The sum of the amounts that the links of a side lead to: in the columns of the number and of its currency or unit. */
  | { readonly by: 'sum'; readonly columns: readonly [number: string, unit: string] }
  /** Computed of a node, or of a link. */
  | {
      readonly by: 'derived';
      readonly of: 'node' | 'link';
      readonly text: (variable: string, given: unknown, making: Making) => string;
      /** How many rows it looks at for each. */
      readonly reads: (census: Census) => number;
    }
  | {
      readonly by: 'value';
      readonly sort: 'value' | 'date' | 'amount' | 'list' | 'records' | 'kind';
      readonly of: 'node' | 'link';
      readonly columns: readonly string[];
      /** What the columns of records hold. */
      readonly fields?: readonly string[];
    };

/** What a field of an aggregate measures. */
export type Measure =
  | { readonly by: 'count' }
  /** How many nodes there are, however many links lead to each. */
  | { readonly by: 'nodeCount' }
  | { readonly by: 'number'; readonly of: 'node' | 'link'; readonly column: string }
  /** Amounts by currency or unit: the columns of the number and of the unit. */
  | { readonly by: 'amount'; readonly columns: readonly string[] }
  /** How often each value occurs, of the column that the argument `by` names, or else of the type. */
  | { readonly by: 'facet'; readonly facets: Readonly<Record<string, FacetColumn>> };

/** A column by whose values what is in a list can be counted. */
export interface FacetColumn {
  readonly of: 'node' | 'link';
  readonly column: string;
  readonly isList: boolean;
}

/** A column as lists are ordered by it. */
export interface OrderColumn {
  readonly column: string;
  readonly as: 'text' | 'number' | 'flag';
  readonly isNullable: boolean;
}

/** What an input field of an order means. */
export type Ordering =
  | { readonly by: 'node' }
  | { readonly by: 'linkCount' }
  /** By what the links of a side lead to. */
  | { readonly by: 'links'; readonly side: LinkSide }
  | { readonly by: 'value'; readonly of: 'node' | 'link'; readonly columns: readonly OrderColumn[] };

/** A subquery without its brackets: of the variable `from`, and returning `slot`. */
export type Gathering = (from: string, slot: string) => string;

/** How a field leads from a node, or from a link, to other nodes. One object a link type and direction: the planner tells twins by identity. */
export interface LinkSide {
  /** The pattern as Cypher. */
  readonly match: (names: PatternNames) => string;
  /** How many rows it looks at. */
  readonly reads: (census: Census) => Spread;
  /** Its part that stands alone in a filter; only where there is a link. */
  readonly pattern?: (names: Omit<PatternNames, 'edge' | 'time'>) => string;
  /** The variables of the surroundings that the pattern uses. */
  readonly scope: readonly ('from' | 'edge')[];
  /** In place of a pattern: what the field is, as a value that the text returns as `slot`. */
  readonly gather?: (given: Arguments, making: Making) => Gathering;
  /** What a gathered value is to a client. */
  readonly gathered?: (held: unknown) => unknown;
  /** What stood once is given too, whether it still does or not. */
  readonly regardless?: boolean;
  /** What else its arguments ask of the other end. */
  readonly conditions?: (node: string, given: Arguments, making: Making, on: ReadonlySet<string>) => readonly string[];
  /** Types of link that are read both ways, where the pattern leads along links of any type. */
  readonly symmetric?: readonly string[];
  /** Whether the pattern binds `link`; otherwise there is only the node at the other end. */
  readonly linked: boolean;
  /** Whether it binds `link` to what is told of the node, which is no link. */
  readonly carries?: boolean;
  /** The text of the other end by which it is ordered, where `usual` says no other terms. */
  readonly order: string;
  readonly usual?: (node: string, time: Time, link: string) => readonly Term[];
  /** How many there may be, where all are read at once. */
  readonly most?: number;
  /** A connection, a list of all there are up to a bound, or a single node. */
  readonly gives: 'page' | 'list' | 'one';
  /** Whether the other end may be of several kinds, so that `kinds` chooses. */
  readonly polymorphic: boolean;
}

/** How a root field finds its nodes: by keys, or page by page over all of a label. */
export type Root =
  | {
      readonly by: 'keys';
      /** The pattern as Cypher, for keys that these labels may have. */
      match(labels: ReadonlySet<string>, time: Time): string;
      readonly many: boolean;
      /** Whether links are found, as `r0`, in place of nodes, `n0`. */
      readonly ofLinks?: boolean;
      /** How those of its keys are found that are ids of links. */
      readonly links?: Root;
      keys(args: Record<string, unknown>): readonly string[];
    }
  | {
      readonly by: 'page';
      readonly side: LinkSide;
      /** What has to be known before the statement runs: it stands among its parameters. */
      readonly prepare?: (args: Record<string, unknown>, context: Context, asOf: AsOf) => Promise<Record<string, unknown>>;
      /** What is gathered along. */
      readonly beside?: LinkSide;
      /** Columns that are read whatever is selected. */
      readonly columns?: readonly string[];
    };

/** The part of a connection, edge or node that a field is, where it is no property of it. */
export type Part = 'edges' | 'nodes' | 'node' | 'link' | 'cursor' | 'pageInfo' | 'totalCount' | 'nodeCount' | 'aggregate' | 'version';

declare module 'graphql' {
  interface GraphQLObjectTypeExtensions<_TSource, _TContext> {
    /** Whether it is a link: nodes are never of this type, whatever interface they share. */
    isLink?: boolean;
  }
  interface GraphQLInputFieldExtensions {
    condition?: Condition;
    order?: Ordering;
  }
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    link?: LinkSide;
    root?: Root;
    part?: Part;
    measure?: Measure;
    /** The columns that a property is made of, and what it makes of their values. */
    columns?: readonly string[];
    decode?: (values: readonly unknown[]) => unknown;
    /** The question a connection answers: enters every cursor, so that a cursor of another question is refused. */
    question?: string;
  }
}
