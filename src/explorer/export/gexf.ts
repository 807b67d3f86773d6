/** The picture as GEXF 1.2, for Gephi, with the positions, colors and sizes of the screen, and networkx, which reads no later version: every link is directed, since some read no mixed graph. */
import type { Entity, Link } from '../graph.ts';
import { aboutLines, type Fact, type Types } from './facts.ts';
import { EDGE_TYPES, edgeFacts, NODE_TYPES, nodeFacts } from './graph-facts.ts';
import type { Picture } from './picture.ts';
import { DECLARATION, element, escapeXml } from './xml.ts';

const NAMESPACE = 'http://www.gexf.net/1.2draft';
const ROOT = { xmlns: NAMESPACE, 'xmlns:viz': `${NAMESPACE}/viz`, version: '1.2' };

/** One GEXF document. */
export function toGexf(picture: Picture): string {
  const description = element('description', {}, [escapeXml(aboutLines(picture).join('\n'))]);
  const meta = element('meta', { lastmodifieddate: picture.madeOn }, [element('creator', {}, ['Pledgegraph']), description]);
  const graph = element('graph', { defaultedgetype: 'directed', idtype: 'string', mode: 'static' }, [
    attributesOf('node', NODE_TYPES),
    attributesOf('edge', EDGE_TYPES),
    element(
      'nodes',
      {},
      picture.entities.map((entity) => nodeOf(entity, picture)),
    ),
    element(
      'edges',
      {},
      picture.links.map((link) => edgeOf(link, picture)),
    ),
  ]);
  return `${DECLARATION}${element('gexf', ROOT, [meta, graph])}\n`;
}

function nodeOf(entity: Entity, picture: Picture): string {
  const { positions, looks } = picture;
  const [position, look] = [positions.get(entity.id), looks.get(entity.id)];
  return element('node', { id: entity.id, label: entity.name }, [
    attvaluesOf(NODE_TYPES, nodeFacts(entity, picture)),
    ...(look ? colorOf(look.color) : []),
    ...(position ? [element('viz:position', { x: position.x, y: position.y })] : []),
    ...(look ? [element('viz:size', { value: look.size })] : []),
  ]);
}

function edgeOf(link: Link, picture: Picture): string {
  const { id, type, from: source, to: target } = link;
  // Gephi keeps apart links between the same ends by their kind.
  return element('edge', { id, source, target, kind: type, label: type }, [attvaluesOf(EDGE_TYPES, edgeFacts(link, picture))]);
}

/** In numbers, which every reader knows; a color that is not written in hexadecimal digits is left out. */
function colorOf(color: string): string[] {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1];
  if (!digits) return [];
  const [r, g, b] = digits.match(digits.length === 3 ? /./g : /../g)!.map((channel) => Number.parseInt(channel.padStart(2, channel), 16));
  return [element('viz:color', { r: r!, g: g!, b: b! })];
}

const attributesOf = (target: string, types: Types): string =>
  element(
    'attributes',
    { class: target },
    Object.entries(types).map(([name, type]) => element('attribute', { id: name, title: name, type: type === 'int' ? 'integer' : type })),
  );

const attvaluesOf = (types: Types, values: Readonly<Record<string, Fact>>): string =>
  element(
    'attvalues',
    {},
    Object.keys(types)
      .filter((name) => (values[name] ?? null) !== null)
      .map((name) => element('attvalue', { for: name, value: values[name]! })),
  );
