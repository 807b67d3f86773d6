/** What the page asks, as GraphQL; each can be asked in GraphiQL as it stands here. */

/** Claims that can bear a value: neither flagged, nor disputed and unlikely, nor known to be wrong. */
const SOUND = 'review: {ne: FLAGGED}, rank: {ne: DEPRECATED}, or: [{basis: {ne: DISPUTED}}, {confidence: {gte: 0.5}}]';

/** What a stated value rests on: asked for wherever its value is. */
const RESTS = `fragment Rests on StatedValue {
  property isProjected agreement independentSourceCount
  sound: claims(first: 1, where: {${SOUND}}) { nodes { id } }
  soundByOthers: claims(first: 1, where: {${SOUND}, not: {isSelfReported: {eq: true}}}) { nodes { id } }
}`;

const ENTITY = `fragment Entity on Entity {
  __typename id name type
  ... on Commitment { amount { value currency qualifier } ofAmount: values(property: "amount", limit: 1) { ...Rests } announcedOn startsOn }
  ... on Target { dueOn }
  ... on Observation { endsOn }
}
${RESTS}`;

const CLAIM = `fragment Claim on Claim {
  id statement basis rank review confidence isSelfReported
  attributedTo(first: 3) { nodes { id name } }
  evidence(first: 3) { edges { quote stance node { id title url publisher publishedOn } } }
}`;

const LINK = `fragment Link on Link {
  id type from { id } to { id } confidence sourceCount independentSourceCount contested since until role purpose
  byOthers: claims(first: 1, where: {not: {isSelfReported: {eq: true}}}) { nodes { id } }
}`;

/** Entities with all links among them. */
export const SCENE = `query Scene($ids: [ID!]!, $limit: Int!) {
  neighborhood(of: $ids, depth: 0, limit: $limit) { truncated reason nodes { ...Entity } links { ...Link } }
}
${ENTITY}
${LINK}`;

/** Which of these are entities: an id may also be that of a claim or a source. */
export const KNOWN = 'query Known($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { id } } }';

/** The nearest of some entities. */
export const NEAREST = `query Nearest($ids: [ID!]!, $limit: Int!, $types: [LinkType!], $kinds: [Kind!], $minConfidence: Float, $minSources: Int) {
  neighborhood(of: $ids, limit: $limit, types: $types, kinds: $kinds, minConfidence: $minConfidence, minSources: $minSources) { truncated nodes { id } }
}`;

/** Neighbors along links of one type and direction, some at a time. */
export const NEIGHBORS = `query Neighbors($id: ID!, $type: LinkType!, $direction: LinkDirection!, $after: String) {
  entity(by: {id: $id}) { links(types: [$type], direction: $direction, first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } }
}`;

/** The currencies that something is promised in. */
export const CURRENCIES = '{ commitmentTotals { currency } }';

/** What the page opens on where nothing is asked: the largest commitments of each currency, which cannot be compared, and some of those that state no amount. */
export const largestOf = (currencies: readonly string[], first: number): string =>
  `{ ${currencies.map((currency, i) => `of${i}: commitments(first: ${first}, orderBy: [{amount: DESC}], where: {amount: {currency: ${JSON.stringify(currency)}}}) { nodes { id } }`).join(' ')} others: commitments(first: ${first}, where: {amount: {isNull: true}}) { nodes { id } } }`;

/** From when there is something to be known. */
export const EARLIEST = `{
  claims(first: 1, orderBy: [{recordedAt: ASC}]) { nodes { recordedAt } }
  sources(first: 1, orderBy: [{publishedOn: ASC}], where: {publishedOn: {isNull: false}}) { nodes { publishedOn } }
}`;

export const SEARCH = `query Search($query: String!) {
  search(query: $query, first: 8) { edges { field snippet node { ...Entity } } }
}
${ENTITY}`;

const TARGET = `fragment Target on Target {
  id name quantity { value unit qualifier } dueOn progress onTrack
  ofTarget: values(limit: 12) { ...Rests }
  latest { ...Result }
}
fragment Result on Observation { id quantity { value unit qualifier } endsOn values(limit: 12) { ...Rests } }`;

/** Where a commitment stands, with the latest results of all that it aims at: what its delivery rests on. */
const STANDING = `fragment Standing on Commitment {
  delivery isOverdue endsOn amount { value currency qualifier }
  ofCommitment: values(limit: 40) { ...Rests }
  targets(first: 20) { nodes { ...Target } }
  paid: observations(first: 1, orderBy: [{node: {endsOn: DESC}}]) { nodes { ...Result } }
}`;

export const DETAILS = `query Details($id: ID!) {
  entity(by: {id: $id}) {
    ...Entity
    summary
    names { value language kind }
    identifiers { scheme value url }
    linkCounts { type direction count }
    unknowns(limit: 20) { property reason }
    values(limit: 60) {
      ...Rests rank
      value { ... on Money { value currency qualifier } ... on Quantity { value unit qualifier } ... on DateValue { date: value } ... on TextValue { text: value } }
      claims(first: 5) { totalCount nodes { ...Claim } }
    }
    ... on Commitment { statement ...Standing }
    ... on Target { ...Target commitment { id ...Standing } }
  }
}
${ENTITY}
${CLAIM}
${TARGET}
${STANDING}`;

/** The links of an entity, each with its evidence. */
export const LINKS = `query Links($id: ID!, $after: String) {
  entity(by: {id: $id}) {
    links(first: 25, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { direction node { ...Entity } link { id type role purpose confidence contested sourceCount independentSourceCount since until } claims(first: 3) { totalCount nodes { ...Claim } } }
    }
  }
}
${ENTITY}
${CLAIM}`;

export const PATHS = `query Paths($from: ID!, $to: ID!, $types: [LinkType!], $kinds: [Kind!], $minConfidence: Float, $minSources: Int) {
  paths(from: $from, to: $to, limit: 5, types: $types, kinds: $kinds, minConfidence: $minConfidence, minSources: $minSources) {
    truncated reason
    paths {
      length confidence weakestHop { link { id } }
      nodes { ...Entity }
      hops { direction link { id type role purpose confidence contested sourceCount independentSourceCount claims(first: 3) { totalCount nodes { ...Claim } } } }
    }
  }
}
${ENTITY}
${CLAIM}`;

export const COMMON = `query Common($of: [ID!]!, $types: [LinkType!], $kinds: [Kind!], $minConfidence: Float, $minSources: Int) {
  commonPartners(of: $of, types: $types, kinds: $kinds, minConfidence: $minConfidence, minSources: $minSources) {
    truncated reason
    partners { node { ...Entity } links { id type } }
  }
}
${ENTITY}`;

export const COMMUNITIES = '{ communities(limit: 12) { size members(limit: 2000) { id } } }';

/** What each party promised, and how many of its promises state a firm amount: agreed on, by somebody else's word, not flagged. */
export const TOTALS = `{
  all: commitmentTotals(by: ACCOUNTABLE) { key currency minimum maximum counted }
  firm: commitmentTotals(by: ACCOUNTABLE, where: {
    values: {some: {property: {eq: "amount"}, isProjected: {eq: true}, independentSourceCount: {gte: 1}, agreement: {ne: CONTESTED}, confidence: {gte: 0.5}}}
  }) { key currency counted }
}`;

/** The claims of each stated value of some entities: their ids, and how many there are. */
export const STATED = `query Stated($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Entity {
      id
      values(limit: 100) {
        ...Rests confidence since until
        value { ... on Money { value currency qualifier } ... on Quantity { value unit qualifier } ... on DateValue { date: value } ... on TextValue { text: value } }
        claims(first: 20) { totalCount nodes { id } }
      }
    }
  }
}
${RESTS}`;

/** The claims of some links: their ids, and how many there are. */
export const LINKED =
  'query Linked($ids: [ID!]!) { nodes(ids: $ids) { ... on Link { id claims(first: 50) { totalCount nodes { id } } } } }';

/** Claims in full, with their quotes and sources. */
export const CLAIMED = `query Claimed($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Claim {
      id statement basis rank review confidence isSelfReported
      attributedTo(first: 10) { nodes { name } }
      evidence(first: 10) { edges { quote stance node { id title url publisher publishedOn language licence } } }
    }
  }
}`;

/** The documents that what is on the screen rests on. */
export const SOURCES = `query Sources($ids: [ID!]!, $limit: Int!, $most: Int!) {
  neighborhood(of: $ids, depth: 0, limit: $limit) {
    links { id claims(first: $most) { nodes { evidence(first: $most) { nodes { id title url publisher publishedOn } } } } }
  }
}`;
