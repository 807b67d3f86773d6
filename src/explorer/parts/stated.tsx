/** A value in the page: what it is, how it is meant, and beside it whatever takes from it. No value stands in the page otherwise. */
import type { Amount, Rests } from '../graph.ts';
import { FIRM } from '../rests.ts';
import { type Mark, marksOf, type Value, wordsOf } from '../text/stated.ts';
import { text } from '../text/text.ts';
import { Flag } from './marks.tsx';

export const Stated = ({ of, rests }: { readonly of: Value; readonly rests: Rests }) => (
  <span class="stated">
    <span class="words">{wordsOf(of, text.value)}</span> <Marks rests={rests} />
  </span>
);

export const StatedAmount = ({ amount: { rests, ...money } }: { readonly amount: Amount }) => <Stated of={money} rests={rests} />;

/** A value that is added up of others: the note says what of. */
export const Summed = ({ of, note }: { readonly of: Value; readonly note: string }) => (
  <span class="stated">
    <Stated of={of} rests={FIRM} /> <small>({note})</small>
  </span>
);

/** What takes from a value, or from what is said of one. */
export const Marks = ({ rests }: { readonly rests: Rests }) => (
  <>
    {marksOf(rests).map((mark) => (
      <Flag key={mark} tone={TONES[mark]} help={text.value.markHelp[mark]}>
        {text.value.marks[mark]}
      </Flag>
    ))}
  </>
);

const TONES: Readonly<Record<Mark, 'bad' | 'plain'>> = { isContested: 'bad', isSelfReported: 'plain', isDoubtful: 'bad' };
