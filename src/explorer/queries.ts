/** What the page asks, as GraphQL; each can be asked in GraphiQL as it stands here. */

const ENTITY = `fragment Entity on Entity {
  __typename id name type
  ... on Commitment { amount { value currency } announcedOn startsOn }
  ... on Target { dueOn }
  ... on Observation { endsOn }
}`;

const CLAIM = `fragment Claim on Claim {
  id statement basis rank confidence isSelfReported
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
  search(query: $query, first: 8) { edges { field snippet node { __typename id name } } }
}`;

const TARGET = `fragment Target on Target {
  id name quantity { value unit qualifier } dueOn progress onTrack
  latest { id quantity { value unit } endsOn }
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
      property isProjected agreement rank independentSourceCount
      value { ... on Money { value currency qualifier } ... on Quantity { value unit qualifier } ... on DateValue { date: value } ... on TextValue { text: value } }
      claims(first: 5) { totalCount nodes { ...Claim } }
    }
    ... on Commitment { statement endsOn delivery isOverdue targets(first: 20) { nodes { ...Target } } }
    ... on Target { ...Target commitment { id name delivery isOverdue } }
  }
}
${ENTITY}
${CLAIM}
${TARGET}`;

/** The links of an entity, each with its evidence. */
export const LINKS = `query Links($id: ID!, $after: String) {
  entity(by: {id: $id}) {
    links(first: 25, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { direction node { ...Entity } link { id type role purpose confidence contested independentSourceCount since until } claims(first: 3) { totalCount nodes { ...Claim } } }
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
      hops { direction link { id type role purpose confidence contested claims(first: 3) { totalCount nodes { ...Claim } } } }
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

export const TOTALS = '{ commitmentTotals(by: ACCOUNTABLE) { key currency maximum } }';

/** The documents that what is on the screen rests on. */
export const SOURCES = `query Sources($ids: [ID!]!, $limit: Int!, $most: Int!) {
  neighborhood(of: $ids, depth: 0, limit: $limit) {
    links { id claims(first: $most) { nodes { evidence(first: $most) { nodes { id title url publisher publishedOn } } } } }
  }
}`;
