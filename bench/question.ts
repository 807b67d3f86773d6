/** What is asked, in the words of each server: the question that is measured, and shapes that nobody has asked before. */
import { createRandom, type Random } from '../test/support/random.ts';

/** One link to follow: how many nodes, which fields of them, and what below. */
interface Branch {
  readonly link: 'partners' | 'agencies' | 'commitments' | 'parties';
  readonly alias: string;
  readonly first: number;
  readonly fields: readonly string[];
  readonly below: readonly Branch[];
}
/** A question about organizations given by id. */
export type Shape = Pick<Branch, 'fields' | 'below'>;

/** Five roots with ten partners, their five commitments, and five agencies. */
export const QUESTION: Shape = {
  fields: ['id', 'name', 'country'],
  below: [
    {
      link: 'partners',
      alias: 'partners',
      first: 10,
      fields: ['id', 'name', 'country'],
      below: [{ link: 'commitments', alias: 'commitments', first: 5, fields: ['id', 'name', 'announcedOn'], below: [] }],
    },
    { link: 'agencies', alias: 'agencies', first: 5, fields: ['id', 'name'], below: [] },
  ],
};

const KINDS = { partners: 'Organization', agencies: 'Agency', commitments: 'Commitment', parties: 'Organization' } as const;

/** The shape as this server is asked. */
export function askUs({ fields, below }: Shape): string {
  const ofNode = (branch: Shape): string => `${branch.fields.join(' ')} ${branch.below.map(ofBranch).join(' ')}`;
  function ofBranch(branch: Branch): string {
    const kind = KINDS[branch.link];
    const field = branch.link === 'agencies' ? 'partners' : branch.link;
    const [open, kinds, close] = kind === 'Commitment' ? ['', '', ''] : [`... on ${kind} {`, `, kinds: [${kind.toUpperCase()}]`, '}'];
    const order = kind === 'Commitment' ? ', orderBy: [{ node: { name: ASC } }]' : '';
    return `${branch.alias}: ${field}(first: ${branch.first}${kinds}${order}) { nodes { ${open} ${ofNode(branch)} ${close} } }`;
  }
  return `query ($ids: [ID!]!) { organizations: nodes(ids: $ids) { ... on Organization { ${ofNode({ fields, below })} } } }`;
}

/** The shape as @neo4j/graphql is asked, in plain lists: its connections take longer. */
export function askNeo4jGraphql(shape: Shape): string {
  const sort = 'sort: [{ name: ASC }, { id: ASC }]';
  const ofNode = (branch: Shape): string => `${branch.fields.join(' ')} ${branch.below.map(ofBranch).join(' ')}`;
  const ofBranch = (branch: Branch): string => `${branch.alias}: ${branch.link}(limit: ${branch.first}, ${sort}) { ${ofNode(branch)} }`;
  return `query ($ids: [ID!]!) { organizations(where: { id: { in: $ids } }, sort: [{ id: ASC }]) { ${ofNode(shape)} } }`;
}

const FIELDS = {
  Organization: ['name', 'country', 'type', 'summary'],
  Agency: ['name', 'country', 'level', 'type'],
  Commitment: ['name', 'announcedOn', 'strength', 'statement', 'type'],
} as const;
const LINKS = { Organization: ['partners', 'agencies', 'commitments'], Agency: ['partners'], Commitment: ['parties'] } as const;

function randomShape(random: Random, kind: keyof typeof FIELDS, depth: number): Shape {
  const fields = ['id', ...FIELDS[kind].filter(() => random.chance(0.5))];
  const count = depth === 0 ? 0 : 1 + random.int(2);
  const below = Array.from({ length: count }, (_, i): Branch => {
    const link = random.pick(LINKS[kind] as readonly Branch['link'][]);
    return { link, alias: `b${i}`, first: 1 + random.int(5), ...randomShape(random, KINDS[link], depth - 1) };
  });
  return { fields, below };
}

const textOf = (shape: Shape): string => JSON.stringify(shape, (key, value) => (key === 'first' ? undefined : value));

/** Shapes of up to three links in a row, each one once. */
export function randomShapes(count: number, seed: number): Shape[] {
  const random = createRandom(seed);
  const shapes = new Map<string, Shape>();
  while (shapes.size < count) {
    const shape = randomShape(random, 'Organization', 2 + random.int(2));
    shapes.set(textOf(shape), shape);
  }
  return [...shapes.values()];
}
