/** What is claimed of an entity, as patterns and conditions: its stated values, what is not known, and who stands behind it. */
import { kinds } from '../../model/kinds.ts';
import type { Condition, LinkSide } from './extensions.ts';
import { ascending } from './order.ts';
import { gathering } from './patterns.ts';

/** How an entity leads to what claims state of it, or to what it lacks. */
const stating = (type: 'STATES' | 'LACKS', conditions?: LinkSide['conditions']): LinkSide => {
  const pattern: LinkSide['pattern'] = ({ from, link, to }) => `(${from})-[${link}:${type}]->(${to}:StatedValue)`;
  return {
    match: ({ from, to }) => `MATCH ${pattern({ from, link: '', to })}`,
    pattern,
    reads: (census) => census.spread(type, 'OUT'),
    ...(conditions && { conditions }),
    scope: ['from'],
    linked: false,
    order: 'property',
    usual: (node, { read }) => [ascending(read(node, 'property')), ascending(read(node, 'position'))],
    gives: 'list',
    polymorphic: false,
  };
};

/** The properties of these kinds that claims state values of. */
const statedBy = (on: ReadonlySet<string>): string[] => [
  ...new Set(
    [...kinds.values()]
      .filter(({ name }) => on.has(name))
      .flatMap(({ properties }) => Object.keys(properties).filter((name) => properties[name]!.stated)),
  ),
];

/** Every value claimed, the one that stands first of each property; of one property where that is asked. */
export const statedValues = stating('STATES', (node, { property }, { add, fail, time }, on) => {
  if (property == null) return [];
  const known = statedBy(on);
  if (!known.includes(property as string))
    fail('property')(
      'BAD_USER_INPUT',
      `is not a stated value of ${[...on].join(', ')}: ${known.length ? `only ${known.join(', ')}` : 'there is none'}`,
    );
  return [`${time.read(node, 'property')} = ${add(property)}`];
});

/** The properties that are not known, where it is known why. */
export const lackedValues = stating('LACKS');

/** Why a property is not known on the day of asking: what is to be observed of a target is to be seen by its due date. */
export const lackedBecause = gathering(
  (_, { add, today, time: { read } }) => {
    const day = add(today);
    return (from, slot) => {
      const judged = `CASE WHEN ${read(from, 'due')} + '~' < ${day} THEN 'NO_EVIDENCE_FOUND' ELSE 'NOT_YET_DUE' END`;
      return `RETURN CASE ${read(from, 'reason')} WHEN 'BY_DUE_DATE' THEN ${judged} ELSE ${read(from, 'reason')} END AS ${slot}`;
    };
  },
  (held) => held,
  () => 0,
);

/** At least so many distinct origins say so that are not part of what is stated. */
export const minSources = (of: 'node' | 'link'): Condition => ({
  by: 'derived',
  of,
  text: (variable, given, { add, time }) => `${time.read(variable, 'independentSourceCount')} >= ${add(given)}`,
  reads: () => 0,
});

/** A source of one of these sorts says so. */
export const sourceTypes = (of: 'node' | 'link'): Condition => ({
  by: 'derived',
  of,
  text: (variable, given, { add, time }) => {
    const words = (given as readonly string[]).map((word) => ` ${word} `);
    return `any(word IN ${add(words)} WHERE ${time.read(variable, 'sourceTypes')} CONTAINS word)`;
  },
  reads: () => 0,
});
