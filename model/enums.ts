/** Every closed list of words in the model, each value with its meaning. */
/** An enumeration: its words, which are those that a seed may use, and the meaning of each. */
export interface Enumeration<Word extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly meanings: Readonly<Record<Word, string>>;
  readonly words: readonly [Word, ...Word[]];
}

/** The words of an enumeration, as a type. */
export type WordOf<Of extends Enumeration> = Of['words'][number];

/** Declares an enumeration once, for the API and for seeds. */
export const defineEnum = <Word extends string>(name: string, description: string, meanings: Record<Word, string>): Enumeration<Word> => ({
  name,
  description,
  meanings,
  words: Object.keys(meanings) as [Word, ...Word[]],
});

export const EntityType = defineEnum('EntityType', 'The type of an entity. Each value names the kinds that may have it.', {
  COMPANY: 'Organization: a business.',
  UNIVERSITY: 'Organization: a university or research institution.',
  UNION: 'Organization: a trade union.',
  NONPROFIT: 'Organization: a body that works without profit.',
  CONSORTIUM: 'Organization: several bodies that act together under one name.',
  MINISTRY: 'Agency: a ministry or department of state.',
  OFFICE: 'Agency: an office of the executive.',
  POLICE: 'Agency: a police body.',
  REGULATOR: 'Agency: a body that supervises others.',
  GOVERNMENT: 'Agency: a government as a whole.',
  UNIT: 'Organization or Agency: a part of another body, known by a name of its own.',
  TRAINING: 'Program or Commitment: training of people.',
  GRANT: 'Program or Commitment: money that is given for work chosen by others.',
  FELLOWSHIP: 'Program or Commitment: support of individual researchers.',
  INFRASTRUCTURE: 'Program or Commitment: data centres, computing, networks.',
  SECURITY: 'Program or Commitment: security, including the fight against cybercrime.',
  RESEARCH: 'Program or Commitment: research and development.',
  FINANCIAL: 'Commitment: a sum of money.',
  PARTNERSHIP: 'Commitment: work together with others.',
  ASSURANCE: 'Commitment: a promise of how something will be done, not of how much.',
  COUNTRY: 'Place: a country.',
  REGION: 'Place: a part of a country, or of several.',
  CITY: 'Place: a city or municipality.',
  SITE: 'Place: one site, such as a data centre.',
  CLOUD: 'Product: a cloud platform.',
  AI_PLATFORM: 'Product: a platform on which AI is built or run.',
  DEVELOPER_TOOL: 'Product: a tool for developers.',
  ASSISTANT: 'Product: an assistant based on AI.',
  HARDWARE: 'Product: machines or chips.',
  OTHER: 'Any kind that has types: none of the others.',
});

export const Strength = defineEnum('Strength', 'How firmly something was promised.', {
  RUMOURED: 'It is reported without a named source.',
  IN_TALKS: 'The parties are said to negotiate.',
  ANNOUNCED: 'Whoever promises it has said so in public.',
  MEMORANDUM: 'The parties have written it down, without being bound by it.',
  POLICY: 'A government or a board has adopted it as policy.',
  CONTRACTED: 'A contract binds the parties.',
  LAW: 'A law binds whoever promises.',
  WITHDRAWN: 'It was withdrawn.',
});

export const Level = defineEnum('Level', 'The level of government an agency belongs to.', {
  NATIONAL: 'Of a country.',
  REGIONAL: 'Of a part of a country.',
  LOCAL: 'Of a city or municipality.',
  INTERNATIONAL: 'Of several countries.',
});

export const Qualifier = defineEnum('Qualifier', 'How exactly a number is meant.', {
  EXACT: 'Exactly this.',
  ABOUT: 'About this.',
  AT_LEAST: 'At least this.',
  MORE_THAN: 'More than this.',
  UP_TO: 'At most this.',
  LESS_THAN: 'Less than this.',
});

export const NameKind = defineEnum('NameKind', 'The kind of a name.', {
  LEGAL: 'The registered name.',
  ALIAS: 'Another name in use.',
  ABBREVIATION: 'A short form.',
  TRANSLITERATION: 'The name written in another script.',
});

export const SourceType = defineEnum('SourceType', 'The type of a document.', {
  PRESS_RELEASE: 'A document published by whoever it is about.',
  NEWS: 'An article published by a news outlet.',
  GOVERNMENT: 'A document published by a public body.',
  FILING: 'A document filed with a court, registry or regulator.',
  REPORT: 'A study or analysis.',
  DATASET: 'Structured data.',
  WEB_PAGE: 'Any other page on the web.',
  OTHER: 'None of the others.',
});

export const PublishedBasis = defineEnum('PublishedBasis', 'How the day a source was published is known.', {
  PAGE: 'The document gives the day.',
  URL: 'The address of the document gives the day.',
  ESTIMATED: 'The day is estimated from what the document tells; it gives none.',
});

export const Basis = defineEnum('Basis', 'What a claim rests on.', {
  QUOTED: 'The quoted words say it; the confidence is usually 0.9 to 1.',
  INFERRED: 'The quoted words imply it; the confidence is usually 0.7.',
  DISPUTED: 'A possible reading that another contradicts; the confidence is at most 0.5.',
  BACKGROUND: 'It is common knowledge, without a quote.',
  DATASET: 'A row of structured data says it.',
  DERIVED: 'It is computed from other claims.',
});

export const Rank = defineEnum('Rank', 'The rank of a claim among the claims about the same thing, as Wikidata ranks statements.', {
  PREFERRED: 'It is preferred to the others.',
  NORMAL: 'It is as good as the others.',
  DEPRECATED: 'It is known to be wrong. It is kept, but never given as a link or as the value of a property.',
});

export const Review = defineEnum('Review', 'Whether a person has checked a claim.', {
  UNVERIFIED: 'Nobody has checked it yet.',
  VERIFIED: 'It was checked against its source.',
  FLAGGED: 'It was checked, and is in doubt.',
});

export const Stance = defineEnum('Stance', 'What a source says of a claim.', {
  SUPPORTS: 'The source says what is claimed.',
  CONTRADICTS: 'It says otherwise.',
  MENTIONS: 'It speaks of it without taking a side.',
});

export const Role = defineEnum(
  'Role',
  'The part that an actor has in a commitment or program: the organisation roles of IATI, and more. Each value names where it may stand.',
  {
    ACCOUNTABLE: 'Commitment: is accountable for it.',
    FUNDING: 'Commitment: pays for it.',
    IMPLEMENTING: 'Commitment: carries it out.',
    EXTENDING: 'Commitment: manages money or work for others.',
    SUPPLYING: 'Commitment or program: delivers goods or services.',
    COOPERATING: 'Commitment or program: works on it together with others.',
    BENEFITING: 'Commitment: is to benefit from it.',
    ANNOUNCING: 'Commitment: made it public.',
    LEAD: 'Program: runs it.',
    CO_LEAD: 'Program: runs it together with others.',
  },
);

export const NewMoney = defineEnum('NewMoney', 'Whether a commitment adds money to the one it builds on.', {
  YES: 'All of it is new.',
  NO: 'None of it is new.',
  PARTLY: 'Some of it is new.',
  UNKNOWN: 'It is not known whether any of it is new.',
});

export const Agreement = defineEnum('Agreement', 'Whether the claims about a property agree across their origins.', {
  UNANIMOUS: 'Several independent origins say the same.',
  SINGLE_SOURCE: 'One origin says so and no other.',
  CONTESTED: 'More than one value is claimed that is not known to be wrong, even if by one source.',
});

export const UnknownReason = defineEnum('UnknownReason', 'Why a property is not known.', {
  NOT_DISCLOSED: 'Whoever knows it does not disclose it.',
  NOT_YET_DUE: 'It cannot be known before it is due.',
  NO_EVIDENCE_FOUND: 'It should be known by now, but no evidence was found.',
  NOT_APPLICABLE: 'The property does not apply.',
});

export const RankingMetric = defineEnum('RankingMetric', 'The measure by which entities are ranked.', {
  DEGREE: 'The number of links that an entity has.',
  PAGERANK: 'PageRank: the share of a random walk along the links that is spent at an entity.',
});

export const TotalsBy = defineEnum('TotalsBy', 'What totals are grouped by.', {
  CURRENCY: 'By the currency alone.',
  ACCOUNTABLE: 'By the actor that is accountable for the commitment.',
  PLACE: 'By the place that the commitment is meant for.',
  TYPE: 'By the type of the commitment.',
});

export const LeftOutReason = defineEnum('LeftOutReason', 'Why an amount is left out of a total.', {
  SUPERSEDED: 'Another commitment takes its place.',
  PART_OF_COUNTED: 'The commitment is a part of one that is counted.',
});

export const ChangeType = defineEnum('ChangeType', 'The type of a change.', {
  ADDED: 'An entity, a link or a value became known.',
  CLOSED: 'A link became known to end.',
  REVISED: 'A property has another value than before.',
  RETRACTED: 'An entity, a link or a value is no longer claimed.',
});

export const Delivery = defineEnum(
  'Delivery',
  'The state of delivery of a commitment on a day: the first of these, in this order, that holds: WITHDRAWN, SUPERSEDED, NOT_MEASURABLE, MET, IN_PROGRESS, NOT_YET_DUE, PARTIALLY_MET, NO_EVIDENCE.',
  {
    WITHDRAWN: 'It was withdrawn.',
    SUPERSEDED: 'Another commitment takes its place.',
    NOT_MEASURABLE: 'It has neither a target with a quantity nor an amount, or no due or end date.',
    MET: 'Every target was reached.',
    IN_PROGRESS: 'It is not past due, and something was observed of a target.',
    NOT_YET_DUE: 'It is not past due, and nothing was observed yet.',
    PARTIALLY_MET: 'It is past due, and a target has come further than where it started.',
    NO_EVIDENCE: 'It is past due, and nothing was observed that would have moved a target.',
  },
);

export const Ingredient = defineEnum('Ingredient', 'What has to be known of a commitment so that it can be followed up.', {
  ACCOUNTABLE_PARTY: 'Somebody is accountable for it.',
  AMOUNT_OR_TARGET: 'A sum of money, or a target with a quantity.',
  UNIT: 'The currency of the sum, or the unit of a target.',
  BASELINE: 'The value that a target starts from.',
  DUE_DATE: 'The end date of the commitment, or the due date of a target.',
  NAMED_PARTNER: 'A named partner that is to pay for it, work on it, supply it or carry it out.',
  INDEPENDENT_SOURCE: 'A source that is independent of the parties.',
});
