/** Claims: what is said, by whom, in which words, and where it stands. */
import { sureness, text } from '../text/text.ts';
import { EntityButton, Flag } from './marks.tsx';

export interface SourceAnswer {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
}
export interface ClaimAnswer {
  readonly id: string;
  readonly statement: string;
  readonly basis: string;
  readonly rank: string;
  readonly review: string;
  readonly confidence: number;
  readonly isSelfReported: boolean | null;
  readonly attributedTo: { readonly nodes: readonly { readonly id: string; readonly name: string }[] };
  readonly evidence: {
    readonly edges: readonly { readonly quote: string | null; readonly stance: string | null; readonly node: SourceAnswer }[];
  };
}

/** Some claims, and how many there are. */
export interface ClaimsAnswer {
  readonly totalCount: number;
  readonly nodes: readonly ClaimAnswer[];
}

export function Claims({ totalCount, nodes }: ClaimsAnswer) {
  return (
    <>
      <ul class="claims">
        {nodes.map((claim) => (
          <Claim key={claim.id} {...claim} />
        ))}
      </ul>
      {totalCount > nodes.length && <p class="fine">{text.value.someClaims(nodes.length, totalCount)}</p>}
    </>
  );
}

function Claim({ statement, basis, rank, review, confidence, isSelfReported, attributedTo, evidence }: ClaimAnswer) {
  const { basis: bases, marks, markHelp, flagged, deprecated, attributedTo: saidBy, confidence: sure } = text.value;
  return (
    <li>
      <p>{statement}</p>
      <p class="fine">
        <Flag tone={basis === 'DISPUTED' ? 'bad' : 'plain'}>{bases[basis as keyof typeof bases] ?? basis}</Flag>
        {isSelfReported && (
          <Flag tone="plain" help={markHelp.isSelfReported}>
            {marks.isSelfReported}
          </Flag>
        )}
        {review === 'FLAGGED' && <Flag tone="bad">{flagged}</Flag>}
        {rank === 'DEPRECATED' && <Flag tone="bad">{deprecated}</Flag>} {sure} {sureness(confidence)}
        {attributedTo.nodes.length > 0 && (
          <>
            {' · '}
            {saidBy}{' '}
            {attributedTo.nodes.map((node) => (
              <EntityButton key={node.id} {...node} />
            ))}
          </>
        )}
      </p>
      {evidence.edges.map(({ quote, stance, node }) => (
        <figure key={node.id + (quote ?? '')}>
          {quote && <blockquote>{quote}</blockquote>}
          <figcaption>
            {stance === 'CONTRADICTS' && <Flag tone="bad">{text.value.contradicts}</Flag>} <Source {...node} />
          </figcaption>
        </figure>
      ))}
    </li>
  );
}

/** A source, linked to where it was published, or else to what this server knows of it. */
export function Source({ id, title, url, publisher, publishedOn }: SourceAnswer) {
  const known = `/graphql?query=${encodeURIComponent(`{ source(id: ${JSON.stringify(id)}) { title url publisher publishedOn retrievedOn entities { nodes { id name } } } }`)}`;
  return (
    <>
      <a href={url && /^https?:/.test(url) ? url : known} target="_blank" rel="noreferrer">
        {title}
      </a>
      {[publisher, publishedOn]
        .filter((one) => one !== null)
        .map((one) => ` · ${one}`)
        .join('')}
    </>
  );
}
