/** The picture as GraphML 1.0, for networkx, igraph, yEd, Gephi and the like: every link is directed, since some read no mixed graph. */
import type { Entity, Link } from '../graph.ts';
import { aboutLines, aboutOf, type Fact, type Types } from './facts.ts';
import { EDGE_TYPES, edgeFacts, NODE_TYPES, nodeFacts } from './graph-facts.ts';
import type { Picture } from './picture.ts';
import { DECLARATION, element, escapeXml } from './xml.ts';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';
const ROOT = {
  xmlns: NAMESPACE,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd`,
};
const DRAWN_TYPES: Types = { name: 'string', label: 'string', ...NODE_TYPES, x: 'double', y: 'double', color: 'string', size: 'double' };

/** One GraphML document. */
export function toGraphml(picture: Picture): string {
  const about = aboutOf(picture);
  const aboutTypes: Types = Object.fromEntries(Object.keys(about).map((name) => [name, 'string']));
  const graph = element('graph', { id: 'picture', edgedefault: 'directed' }, [
    element('desc', {}, [escapeXml(aboutLines(picture).join('\n'))]),
    ...dataOf('graph', aboutTypes, about),
    ...picture.entities.map((entity) => nodeOf(entity, picture)),
    ...picture.links.map((link) => edgeOf(link, picture)),
  ]);
  const keys = [...keysOf('graph', aboutTypes), ...keysOf('node', DRAWN_TYPES), ...keysOf('edge', EDGE_TYPES)];
  return `${DECLARATION}${element('graphml', ROOT, [...keys, graph])}\n`;
}

function nodeOf(entity: Entity, picture: Picture): string {
  const { id, name } = entity;
  const { x = null, y = null } = picture.positions.get(id) ?? {};
  const { color = null, size = null } = picture.looks.get(id) ?? {};
  const facts = { name, label: name, ...nodeFacts(entity, picture), x, y, color, size };
  return element('node', { id }, dataOf('node', DRAWN_TYPES, facts));
}

function edgeOf(link: Link, picture: Picture): string {
  const { id, from: source, to: target } = link;
  return element('edge', { id, source, target }, dataOf('edge', EDGE_TYPES, edgeFacts(link, picture)));
}

const keysOf = (target: string, types: Types): string[] =>
  Object.entries(types).map(([name, type]) =>
    element('key', { id: `${target}.${name}`, for: target, 'attr.name': name, 'attr.type': type }),
  );

const dataOf = (target: string, types: Types, values: Readonly<Record<string, Fact>>): string[] =>
  Object.keys(types).flatMap((name) => {
    const value = values[name] ?? null;
    return value === null ? [] : element('data', { key: `${target}.${name}` }, [escapeXml(String(value))]);
  });
