/** Every closed list of words in the model, each value with its meaning. */
import { builder } from './builder.ts';
import { defineOperators, EQUALS, type FilterRef } from './operators.ts';

/** An enumeration: its GraphQL type and the words a seed may use. */
export interface Enumeration<Word extends string = string> {
  readonly ref: ReturnType<typeof defineRef>;
  readonly words: readonly [Word, ...Word[]];
  /** Chooses by it; made when it is first asked for, since not every enumeration is chosen by. */
  readonly filter: FilterRef;
}

function defineRef(name: string, description: string, meanings: Record<string, string>) {
  const values = Object.fromEntries(Object.entries(meanings).map(([word, meaning]) => [word, { description: meaning }]));
  return builder.enumType(name, { description, values });
}

/** Declares an enumeration once, for GraphQL and for seeds. */
export function defineEnum<Word extends string>(name: string, description: string, meanings: Record<Word, string>): Enumeration<Word> {
  const ref = defineRef(name, description, meanings);
  let filter: FilterRef | undefined;
  return {
    ref,
    words: Object.keys(meanings) as [Word, ...Word[]],
    get filter() {
      filter ??= defineOperators(`${name}Filter`, ref, `Compares words of ${name}.`, EQUALS);
      return filter;
    },
  };
}

export const EntityType = defineEnum('EntityType', 'What sort of thing an entity is; each value says which kinds may have it.', {
  COMPANY: 'Organization: a business.',
  UNIVERSITY: 'Organization: a university or research institution.',
  UNION: 'Organization: a trade union.',
  NONPROFIT: 'Organization: a body that works for no profit.',
  CONSORTIUM: 'Organization: several bodies that act as one.',
  MINISTRY: 'Agency: a ministry or department of state.',
  OFFICE: 'Agency: an office of the executive.',
  POLICE: 'Agency: a police body.',
  REGULATOR: 'Agency: a body that supervises others.',
  GOVERNMENT: 'Agency: a government as a whole.',
  UNIT: 'Organization or Agency: a part of another body, known by a name of its own.',
  TRAINING: 'Program or Commitment: people are to learn something.',
  GRANT: 'Program or Commitment: money given for work that others choose.',
  FELLOWSHIP: 'Program or Commitment: support of individual researchers.',
  INFRASTRUCTURE: 'Program or Commitment: data centres, computing, networks.',
  SECURITY: 'Program or Commitment: security, also against cybercrime.',
  RESEARCH: 'Program or Commitment: research and development.',
  FINANCIAL: 'Commitment: a sum of money.',
  PARTNERSHIP: 'Commitment: to work together.',
  ASSURANCE: 'Commitment: a promise of how, not of how much.',
  COUNTRY: 'Place: a country.',
  REGION: 'Place: a part of a country, or of several.',
  CITY: 'Place: a city or municipality.',
  SITE: 'Place: one site, such as a data centre.',
  CLOUD: 'Product: a cloud platform.',
  AI_PLATFORM: 'Product: a platform on which AI is built or run.',
  DEVELOPER_TOOL: 'Product: a tool for developers.',
  ASSISTANT: 'Product: an assistant based on AI.',
  HARDWARE: 'Product: machines or chips.',
  OTHER: 'Any kind that has other words: none of them.',
});

export const Strength = defineEnum('Strength', 'How firmly something was promised.', {
  RUMOURED: 'Reported without a named source.',
  IN_TALKS: 'The parties are said to negotiate.',
  ANNOUNCED: 'Said in public by whoever promises.',
  MEMORANDUM: 'Written down by the parties, not binding.',
  POLICY: 'Adopted as policy by a government or a board.',
  CONTRACTED: 'Bound by a contract.',
  LAW: 'Bound by law.',
  WITHDRAWN: 'Taken back.',
});

export const Level = defineEnum('Level', 'The level of government an agency belongs to.', {
  NATIONAL: 'Of a country.',
  REGIONAL: 'Of a part of a country.',
  LOCAL: 'Of a city or municipality.',
  INTERNATIONAL: 'Of several countries.',
});

export const Qualifier = defineEnum('Qualifier', 'How a number is meant.', {
  EXACT: 'As it stands.',
  ABOUT: 'Roughly.',
  AT_LEAST: 'This or more.',
  MORE_THAN: 'Above this.',
  UP_TO: 'This or less.',
  LESS_THAN: 'Below this.',
});

export const NameKind = defineEnum('NameKind', 'What sort of name a name is.', {
  LEGAL: 'The registered name.',
  ALIAS: 'Another name in use.',
  ABBREVIATION: 'A short form.',
  TRANSLITERATION: 'The name written in another script.',
});

export const SourceType = defineEnum('SourceType', 'What sort of document a source is.', {
  PRESS_RELEASE: 'Published by whoever it is about.',
  NEWS: 'Published by a news outlet.',
  GOVERNMENT: 'Published by a public body.',
  FILING: 'Filed with a court, registry or regulator.',
  REPORT: 'A study or analysis.',
  DATASET: 'Structured data.',
  WEB_PAGE: 'Another page of the web.',
  OTHER: 'None of the others.',
});

export const PublishedBasis = defineEnum('PublishedBasis', 'How the day a source was published is known.', {
  PAGE: 'It says so.',
  URL: 'Its address says so.',
  ESTIMATED: 'From what it tells of; it gives no date.',
});

export const Basis = defineEnum('Basis', 'What a claim rests on.', {
  QUOTED: 'The quoted words say it; usual confidence 0.9 to 1.',
  INFERRED: 'The quoted words imply it; usual confidence 0.7.',
  DISPUTED: 'A possible reading that another contradicts; confidence at most 0.5.',
  BACKGROUND: 'Common knowledge, no quote.',
  DATASET: 'A row of structured data.',
  DERIVED: 'Computed from other claims.',
});

export const Rank = defineEnum('Rank', 'How a claim stands among claims about the same thing, as Wikidata ranks statements.', {
  PREFERRED: 'To be taken before the others.',
  NORMAL: 'As good as any.',
  DEPRECATED: 'Known to be wrong; kept, never projected.',
});

export const Review = defineEnum('Review', 'Whether a person has checked a claim.', {
  UNVERIFIED: 'Nobody has yet.',
  VERIFIED: 'Checked against its source.',
  FLAGGED: 'Checked and doubted.',
});

export const Stance = defineEnum('Stance', 'What a source does to a claim.', {
  SUPPORTS: 'It says so.',
  CONTRADICTS: 'It says otherwise.',
  MENTIONS: 'It speaks of it without taking a side.',
});

export const Role = defineEnum('Role', 'The part an actor or body has in a commitment or program (IATI organisation roles, and more).', {
  ACCOUNTABLE: 'Commitment: answers for it.',
  FUNDING: 'Commitment: pays.',
  IMPLEMENTING: 'Commitment: carries it out.',
  EXTENDING: 'Commitment: manages money or work for others.',
  SUPPLYING: 'Commitment or program: delivers goods or services.',
  COOPERATING: 'Commitment or program: works along.',
  BENEFITING: 'Commitment: is to gain from it.',
  ANNOUNCING: 'Commitment: made it public.',
  LEAD: 'Program: runs it.',
  CO_LEAD: 'Program: runs it together with others.',
});

export const NewMoney = defineEnum('NewMoney', 'Whether a commitment adds money to the one it builds on.', {
  YES: 'All of it is new.',
  NO: 'None of it is new.',
  PARTLY: 'Some of it is new.',
  UNKNOWN: 'Nobody says.',
});

export const Agreement = defineEnum('Agreement', 'Whether the claims about a property agree, over their origins.', {
  UNANIMOUS: 'Several origins say the same.',
  SINGLE_SOURCE: 'One origin says so, and nobody else.',
  CONTESTED: 'More than one value is claimed that is not known to be wrong, be it within one source.',
});

export const UnknownReason = defineEnum('UnknownReason', 'Why something is not known.', {
  NOT_DISCLOSED: 'Whoever knows does not tell.',
  NOT_YET_DUE: 'It is to be seen later.',
  NO_EVIDENCE_FOUND: 'It should be there by now, and was not found.',
  NOT_APPLICABLE: 'It does not apply.',
});

export const RankingMetric = defineEnum('RankingMetric', 'By what entities are ranked.', {
  DEGREE: 'How many links it has.',
  PAGERANK: 'How often a random walk along links comes by (Brin and Page).',
});

export const TotalsBy = defineEnum('TotalsBy', 'What totals are grouped by.', {
  CURRENCY: 'By nothing else than the currency.',
  ACCOUNTABLE: 'By who answers for the commitment.',
  PLACE: 'By the place it is directed at.',
  TYPE: 'By the type of commitment.',
});

export const LeftOutReason = defineEnum('LeftOutReason', 'Why an amount is not in a total.', {
  SUPERSEDED: 'Another commitment takes its place.',
  PART_OF_COUNTED: 'It is a part of one that is counted.',
});

export const ChangeType = defineEnum('ChangeType', 'What sort of change a change is.', {
  ADDED: 'Something is known now.',
  CLOSED: 'A link is known to end.',
  REVISED: 'Another value stands now.',
  RETRACTED: 'Something is no longer claimed.',
});

export const Delivery = defineEnum('Delivery', 'Where a commitment stands on a day: the first of these that holds.', {
  WITHDRAWN: 'It was taken back.',
  SUPERSEDED: 'Another takes its place.',
  NOT_MEASURABLE: 'It has no target quantity and no amount, or no due or end date.',
  MET: 'Every target was reached.',
  IN_PROGRESS: 'It is not past due, and something was observed of a target.',
  NOT_YET_DUE: 'It is not past due, and nothing was observed yet.',
  PARTIALLY_MET: 'It is past due, and a target has come further than where it started.',
  NO_EVIDENCE: 'It is past due, and nothing was observed that would have moved a target.',
});

export const Ingredient = defineEnum('Ingredient', 'What makes a commitment one that can be followed up.', {
  ACCOUNTABLE_PARTY: 'Somebody answers for it.',
  AMOUNT_OR_TARGET: 'A sum, or how much of something is to be reached.',
  UNIT: 'In what it is counted: a currency or a unit.',
  BASELINE: 'Where a target starts from.',
  DUE_DATE: 'The last day of the commitment or of a target.',
  NAMED_PARTNER: 'Somebody else who is to pay, work along, deliver or carry it out.',
  INDEPENDENT_SOURCE: 'A source, apart from the parties, that says so.',
});
