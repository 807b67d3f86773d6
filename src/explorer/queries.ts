/** What the page asks, written from `queries/` by `npm run record`. */
import type { Query } from './api.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Agreement =
  | 'CONTESTED'
  | 'SINGLE_SOURCE'
  | 'UNANIMOUS';

export type Basis =
  | 'BACKGROUND'
  | 'DATASET'
  | 'DERIVED'
  | 'DISPUTED'
  | 'INFERRED'
  | 'QUOTED';

export type Delivery =
  | 'IN_PROGRESS'
  | 'MET'
  | 'NOT_MEASURABLE'
  | 'NOT_YET_DUE'
  | 'NO_EVIDENCE'
  | 'PARTIALLY_MET'
  | 'SUPERSEDED'
  | 'WITHDRAWN';

export type EntityType =
  | 'AI_PLATFORM'
  | 'ASSISTANT'
  | 'ASSURANCE'
  | 'CITY'
  | 'CLOUD'
  | 'COMPANY'
  | 'CONSORTIUM'
  | 'COUNTRY'
  | 'DEVELOPER_TOOL'
  | 'FELLOWSHIP'
  | 'FINANCIAL'
  | 'GOVERNMENT'
  | 'GRANT'
  | 'HARDWARE'
  | 'INFRASTRUCTURE'
  | 'MINISTRY'
  | 'NONPROFIT'
  | 'OFFICE'
  | 'OTHER'
  | 'PARTNERSHIP'
  | 'POLICE'
  | 'REGION'
  | 'REGULATOR'
  | 'RESEARCH'
  | 'SECURITY'
  | 'SITE'
  | 'TRAINING'
  | 'UNION'
  | 'UNIT'
  | 'UNIVERSITY';

export type Kind =
  | 'AGENCY'
  | 'CLAIM'
  | 'COMMITMENT'
  | 'OBSERVATION'
  | 'ORGANIZATION'
  | 'PERSON'
  | 'PLACE'
  | 'PRODUCT'
  | 'PROGRAM'
  | 'SOURCE'
  | 'TARGET';

export type LinkDirection =
  | 'BOTH'
  | 'IN'
  | 'OUT';

export type LinkType =
  | 'ABOUT'
  | 'ANNOUNCED_AT'
  | 'ATTRIBUTED_TO'
  | 'BUILDS_ON'
  | 'COVERS'
  | 'DERIVED_FROM'
  | 'DIRECTED_AT'
  | 'HAS_TARGET'
  | 'HOLDS_OFFICE_AT'
  | 'LOCATED_IN'
  | 'MAKES'
  | 'OBSERVED_AS'
  | 'PARTNERS_WITH'
  | 'PARTY_TO'
  | 'PART_OF'
  | 'PUBLISHED_BY'
  | 'RUNS'
  | 'SAME_AS'
  | 'SUPERSEDES'
  | 'SUPPORTED_BY'
  | 'UNDER'
  | 'UNIT_OF';

export type NameKind =
  | 'ABBREVIATION'
  | 'ALIAS'
  | 'LEGAL'
  | 'TRANSLITERATION';

export type Qualifier =
  | 'ABOUT'
  | 'AT_LEAST'
  | 'EXACT'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'UP_TO';

export type Rank =
  | 'DEPRECATED'
  | 'NORMAL'
  | 'PREFERRED';

export type Review =
  | 'FLAGGED'
  | 'UNVERIFIED'
  | 'VERIFIED';

export type Role =
  | 'ACCOUNTABLE'
  | 'ANNOUNCING'
  | 'BENEFITING'
  | 'COOPERATING'
  | 'CO_LEAD'
  | 'EXTENDING'
  | 'FUNDING'
  | 'IMPLEMENTING'
  | 'LEAD'
  | 'SUPPLYING';

export type Stance =
  | 'CONTRADICTS'
  | 'MENTIONS'
  | 'SUPPORTS';

export type UnknownReason =
  | 'NOT_APPLICABLE'
  | 'NOT_DISCLOSED'
  | 'NOT_YET_DUE'
  | 'NO_EVIDENCE_FOUND';

export type PathFragment = { readonly length: number, readonly confidence: number, readonly weakestHop: { readonly link: { readonly id: string } } | null, readonly nodes: ReadonlyArray<
    | Entity_Agency_Fragment
    | Entity_Commitment_Fragment
    | Entity_Observation_Fragment
    | Entity_Organization_Fragment
    | Entity_Person_Fragment
    | Entity_Place_Fragment
    | Entity_Product_Fragment
    | Entity_Program_Fragment
    | Entity_Target_Fragment
  >, readonly hops: ReadonlyArray<{ readonly direction: LinkDirection, readonly link: (
      { readonly claims: ClaimsFragment }
      & LinkFactsFragment
    ) }> };

export type PathsQueryVariables = Exact<{
  from: string;
  to: string;
  types?: ReadonlyArray<LinkType> | null | undefined;
  kinds?: ReadonlyArray<Kind> | null | undefined;
  minConfidence?: number | null | undefined;
  minSources?: number | null | undefined;
}>;


export type PathsQuery = { readonly paths: { readonly truncated: boolean, readonly reason: string | null, readonly paths: ReadonlyArray<PathFragment> } | null };

export type PartnerFragment = { readonly node:
    | Entity_Agency_Fragment
    | Entity_Commitment_Fragment
    | Entity_Observation_Fragment
    | Entity_Organization_Fragment
    | Entity_Person_Fragment
    | Entity_Place_Fragment
    | Entity_Product_Fragment
    | Entity_Program_Fragment
    | Entity_Target_Fragment
  , readonly links: ReadonlyArray<{ readonly id: string, readonly type: LinkType }> };

export type CommonQueryVariables = Exact<{
  of: ReadonlyArray<string>;
  types?: ReadonlyArray<LinkType> | null | undefined;
  kinds?: ReadonlyArray<Kind> | null | undefined;
  minConfidence?: number | null | undefined;
  minSources?: number | null | undefined;
}>;


export type CommonQuery = { readonly commonPartners: { readonly truncated: boolean, readonly reason: string | null, readonly partners: ReadonlyArray<PartnerFragment> } | null };

type Value_DateValue_Fragment = { readonly date: string };

type Value_Money_Fragment = { readonly value: string, readonly currency: string, readonly qualifier: Qualifier };

type Value_Quantity_Fragment = { readonly value: string, readonly unit: string, readonly qualifier: Qualifier };

type Value_TextValue_Fragment = { readonly text: string };

export type ValueFragment =
  | Value_DateValue_Fragment
  | Value_Money_Fragment
  | Value_Quantity_Fragment
  | Value_TextValue_Fragment
;

export type SourceFragment = { readonly id: string, readonly title: string, readonly url: string | null, readonly publisher: string | null, readonly publishedOn: string | null };

export type LinkFactsFragment = { readonly id: string, readonly type: LinkType, readonly role: Role | null, readonly purpose: string | null, readonly confidence: number | null, readonly contested: boolean | null, readonly sourceCount: number | null, readonly independentSourceCount: number | null, readonly since: string | null, readonly until: string | null };

export type ClaimFragment = { readonly id: string, readonly statement: string, readonly basis: Basis, readonly rank: Rank, readonly review: Review, readonly confidence: number, readonly isSelfReported: boolean | null, readonly attributedTo: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
    > }, readonly evidence: { readonly edges: ReadonlyArray<{ readonly quote: string | null, readonly stance: Stance | null, readonly node: SourceFragment }> } };

export type ClaimsFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<ClaimFragment> };

export type ResultFragment = { readonly id: string, readonly endsOn: string | null, readonly quantity: { readonly value: string, readonly unit: string, readonly qualifier: Qualifier } | null, readonly values: ReadonlyArray<RestsFragment> };

export type TargetFragment = { readonly id: string, readonly name: string, readonly dueOn: string | null, readonly progress: number | null, readonly onTrack: boolean | null, readonly quantity: { readonly value: string, readonly unit: string, readonly qualifier: Qualifier } | null, readonly ofTarget: ReadonlyArray<RestsFragment>, readonly latest: ResultFragment | null };

export type StandingFragment = { readonly delivery: Delivery, readonly isOverdue: boolean, readonly endsOn: string | null, readonly amount: { readonly value: string, readonly currency: string, readonly qualifier: Qualifier } | null, readonly ofCommitment: ReadonlyArray<RestsFragment>, readonly targets: { readonly nodes: ReadonlyArray<TargetFragment> }, readonly paid: { readonly nodes: ReadonlyArray<ResultFragment> } };

export type DetailsQueryVariables = Exact<{
  id: string;
}>;


export type DetailsQuery = { readonly entity:
    | (
      { readonly summary: string | null, readonly names: ReadonlyArray<{ readonly value: string, readonly language: string | null, readonly kind: NameKind }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly linkCounts: ReadonlyArray<{ readonly type: LinkType, readonly direction: LinkDirection, readonly count: number }>, readonly unknowns: ReadonlyArray<{ readonly property: string, readonly reason: UnknownReason }>, readonly values: ReadonlyArray<(
        { readonly rank: Rank, readonly value:
          | Value_DateValue_Fragment
          | Value_Money_Fragment
          | Value_Quantity_Fragment
          | Value_TextValue_Fragment
         | null, readonly claims: ClaimsFragment }
        & RestsFragment
      )> }
      & Entity_Agency_Fragment
    )
    | (
      { readonly statement: string, readonly summary: string | null, readonly names: ReadonlyArray<{ readonly value: string, readonly language: string | null, readonly kind: NameKind }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly linkCounts: ReadonlyArray<{ readonly type: LinkType, readonly direction: LinkDirection, readonly count: number }>, readonly unknowns: ReadonlyArray<{ readonly property: string, readonly reason: UnknownReason }>, readonly values: ReadonlyArray<(
        { readonly rank: Rank, readonly value:
          | Value_DateValue_Fragment
          | Value_Money_Fragment
          | Value_Quantity_Fragment
          | Value_TextValue_Fragment
         | null, readonly claims: ClaimsFragment }
        & RestsFragment
      )> }
      & StandingFragment
      & Entity_Commitment_Fragment
    )
    | (
      { readonly summary: string | null, readonly names: ReadonlyArray<{ readonly value: string, readonly language: string | null, readonly kind: NameKind }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly linkCounts: ReadonlyArray<{ readonly type: LinkType, readonly direction: LinkDirection, readonly count: number }>, readonly unknowns: ReadonlyArray<{ readonly property: string, readonly reason: UnknownReason }>, readonly values: ReadonlyArray<(
        { readonly rank: Rank, readonly value:
          | Value_DateValue_Fragment
          | Value_Money_Fragment
          | Value_Quantity_Fragment
          | Value_TextValue_Fragment
         | null, readonly claims: ClaimsFragment }
        & RestsFragment
      )> }
      & Entity_Observation_Fragment
    )
    | (
      { readonly summary: string | null, readonly names: ReadonlyArray<{ readonly value: string, readonly language: string | null, readonly kind: NameKind }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly linkCounts: ReadonlyArray<{ readonly type: LinkType, readonly direction: LinkDirection, readonly count: number }>, readonly unknowns: ReadonlyArray<{ readonly property: string, readonly reason: UnknownReason }>, readonly values: ReadonlyArray<(
        { readonly rank: Rank, readonly value:
          | Value_DateValue_Fragment
          | Value_Money_Fragment
          | Value_Quantity_Fragment
          | Value_TextValue_Fragment
         | null, readonly claims: ClaimsFragment }
        & RestsFragment
      )> }
      & Entity_Organization_Fragment
    )
    | (
      { readonly summary: string | null, readonly names: ReadonlyArray<{ readonly value: string, readonly language: string | null, readonly kind: NameKind }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly linkCounts: ReadonlyArray<{ readonly type: LinkType, readonly direction: LinkDirection, readonly count: number }>, readonly unknowns: ReadonlyArray<{ readonly property: string, readonly reason: UnknownReason }>, readonly values: ReadonlyArray<(
        { readonly rank: Rank, readonly value:
          | Value_DateValue_Fragment
          | Value_Money_Fragment
          | Value_Quantity_Fragment
          | Value_TextValue_Fragment
         | null, readonly claims: ClaimsFragment }
        & RestsFragment
      )> }
      & Entity_Person_Fragment
    )
    | (
      { readonly summary: string | null, readonly names: ReadonlyArray<{ readonly value: string, readonly language: string | null, readonly kind: NameKind }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly linkCounts: ReadonlyArray<{ readonly type: LinkType, readonly direction: LinkDirection, readonly count: number }>, readonly unknowns: ReadonlyArray<{ readonly property: string, readonly reason: UnknownReason }>, readonly values: ReadonlyArray<(
        { readonly rank: Rank, readonly value:
          | Value_DateValue_Fragment
          | Value_Money_Fragment
          | Value_Quantity_Fragment
          | Value_TextValue_Fragment
         | null, readonly claims: ClaimsFragment }
        & RestsFragment
      )> }
      & Entity_Place_Fragment
    )
    | (
      { readonly summary: string | null, readonly names: ReadonlyArray<{ readonly value: string, readonly language: string | null, readonly kind: NameKind }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly linkCounts: ReadonlyArray<{ readonly type: LinkType, readonly direction: LinkDirection, readonly count: number }>, readonly unknowns: ReadonlyArray<{ readonly property: string, readonly reason: UnknownReason }>, readonly values: ReadonlyArray<(
        { readonly rank: Rank, readonly value:
          | Value_DateValue_Fragment
          | Value_Money_Fragment
          | Value_Quantity_Fragment
          | Value_TextValue_Fragment
         | null, readonly claims: ClaimsFragment }
        & RestsFragment
      )> }
      & Entity_Product_Fragment
    )
    | (
      { readonly summary: string | null, readonly names: ReadonlyArray<{ readonly value: string, readonly language: string | null, readonly kind: NameKind }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly linkCounts: ReadonlyArray<{ readonly type: LinkType, readonly direction: LinkDirection, readonly count: number }>, readonly unknowns: ReadonlyArray<{ readonly property: string, readonly reason: UnknownReason }>, readonly values: ReadonlyArray<(
        { readonly rank: Rank, readonly value:
          | Value_DateValue_Fragment
          | Value_Money_Fragment
          | Value_Quantity_Fragment
          | Value_TextValue_Fragment
         | null, readonly claims: ClaimsFragment }
        & RestsFragment
      )> }
      & Entity_Program_Fragment
    )
    | (
      { readonly summary: string | null, readonly commitment: (
        { readonly id: string }
        & StandingFragment
      ) | null, readonly names: ReadonlyArray<{ readonly value: string, readonly language: string | null, readonly kind: NameKind }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly linkCounts: ReadonlyArray<{ readonly type: LinkType, readonly direction: LinkDirection, readonly count: number }>, readonly unknowns: ReadonlyArray<{ readonly property: string, readonly reason: UnknownReason }>, readonly values: ReadonlyArray<(
        { readonly rank: Rank, readonly value:
          | Value_DateValue_Fragment
          | Value_Money_Fragment
          | Value_Quantity_Fragment
          | Value_TextValue_Fragment
         | null, readonly claims: ClaimsFragment }
        & RestsFragment
      )> }
      & TargetFragment
      & Entity_Target_Fragment
    )
   | null };

export type LinksQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type LinksQuery = { readonly entity:
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly direction: LinkDirection, readonly node:
            | Entity_Agency_Fragment
            | Entity_Commitment_Fragment
            | Entity_Observation_Fragment
            | Entity_Organization_Fragment
            | Entity_Person_Fragment
            | Entity_Place_Fragment
            | Entity_Product_Fragment
            | Entity_Program_Fragment
            | Entity_Target_Fragment
          , readonly link: LinkFactsFragment, readonly claims: ClaimsFragment }> } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly direction: LinkDirection, readonly node:
            | Entity_Agency_Fragment
            | Entity_Commitment_Fragment
            | Entity_Observation_Fragment
            | Entity_Organization_Fragment
            | Entity_Person_Fragment
            | Entity_Place_Fragment
            | Entity_Product_Fragment
            | Entity_Program_Fragment
            | Entity_Target_Fragment
          , readonly link: LinkFactsFragment, readonly claims: ClaimsFragment }> } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly direction: LinkDirection, readonly node:
            | Entity_Agency_Fragment
            | Entity_Commitment_Fragment
            | Entity_Observation_Fragment
            | Entity_Organization_Fragment
            | Entity_Person_Fragment
            | Entity_Place_Fragment
            | Entity_Product_Fragment
            | Entity_Program_Fragment
            | Entity_Target_Fragment
          , readonly link: LinkFactsFragment, readonly claims: ClaimsFragment }> } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly direction: LinkDirection, readonly node:
            | Entity_Agency_Fragment
            | Entity_Commitment_Fragment
            | Entity_Observation_Fragment
            | Entity_Organization_Fragment
            | Entity_Person_Fragment
            | Entity_Place_Fragment
            | Entity_Product_Fragment
            | Entity_Program_Fragment
            | Entity_Target_Fragment
          , readonly link: LinkFactsFragment, readonly claims: ClaimsFragment }> } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly direction: LinkDirection, readonly node:
            | Entity_Agency_Fragment
            | Entity_Commitment_Fragment
            | Entity_Observation_Fragment
            | Entity_Organization_Fragment
            | Entity_Person_Fragment
            | Entity_Place_Fragment
            | Entity_Product_Fragment
            | Entity_Program_Fragment
            | Entity_Target_Fragment
          , readonly link: LinkFactsFragment, readonly claims: ClaimsFragment }> } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly direction: LinkDirection, readonly node:
            | Entity_Agency_Fragment
            | Entity_Commitment_Fragment
            | Entity_Observation_Fragment
            | Entity_Organization_Fragment
            | Entity_Person_Fragment
            | Entity_Place_Fragment
            | Entity_Product_Fragment
            | Entity_Program_Fragment
            | Entity_Target_Fragment
          , readonly link: LinkFactsFragment, readonly claims: ClaimsFragment }> } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly direction: LinkDirection, readonly node:
            | Entity_Agency_Fragment
            | Entity_Commitment_Fragment
            | Entity_Observation_Fragment
            | Entity_Organization_Fragment
            | Entity_Person_Fragment
            | Entity_Place_Fragment
            | Entity_Product_Fragment
            | Entity_Program_Fragment
            | Entity_Target_Fragment
          , readonly link: LinkFactsFragment, readonly claims: ClaimsFragment }> } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly direction: LinkDirection, readonly node:
            | Entity_Agency_Fragment
            | Entity_Commitment_Fragment
            | Entity_Observation_Fragment
            | Entity_Organization_Fragment
            | Entity_Person_Fragment
            | Entity_Place_Fragment
            | Entity_Product_Fragment
            | Entity_Program_Fragment
            | Entity_Target_Fragment
          , readonly link: LinkFactsFragment, readonly claims: ClaimsFragment }> } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly direction: LinkDirection, readonly node:
            | Entity_Agency_Fragment
            | Entity_Commitment_Fragment
            | Entity_Observation_Fragment
            | Entity_Organization_Fragment
            | Entity_Person_Fragment
            | Entity_Place_Fragment
            | Entity_Product_Fragment
            | Entity_Program_Fragment
            | Entity_Target_Fragment
          , readonly link: LinkFactsFragment, readonly claims: ClaimsFragment }> } }
   | null };

export type ValueInFullFragment = (
  { readonly confidence: number, readonly since: string | null, readonly until: string | null, readonly value:
    | Value_DateValue_Fragment
    | Value_Money_Fragment
    | Value_Quantity_Fragment
    | Value_TextValue_Fragment
   | null, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string }> } }
  & RestsFragment
);

export type StatedQueryVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type StatedQuery = { readonly nodes: ReadonlyArray<
    | { readonly id: string, readonly values: ReadonlyArray<ValueInFullFragment> }
    | { readonly id: string, readonly values: ReadonlyArray<ValueInFullFragment> }
    | { readonly id: string, readonly values: ReadonlyArray<ValueInFullFragment> }
    | { readonly id: string, readonly values: ReadonlyArray<ValueInFullFragment> }
    | { readonly id: string, readonly values: ReadonlyArray<ValueInFullFragment> }
    | { readonly id: string, readonly values: ReadonlyArray<ValueInFullFragment> }
    | { readonly id: string, readonly values: ReadonlyArray<ValueInFullFragment> }
    | { readonly id: string, readonly values: ReadonlyArray<ValueInFullFragment> }
    | { readonly id: string, readonly values: ReadonlyArray<ValueInFullFragment> }
    | Record<PropertyKey, never>
   | null> | null };

export type LinkedQueryVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type LinkedQuery = { readonly nodes: ReadonlyArray<
    | { readonly id: string, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string }> } }
    | Record<PropertyKey, never>
   | null> | null };

export type ClaimInFullFragment = { readonly id: string, readonly statement: string, readonly basis: Basis, readonly rank: Rank, readonly review: Review, readonly confidence: number, readonly isSelfReported: boolean | null, readonly attributedTo: { readonly nodes: ReadonlyArray<
      | { readonly name: string }
      | { readonly name: string }
      | { readonly name: string }
    > }, readonly evidence: { readonly edges: ReadonlyArray<{ readonly quote: string | null, readonly stance: Stance | null, readonly node: (
        { readonly language: string | null, readonly licence: string | null }
        & SourceFragment
      ) }> } };

export type ClaimedQueryVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type ClaimedQuery = { readonly nodes: ReadonlyArray<
    | ClaimInFullFragment
    | Record<PropertyKey, never>
   | null> | null };

export type SourcesQueryVariables = Exact<{
  ids: ReadonlyArray<string>;
  limit: number;
  most: number;
}>;


export type SourcesQuery = { readonly neighborhood: { readonly links: ReadonlyArray<{ readonly id: string, readonly claims: { readonly nodes: ReadonlyArray<{ readonly evidence: { readonly nodes: ReadonlyArray<SourceFragment> } }> } }> } | null };

export type CurrenciesQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrenciesQuery = { readonly commitmentTotals: ReadonlyArray<{ readonly currency: string }> | null };

export type LargestQueryVariables = Exact<{
  currency: string;
  first: number;
}>;


export type LargestQuery = { readonly commitments: { readonly nodes: ReadonlyArray<{ readonly id: string }> } | null };

export type WithoutAmountQueryVariables = Exact<{
  first: number;
}>;


export type WithoutAmountQuery = { readonly commitments: { readonly nodes: ReadonlyArray<{ readonly id: string }> } | null };

export type EarliestQueryVariables = Exact<{ [key: string]: never; }>;


export type EarliestQuery = { readonly claims: { readonly nodes: ReadonlyArray<{ readonly recordedAt: string }> } | null, readonly sources: { readonly nodes: ReadonlyArray<{ readonly publishedOn: string | null }> } | null };

export type CommunitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type CommunitiesQuery = { readonly communities: ReadonlyArray<{ readonly size: number, readonly members: ReadonlyArray<
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
    > }> | null };

export type TotalsQueryVariables = Exact<{ [key: string]: never; }>;


export type TotalsQuery = { readonly all: ReadonlyArray<{ readonly key: string | null, readonly currency: string, readonly minimum: string, readonly maximum: string, readonly counted: number }> | null, readonly firm: ReadonlyArray<{ readonly key: string | null, readonly currency: string, readonly counted: number }> | null };

export type RestsFragment = { readonly property: string, readonly isProjected: boolean, readonly agreement: Agreement | null, readonly independentSourceCount: number, readonly sound: { readonly nodes: ReadonlyArray<{ readonly id: string }> }, readonly soundByOthers: { readonly nodes: ReadonlyArray<{ readonly id: string }> } };

type Entity_Agency_Fragment = { readonly __typename: 'Agency', readonly id: string, readonly name: string, readonly type: EntityType | null };

type Entity_Commitment_Fragment = { readonly __typename: 'Commitment', readonly announcedOn: string | null, readonly startsOn: string | null, readonly id: string, readonly name: string, readonly type: EntityType | null, readonly amount: { readonly value: string, readonly currency: string, readonly qualifier: Qualifier } | null, readonly ofAmount: ReadonlyArray<RestsFragment> };

type Entity_Observation_Fragment = { readonly __typename: 'Observation', readonly endsOn: string | null, readonly id: string, readonly name: string, readonly type: EntityType | null };

type Entity_Organization_Fragment = { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly type: EntityType | null };

type Entity_Person_Fragment = { readonly __typename: 'Person', readonly id: string, readonly name: string, readonly type: EntityType | null };

type Entity_Place_Fragment = { readonly __typename: 'Place', readonly id: string, readonly name: string, readonly type: EntityType | null };

type Entity_Product_Fragment = { readonly __typename: 'Product', readonly id: string, readonly name: string, readonly type: EntityType | null };

type Entity_Program_Fragment = { readonly __typename: 'Program', readonly id: string, readonly name: string, readonly type: EntityType | null };

type Entity_Target_Fragment = { readonly __typename: 'Target', readonly dueOn: string | null, readonly id: string, readonly name: string, readonly type: EntityType | null };

export type EntityFragment =
  | Entity_Agency_Fragment
  | Entity_Commitment_Fragment
  | Entity_Observation_Fragment
  | Entity_Organization_Fragment
  | Entity_Person_Fragment
  | Entity_Place_Fragment
  | Entity_Product_Fragment
  | Entity_Program_Fragment
  | Entity_Target_Fragment
;

export type LinkFragment = { readonly id: string, readonly type: LinkType, readonly confidence: number | null, readonly sourceCount: number | null, readonly independentSourceCount: number | null, readonly contested: boolean | null, readonly since: string | null, readonly until: string | null, readonly role: Role | null, readonly purpose: string | null, readonly from:
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
  , readonly to:
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
  , readonly byOthers: { readonly nodes: ReadonlyArray<{ readonly id: string }> } };

export type SceneQueryVariables = Exact<{
  ids: ReadonlyArray<string>;
  limit: number;
}>;


export type SceneQuery = { readonly neighborhood: { readonly truncated: boolean, readonly reason: string | null, readonly nodes: ReadonlyArray<
      | Entity_Agency_Fragment
      | Entity_Commitment_Fragment
      | Entity_Observation_Fragment
      | Entity_Organization_Fragment
      | Entity_Person_Fragment
      | Entity_Place_Fragment
      | Entity_Product_Fragment
      | Entity_Program_Fragment
      | Entity_Target_Fragment
    >, readonly links: ReadonlyArray<LinkFragment> } | null };

export type KnownQueryVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type KnownQuery = { readonly nodes: ReadonlyArray<
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | Record<PropertyKey, never>
   | null> | null };

export type NearestQueryVariables = Exact<{
  ids: ReadonlyArray<string>;
  limit: number;
  types?: ReadonlyArray<LinkType> | null | undefined;
  kinds?: ReadonlyArray<Kind> | null | undefined;
  minConfidence?: number | null | undefined;
  minSources?: number | null | undefined;
}>;


export type NearestQuery = { readonly neighborhood: { readonly truncated: boolean, readonly nodes: ReadonlyArray<
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
    > } | null };

export type NeighborsQueryVariables = Exact<{
  id: string;
  type: LinkType;
  direction: LinkDirection;
  after?: string | null | undefined;
}>;


export type NeighborsQuery = { readonly entity:
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
        > } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
        > } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
        > } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
        > } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
        > } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
        > } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
        > } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
        > } }
    | { readonly links: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
        > } }
   | null };

export type SearchQueryVariables = Exact<{
  query: string;
}>;


export type SearchQuery = { readonly search: { readonly edges: ReadonlyArray<{ readonly field: string, readonly snippet: string, readonly node:
        | Entity_Agency_Fragment
        | Entity_Commitment_Fragment
        | Entity_Observation_Fragment
        | Entity_Organization_Fragment
        | Entity_Person_Fragment
        | Entity_Place_Fragment
        | Entity_Product_Fragment
        | Entity_Program_Fragment
        | Entity_Target_Fragment
       }> } | null };

const Path = "fragment Path on Path{length confidence weakestHop{link{id}}nodes{...Entity}hops{direction link{...LinkFacts claims(first:3){...Claims}}}}";
const Partner = "fragment Partner on CommonPartner{node{...Entity}links{id type}}";
const Value = "fragment Value on ClaimValue{...on Money{value currency qualifier}...on Quantity{value unit qualifier}...on DateValue{date:value}...on TextValue{text:value}}";
const Source = "fragment Source on Source{id title url publisher publishedOn}";
const LinkFacts = "fragment LinkFacts on Link{id type role purpose confidence contested sourceCount independentSourceCount since until}";
const Claim = "fragment Claim on Claim{id statement basis rank review confidence isSelfReported attributedTo(first:3){nodes{id name}}evidence(first:3){edges{quote stance node{...Source}}}}";
const Claims = "fragment Claims on LinkClaimsConnection{totalCount nodes{...Claim}}";
const Result = "fragment Result on Observation{id quantity{value unit qualifier}endsOn values(limit:12){...Rests}}";
const Target = "fragment Target on Target{id name quantity{value unit qualifier}dueOn progress onTrack ofTarget:values(limit:12){...Rests}latest{...Result}}";
const Standing = "fragment Standing on Commitment{delivery isOverdue endsOn amount{value currency qualifier}ofCommitment:values(limit:40){...Rests}targets(first:20){nodes{...Target}}paid:observations(first:1 orderBy:[{node:{endsOn:DESC}}]){nodes{...Result}}}";
const ValueInFull = "fragment ValueInFull on StatedValue{...Rests confidence since until value{...Value}claims(first:20){totalCount nodes{id}}}";
const ClaimInFull = "fragment ClaimInFull on Claim{id statement basis rank review confidence isSelfReported attributedTo(first:10){nodes{name}}evidence(first:10){edges{quote stance node{...Source language licence}}}}";
const Rests = "fragment Rests on StatedValue{property isProjected agreement independentSourceCount sound:claims(first:1 where:{review:{ne:FLAGGED}rank:{ne:DEPRECATED}or:[{basis:{ne:DISPUTED}}{confidence:{gte:0.5}}]}){nodes{id}}soundByOthers:claims(first:1 where:{review:{ne:FLAGGED}rank:{ne:DEPRECATED}or:[{basis:{ne:DISPUTED}}{confidence:{gte:0.5}}]not:{isSelfReported:{eq:true}}}){nodes{id}}}";
const Entity = "fragment Entity on Entity{__typename id name type ...on Commitment{amount{value currency qualifier}ofAmount:values(property:\"amount\" limit:1){...Rests}announcedOn startsOn}...on Target{dueOn}...on Observation{endsOn}}";
const Link = "fragment Link on Link{id type from{id}to{id}confidence sourceCount independentSourceCount contested since until role purpose byOthers:claims(first:1 where:{not:{isSelfReported:{eq:true}}}){nodes{id}}}";
export const PATHS = ("query Paths($from:ID!$to:ID!$types:[LinkType!]$kinds:[Kind!]$minConfidence:Float$minSources:Int){paths(from:$from to:$to limit:5 types:$types kinds:$kinds minConfidence:$minConfidence minSources:$minSources){truncated reason paths{...Path}}}" + Path + Entity + Rests + LinkFacts + Claims + Claim + Source) as Query<PathsQuery, PathsQueryVariables>;
export const COMMON = ("query Common($of:[ID!]!$types:[LinkType!]$kinds:[Kind!]$minConfidence:Float$minSources:Int){commonPartners(of:$of types:$types kinds:$kinds minConfidence:$minConfidence minSources:$minSources){truncated reason partners{...Partner}}}" + Partner + Entity + Rests) as Query<CommonQuery, CommonQueryVariables>;
export const DETAILS = ("query Details($id:ID!){entity(by:{id:$id}){...Entity summary names{value language kind}identifiers{scheme value url}linkCounts{type direction count}unknowns(limit:20){property reason}values(limit:60){...Rests rank value{...Value}claims(first:5){...Claims}}...on Commitment{statement ...Standing}...on Target{...Target commitment{id ...Standing}}}}" + Entity + Rests + Value + Claims + Claim + Source + Standing + Target + Result) as Query<DetailsQuery, DetailsQueryVariables>;
export const LINKS = ("query Links($id:ID!$after:String){entity(by:{id:$id}){links(first:25 after:$after){pageInfo{hasNextPage endCursor}edges{direction node{...Entity}link{...LinkFacts}claims(first:3){...Claims}}}}}" + Entity + Rests + LinkFacts + Claims + Claim + Source) as Query<LinksQuery, LinksQueryVariables>;
export const STATED = ("query Stated($ids:[ID!]!){nodes(ids:$ids){...on Entity{id values(limit:100){...ValueInFull}}}}" + ValueInFull + Rests + Value) as Query<StatedQuery, StatedQueryVariables>;
export const LINKED = ("query Linked($ids:[ID!]!){nodes(ids:$ids){...on Link{id claims(first:50){totalCount nodes{id}}}}}") as Query<LinkedQuery, LinkedQueryVariables>;
export const CLAIMED = ("query Claimed($ids:[ID!]!){nodes(ids:$ids){...ClaimInFull}}" + ClaimInFull + Source) as Query<ClaimedQuery, ClaimedQueryVariables>;
export const SOURCES = ("query Sources($ids:[ID!]!$limit:Int!$most:Int!){neighborhood(of:$ids depth:0 limit:$limit){links{id claims(first:$most){nodes{evidence(first:$most){nodes{...Source}}}}}}}" + Source) as Query<SourcesQuery, SourcesQueryVariables>;
export const CURRENCIES = ("query Currencies{commitmentTotals{currency}}") as Query<CurrenciesQuery, CurrenciesQueryVariables>;
export const LARGEST = ("query Largest($currency:Currency!$first:Int!){commitments(first:$first orderBy:[{amount:DESC}]where:{amount:{currency:$currency}}){nodes{id}}}") as Query<LargestQuery, LargestQueryVariables>;
export const WITHOUT_AMOUNT = ("query WithoutAmount($first:Int!){commitments(first:$first where:{amount:{isNull:true}}){nodes{id}}}") as Query<WithoutAmountQuery, WithoutAmountQueryVariables>;
export const EARLIEST = ("query Earliest{claims(first:1 orderBy:[{recordedAt:ASC}]){nodes{recordedAt}}sources(first:1 orderBy:[{publishedOn:ASC}]where:{publishedOn:{isNull:false}}){nodes{publishedOn}}}") as Query<EarliestQuery, EarliestQueryVariables>;
export const COMMUNITIES = ("query Communities{communities(limit:12){size members(limit:2000){id}}}") as Query<CommunitiesQuery, CommunitiesQueryVariables>;
export const TOTALS = ("query Totals{all:commitmentTotals(by:ACCOUNTABLE){key currency minimum maximum counted}firm:commitmentTotals(by:ACCOUNTABLE where:{values:{some:{property:{eq:\"amount\"}isProjected:{eq:true}independentSourceCount:{gte:1}agreement:{ne:CONTESTED}confidence:{gte:0.5}}}}){key currency counted}}") as Query<TotalsQuery, TotalsQueryVariables>;
export const SCENE = ("query Scene($ids:[ID!]!$limit:Int!){neighborhood(of:$ids depth:0 limit:$limit){truncated reason nodes{...Entity}links{...Link}}}" + Entity + Rests + Link) as Query<SceneQuery, SceneQueryVariables>;
export const KNOWN = ("query Known($ids:[ID!]!){nodes(ids:$ids){...on Entity{id}}}") as Query<KnownQuery, KnownQueryVariables>;
export const NEAREST = ("query Nearest($ids:[ID!]!$limit:Int!$types:[LinkType!]$kinds:[Kind!]$minConfidence:Float$minSources:Int){neighborhood(of:$ids limit:$limit types:$types kinds:$kinds minConfidence:$minConfidence minSources:$minSources){truncated nodes{id}}}") as Query<NearestQuery, NearestQueryVariables>;
export const NEIGHBORS = ("query Neighbors($id:ID!$type:LinkType!$direction:LinkDirection!$after:String){entity(by:{id:$id}){links(types:[$type]direction:$direction first:100 after:$after){pageInfo{hasNextPage endCursor}nodes{id}}}}") as Query<NeighborsQuery, NeighborsQueryVariables>;
export const SEARCH = ("query Search($query:String!){search(query:$query first:8){edges{field snippet node{...Entity}}}}" + Entity + Rests) as Query<SearchQuery, SearchQueryVariables>;
