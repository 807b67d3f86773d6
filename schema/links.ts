/** The fields that lead along links: each a connection, a list or a node, on every kind that it is declared for. */
import type { InputFieldMap, TypeParam } from '@pothos/core';
import { type End, isKind } from '../model/kind.ts';
import type { LinkSide } from '../src/plan/extensions.ts';
import { type Arguments, builder, type Fields, type Types } from './builder.ts';
import { type Choices, defineConnection, nodeChoices, pageArguments } from './connection.ts';
import { capitalized, type LinkField, linkFieldNames, linkFieldsNamed, propertiesOf } from './fields.ts';
import { edgeFilterOf } from './filter.ts';
import { refOf } from './kind.ts';
import { edgeOrderOf } from './order.ts';

/** Of links, by their properties and what they lead to; where there is no link, by what is there alone. */
const choicesOf = (field: string, target: End, { linked }: LinkSide): Choices =>
  linked ? { where: edgeFilterOf(field), orderBy: edgeOrderOf(field) } : nodeChoices(target);

const distinctArgument = (t: Arguments) => ({
  distinct: t.arg.boolean({
    description:
      'Lists each node once, however many links lead to it. Pages, cursors and `totalCount` then count nodes, and the edges tell nothing of the links.',
  }),
});

/** Makes the GraphQL types and fields of all links declared so far. */
export function implementConnections(): void {
  for (const name of linkFieldNames()) {
    const same = linkFieldsNamed(name);
    const [first] = same as [LinkField];
    if (same.some((one) => one.target !== first.target || one.side.gives !== first.side.gives))
      throw new Error(`The field ${first.field} would have two types.`);
    const type = first.side.gives === 'page' ? connectionOf(same) : refOf(first.target);
    for (const one of same) addField(one, type);
  }
}

function connectionOf(same: readonly LinkField[]): TypeParam<Types> {
  const [{ field, target, evidence, side, edgeFields }] = same as [LinkField];
  return defineConnection(`${capitalized(field)}Connection`, {
    target,
    description: `A page of the field \`${field}\`: ${side.linked ? 'links and the nodes they lead to' : 'nodes'}, and what there is to tell of the whole list.`,
    properties: propertiesOf(same),
    linked: side.linked,
    claims: side.linked && !evidence,
    edgeFields,
  });
}

function addField(link: LinkField, type: TypeParam<Types>): void {
  const { on, field, description, side } = link;
  const define = (t: Fields) =>
    t.link({
      type,
      nullable: side.gives === 'one',
      description,
      args: side.gives === 'page' ? argumentsOf(t, link) : {},
      side,
      question: capitalized(field),
    });
  if (isKind(on)) builder.objectField(refOf(on), field, define);
  else builder.interfaceField(refOf(on), field, define);
}

const argumentsOf = (t: Arguments, { field, target, side, ownArguments }: LinkField): InputFieldMap => ({
  ...ownArguments?.(t),
  ...pageArguments(t, choicesOf(field, target, side), side.polymorphic),
  ...(side.linked ? distinctArgument(t) : {}),
});
