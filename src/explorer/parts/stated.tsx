/** A value in the page: what it is, how it is meant, and beside it whatever takes from it. No value stands in the page otherwise. */
import { Fragment } from 'preact';
import type { Amount, Rests } from '../graph.ts';
import { type Mark, marksOf, type Value, wordsOf } from '../text/stated.ts';
import { text } from '../text/text.ts';
import { Flag } from './marks.tsx';

interface StatedProps {
  readonly of: Value;
  readonly rests: Rests;
  /** What it was added up of. */
  readonly note?: string | null;
}
export const Stated = ({ of, rests, note = null }: StatedProps) => (
  <span class="stated">
    <span class="words">{wordsOf(of, text.value)}</span>
    <Marks rests={rests} />
    {note !== null && <small> ({note})</small>}
  </span>
);

export const StatedAmount = ({ amount: { rests, ...money } }: { readonly amount: Amount }) => <Stated of={money} rests={rests} />;

/** What takes from a value, or from what is said of one. */
export const Marks = ({ rests }: { readonly rests: Rests }) => (
  <>
    {marksOf(rests).map((mark) => (
      <Fragment key={mark}>
        {' '}
        <Flag tone={TONES[mark]} help={text.value.markHelp[mark]}>
          {text.value.marks[mark]}
        </Flag>
      </Fragment>
    ))}
  </>
);

const TONES: Readonly<Record<Mark, 'bad' | 'plain'>> = { isContested: 'bad', isSelfReported: 'plain', isDoubtful: 'bad' };
