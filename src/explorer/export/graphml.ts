/** The picture as GraphML 1.0, for yEd, Gephi, igraph and the like. */
import { type Entity, type Link, type Picture, SYMMETRIC } from '../graph.ts';
import { DECLARATION, ENTITY_TYPES, element, entityValues, escapeXml, LINK_TYPES, type Types, type Value } from './xml.ts';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';
const ROOT = {
  xmlns: NAMESPACE,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd`,
};
const NODE_TYPES: Types = { name: 'string', ...ENTITY_TYPES, x: 'double', y: 'double', color: 'string', size: 'double' };
const EDGE_TYPES: Types = { type: 'string', ...LINK_TYPES };

/** One GraphML document. */
export function toGraphml(picture: Picture): string {
  const graph = element('graph', { id: 'picture', edgedefault: 'directed' }, [
    element('desc', {}, [escapeXml(`${picture.title}\n${picture.url}`)]),
    ...picture.entities.map((entity) => nodeOf(entity, picture)),
    ...picture.links.map(edgeOf),
  ]);
  return `${DECLARATION}${element('graphml', ROOT, [...keysOf('node', NODE_TYPES), ...keysOf('edge', EDGE_TYPES), graph])}\n`;
}

function nodeOf(entity: Entity, { positions, looks }: Picture): string {
  const { id, name } = entity;
  const { x = null, y = null } = positions.get(id) ?? {};
  const { color = null, size = null } = looks.get(id) ?? {};
  return element('node', { id }, dataOf('node', NODE_TYPES, { name, ...entityValues(entity), x, y, color, size }));
}

function edgeOf(link: Link): string {
  const { id, type, from: source, to: target } = link;
  return element('edge', { id, source, target, directed: SYMMETRIC.has(type) ? false : null }, dataOf('edge', EDGE_TYPES, { ...link }));
}

const keysOf = (target: string, types: Types): string[] =>
  Object.entries(types).map(([name, type]) =>
    element('key', { id: `${target}.${name}`, for: target, 'attr.name': name, 'attr.type': type }),
  );

const dataOf = (target: string, types: Types, values: Readonly<Record<string, Value>>): string[] =>
  Object.keys(types).flatMap((name) => {
    const value = values[name] ?? null;
    return value === null ? [] : element('data', { key: `${target}.${name}` }, [escapeXml(String(value))]);
  });
