/** Our plugin of Pothos: fields that the planner reads. What the types of Pothos cannot say of them is cast here, and nowhere else. */
import { type FieldKind, type FieldRef, type InputFieldMap, RootFieldBuilder, type SchemaTypes, type TypeParam } from '@pothos/core';
import type { GraphQLFieldExtensions, GraphQLResolveInfo } from 'graphql';
import { columnsOf, type Property } from '../model/property.ts';
import type { Row } from '../src/engine/engine.ts';
import type { Context } from '../src/plan/context.ts';
import type { LinkSide, Measure, Part, Root } from '../src/plan/extensions.ts';
import { resolveKeys, resolvePage, resolveShaped } from '../src/plan/resolve.ts';
import { entities, entity, links } from '../src/traverse/asking.ts';
import type { Joined } from '../src/traverse/find-neighborhood.ts';

/** What every field has. */
interface Shown<Types extends SchemaTypes> {
  readonly type: TypeParam<Types>;
  readonly description: string;
  readonly nullable?: boolean | { readonly list: boolean; readonly items: boolean };
  readonly args?: InputFieldMap;
}

type PageRoot = Omit<Extract<Root, { by: 'page' }>, 'by'>;

declare global {
  namespace PothosSchemaTypes {
    interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** A field that leads along links, or is computed of a node. */
      link(options: Shown<Types> & { side: LinkSide; question?: string }): FieldRef<Types>;
      /** A field of a row: what its columns make, or the first of them. */
      columns(options: Shown<Types> & { columns: readonly string[]; decode?: (values: readonly unknown[]) => unknown }): FieldRef<Types>;
      /** A property of the model. */
      property(options: { name: string; property: Property; type: TypeParam<Types> }): FieldRef<Types>;
      /** A part of a connection, an edge or a node. */
      part(options: Shown<Types> & { part: Part; resolve?: Resolve }): FieldRef<Types>;
      /** A field of an aggregate. */
      measure(options: Shown<Types> & { measure: Measure }): FieldRef<Types>;
      /** A root field that reads all nodes of a label, page by page. */
      page(options: Shown<Types> & { root: PageRoot; question?: string; part?: Part; resolve?: Resolve }): FieldRef<Types>;
      /** A root field that finds nodes by keys. */
      keys(options: Shown<Types> & { root: Root }): FieldRef<Types>;
      /** An entity that a resolver found, by its id. */
      entity(options: Shown<Types> & Found<ParentShape, string>): FieldRef<Types>;
      /** Entities that a resolver found, by their ids. */
      entities(options: Shown<Types> & Found<ParentShape, readonly string[]>): FieldRef<Types>;
      /** A link that a resolver found. */
      foundLink(options: Shown<Types> & Found<ParentShape, Joined>): FieldRef<Types>;
      /** Links that a resolver found. */
      foundLinks(options: Shown<Types> & Found<ParentShape, readonly Joined[]>): FieldRef<Types>;
    }
  }
}

/** What a resolver found: its ids, or the links themselves. */
interface Found<Parent, What> {
  readonly found: (parent: Parent, args: Row) => What;
}

/** A resolver, whatever it is of. */
type Resolve = (parent: never, args: never, context: Context, info: GraphQLResolveInfo) => unknown;
type Extensions = GraphQLFieldExtensions<unknown, unknown>;
type Builder = PothosSchemaTypes.RootFieldBuilder<SchemaTypes, unknown, FieldKind>;
type Ours = 'link' | 'columns' | 'property' | 'part' | 'measure' | 'page' | 'keys' | 'entity' | 'entities' | 'foundLink' | 'foundLinks';

/** The one cast: our resolvers return rows, which Pothos would tell apart by the types that are made of them. */
const make = (t: Builder, options: Shown<SchemaTypes>, extensions: Extensions, resolve: Resolve): FieldRef<SchemaTypes> =>
  t.field({ ...options, extensions, resolve } as never) as FieldRef<SchemaTypes>;

const first = ([value]: readonly unknown[]): unknown => value ?? null;

const fields: Pick<Builder, Ours> & ThisType<Builder> = {
  link({ side, question, ...options }) {
    return make(this, options, { link: side, ...(question && { question }) }, resolveShaped);
  },
  columns({ columns, decode = first, ...options }) {
    return make(this, options, { columns, decode }, resolveShaped);
  },
  property({ name, property, type }) {
    const { list, required, description, decode } = property;
    return this.columns({ type, nullable: !required && !list, description, columns: columnsOf(name, property), decode });
  },
  part({ part, resolve = resolveShaped, ...options }) {
    return make(this, options, { part, ...(part === 'nodeCount' && { measure: { by: 'nodeCount' } }) }, resolve);
  },
  measure({ measure, ...options }) {
    return make(this, options, { measure }, resolveShaped);
  },
  page({ root, question, part, resolve = resolvePage, ...options }) {
    return make(this, options, { root: { by: 'page', ...root }, ...(question && { question }), ...(part && { part }) }, resolve);
  },
  keys({ root, ...options }) {
    return make(this, options, { root }, resolveKeys);
  },
  entity({ found, ...options }) {
    return make(this, options, {}, (parent, args, context, info) => entity(found(parent, args), context, info));
  },
  entities({ found, ...options }) {
    return make(this, options, {}, (parent, args, context, info) => entities(found(parent, args), context, info));
  },
  foundLink({ found, ...options }) {
    return make(this, options, {}, async (parent, args, context, info) => (await links([found(parent, args)], context, info))[0]);
  },
  foundLinks({ found, ...options }) {
    return make(this, options, {}, (parent, args, context, info) => links(found(parent, args), context, info));
  },
};
Object.assign(RootFieldBuilder.prototype, fields);
