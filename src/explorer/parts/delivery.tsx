/** Whether a promise was kept: its delivery, and each target with its progress. */
import { percent, text } from '../text/text.ts';
import { EntityButton, Flag } from './marks.tsx';
import { shownValue } from './values.tsx';

interface QuantityAnswer {
  readonly value: string;
  readonly unit: string;
  readonly qualifier?: string;
}
export interface TargetAnswer {
  readonly id: string;
  readonly name: string;
  readonly quantity: QuantityAnswer | null;
  readonly dueOn: string | null;
  readonly progress: number | null;
  readonly onTrack: boolean | null;
  readonly latest: { readonly id: string; readonly quantity: QuantityAnswer | null; readonly endsOn: string | null } | null;
}
interface DeliveryProps {
  readonly delivery: string;
  readonly isOverdue: boolean;
  readonly endsOn?: string | null;
  readonly targets: readonly TargetAnswer[];
}

export function Delivery({ delivery, isOverdue, endsOn, targets }: DeliveryProps) {
  const { delivery: title, deliveries, overdue, due } = text.value;
  const tone = delivery === 'MET' ? 'good' : isOverdue || delivery === 'NO_EVIDENCE' ? 'bad' : 'plain';
  return (
    <section>
      <h3>{title}</h3>
      <p>
        <Flag tone={tone}>{deliveries[delivery as keyof typeof deliveries] ?? delivery}</Flag>
        {isOverdue && <Flag tone="bad">{overdue}</Flag>}
        {endsOn && ` ${due} ${endsOn}`}
      </p>
      {targets.map((target) => (
        <Target key={target.id} {...target} />
      ))}
    </section>
  );
}

function Target({ id, name, quantity, dueOn, progress, onTrack, latest }: TargetAnswer) {
  const { due, progress: title, noProgress, latest: observed, onTrack: inTime, behind } = text.value;
  return (
    <div class="target">
      <p>
        <EntityButton id={id} kind="Target" name={name} />
        {[quantity && shownValue(quantity), dueOn && `${due} ${dueOn}`].filter(Boolean).join(' · ')}
      </p>
      {progress !== null && (
        <p>
          <progress max={1} value={Math.min(1, Math.max(0, progress))} aria-label={`${title}: ${name}`} /> {percent(progress)}{' '}
          {onTrack !== null && <Flag tone={onTrack ? 'good' : 'bad'}>{onTrack ? inTime : behind}</Flag>}
        </p>
      )}
      {progress === null && !latest && <p class="fine">{noProgress}</p>}
      {latest && (
        <p class="fine">
          {observed}: {latest.quantity && shownValue(latest.quantity)} {latest.endsOn}
        </p>
      )}
    </div>
  );
}
