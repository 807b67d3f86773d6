/** Whether a promise was kept: its delivery, and each target with its progress. Green only where somebody independent says so. */
import type { ResultFragment, StandingFragment, TargetFragment } from '../queries.ts';
import { restsOfProperty } from '../rests.ts';
import { isByOthers, restsOfDelivery, restsOfResult } from '../standing.ts';
import { text } from '../text/text.ts';
import { EntityButton, Flag } from './marks.tsx';
import { Marks, Stated } from './stated.tsx';

interface DeliveryProps {
  readonly standing: StandingFragment;
  /** Those looked at. */
  readonly targets: readonly TargetFragment[];
}

export function Delivery({ standing, targets }: DeliveryProps) {
  const { delivery, isOverdue, endsOn, ofCommitment } = standing;
  const { delivery: title, deliveries, overdue, due } = text.value;
  const rests = restsOfDelivery(standing);
  const isBad = isOverdue || delivery === 'NO_EVIDENCE';
  const tone = delivery === 'MET' ? (isByOthers(rests) ? 'good' : 'told') : isBad ? 'bad' : 'plain';
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p>
        <Flag tone={tone}>
          {delivery === 'MET' && <span aria-hidden="true">✓ </span>}
          {deliveries[delivery]}
        </Flag>
        {rests && <Marks rests={rests} />}
        {isOverdue && <Flag tone="bad">{overdue}</Flag>}
        {endsOn && (
          <>
            {' '}
            {due} <Stated of={{ date: endsOn }} rests={restsOfProperty(ofCommitment, 'endsOn')} />
          </>
        )}
      </p>
      {targets.map((target) => (
        <Target key={target.id} {...target} />
      ))}
    </section>
  );
}

function Target({ id, name, quantity, dueOn, progress, onTrack, latest, ofTarget }: TargetFragment) {
  const { due, progress: title, noProgress } = text.value;
  return (
    <div class="target">
      <p>
        <EntityButton id={id} kind="Target" name={name} />{' '}
        {quantity && <Stated of={quantity} rests={restsOfProperty(ofTarget, 'quantity')} />}
        {dueOn && (
          <>
            {quantity && ' · '}
            {due} <Stated of={{ date: dueOn }} rests={restsOfProperty(ofTarget, 'dueOn')} />
          </>
        )}
      </p>
      {progress !== null && latest && (
        <p>
          <progress max={1} value={Math.min(1, Math.max(0, progress))} aria-label={`${title}: ${name}`} />{' '}
          <Stated of={{ share: progress }} rests={restsOfResult(latest)} />{' '}
          {onTrack !== null && <OnTrack isOnTrack={onTrack} latest={latest} />}
        </p>
      )}
      {progress === null && !latest && <p class="fine">{noProgress}</p>}
      {latest && <Latest {...latest} />}
    </div>
  );
}

function OnTrack({ isOnTrack, latest }: { readonly isOnTrack: boolean; readonly latest: ResultFragment }) {
  const { onTrack, behind } = text.value;
  const tone = isOnTrack ? (isByOthers(restsOfResult(latest)) ? 'good' : 'told') : 'bad';
  return <Flag tone={tone}>{isOnTrack ? onTrack : behind}</Flag>;
}

const Latest = (latest: ResultFragment) => (
  <p class="fine">
    {text.value.latest}: {latest.quantity && <Stated of={latest.quantity} rests={restsOfResult(latest)} />}{' '}
    {latest.endsOn && <Stated of={{ date: latest.endsOn }} rests={restsOfProperty(latest.values, 'endsOn')} />}
  </p>
);
