/** To hand the scene on: its link, a citation with its sources, a page to embed, the query behind it, and files. */
import { useRef } from 'preact/hooks';
import { dateOf, today } from '../day.ts';
import { questionText, title } from '../picture.ts';
import { SOURCES, type SourceFragment } from '../queries.ts';
import { copyText } from '../save.ts';
import { loaded, notice, seen, shown } from '../state.ts';
import { text } from '../text/text.ts';
import { Source } from './claims.tsx';
import { Exports } from './exports.tsx';
import { Waiting } from './marks.tsx';
import { useAnswer } from './use-answer.ts';

export function Share() {
  const { embed, graphiql, copyLink } = text.value;
  return (
    <div class="share">
      <Copy label={copyLink} content={location.href} />
      <Copy label={embed} content={embedText()} />
      <Question label={graphiql} />
      <Exports />
      <Cite />
    </div>
  );
}

/** How long an address may be that the server takes. */
const LONGEST = 8000;

/** The query of what is on the screen: as a link, or to copy where the link would be too long. */
function Question({ label }: { readonly label: string }) {
  const query = questionText();
  const address = `/graphql?query=${encodeURIComponent(query)}`;
  if (address.length > LONGEST) return <Copy label={label} content={query} />;
  return (
    <p>
      <a href={address} target="_blank" rel="noreferrer">
        {label}
      </a>
    </p>
  );
}

const embedText = (): string =>
  `<iframe src="${location.origin}${location.pathname}?embed=1${location.hash}" title="${title().replaceAll('"', '&quot;')}" width="800" height="600"></iframe>`;

function Copy({ label, content }: { readonly label: string; readonly content: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    notice.value = (await copyText(content, field.current)) ? text.value.copied : text.value.notCopied;
  };
  return (
    <div class="copy">
      <textarea ref={field} aria-label={label} readOnly rows={2} value={content} />
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
    </div>
  );
}

function citationText(): string {
  const now = dateOf(today());
  const { means } = seen.value;
  return text.value.citation(title(), location.href, now, loaded.value.on ?? now, text.value.meanings[loaded.value.on ? means : 'known']);
}
const sourceText = ({ title: name, publisher, publishedOn, url }: SourceFragment): string =>
  `– ${[name, publisher, publishedOn, url].filter((one) => one !== null).join(', ')}`;

/** Of how many claims of a link, and sources of a claim, there is room for in one answer. */
const mostOfEach = (links: number): number => Math.max(1, Math.min(10, Math.floor(Math.sqrt(40_000 / Math.max(1, links)))));

function Cite() {
  const ids = [...shown.value.entities.keys()];
  const { data, error, retry } = useAnswer(ids.length ? SOURCES : null, {
    ids,
    limit: ids.length,
    most: mostOfEach(shown.value.links.size),
  });
  const links = data?.neighborhood?.links.filter(({ id }) => shown.value.links.has(id)) ?? [];
  const all = links.flatMap(({ claims }) => claims.nodes.flatMap(({ evidence }) => evidence.nodes));
  const sources = [...new Map(all.map((source) => [source.id, source])).values()];
  const { cite, citedSources } = text.value;
  return (
    <section>
      <h3>{cite}</h3>
      <Copy label={cite} content={[citationText(), ...sources.map(sourceText)].join('\n')} />
      <h4>{citedSources}</h4>
      {ids.length > 0 && !data && <Waiting error={error} onRetry={retry} />}
      <ul class="links">
        {sources.map((source) => (
          <li key={source.id}>
            <Source {...source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
