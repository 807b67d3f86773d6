/** Claims: what is said, by whom, in which words, and where it stands. */
import type { ClaimFragment, ClaimsFragment, SourceFragment } from '../queries.ts';
import { sureness, text } from '../text/text.ts';
import { EntityButton, Flag } from './marks.tsx';

export function Claims({ totalCount, nodes }: ClaimsFragment) {
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

function Claim({ statement, basis, rank, review, confidence, isSelfReported, attributedTo, evidence }: ClaimFragment) {
  const { basis: bases, marks, markHelp, flagged, deprecated, attributedTo: saidBy, confidence: sure } = text.value;
  return (
    <li>
      <p>{statement}</p>
      <p class="fine">
        <Flag tone={basis === 'DISPUTED' ? 'bad' : 'plain'}>{bases[basis]}</Flag>
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
export function Source({ id, title, url, publisher, publishedOn }: SourceFragment) {
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
