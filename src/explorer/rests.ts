/** What values rest on, by the claims that are asked about with them. */
import type { Rests } from './graph.ts';
import type { RestsFragment } from './queries.ts';

export const FIRM: Rests = { isContested: false, isSelfReported: false, isDoubtful: false };
/** A value that no claim states is as doubtful as one whose claims all are. */
const UNFOUNDED: Rests = { ...FIRM, isDoubtful: true };

/** A flagged claim is no independent word for a value, however many print it. */
export function restsOf(stated: RestsFragment | undefined): Rests {
  if (!stated) return UNFOUNDED;
  const { agreement, independentSourceCount, sound, soundByOthers } = stated;
  const isDoubtful = sound.nodes.length === 0;
  const isByOthers = independentSourceCount > 0 && soundByOthers.nodes.length > 0;
  return { isContested: agreement === 'CONTESTED', isSelfReported: !isDoubtful && !isByOthers, isDoubtful };
}

/** Of the value that stands as this property. */
export const restsOfProperty = (values: readonly RestsFragment[], property: string): Rests =>
  restsOf(values.find((one) => one.isProjected && one.property === property));

/** What takes from any of these takes from all together. */
export const restsOfAll = (all: readonly Rests[]): Rests =>
  all.length === 0
    ? UNFOUNDED
    : {
        isContested: all.some(({ isContested }) => isContested),
        isSelfReported: all.some(({ isSelfReported }) => isSelfReported),
        isDoubtful: all.some(({ isDoubtful }) => isDoubtful),
      };
