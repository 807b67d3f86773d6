/** An engine that forgets one rule of what the planner writes, to prove that the tests find it out. */
import type { Engine } from '../../src/engine/engine.ts';

export interface Forgetful {
  readonly engine: Engine;
  /** Whether the rule stood in a text read since this was last asked. */
  readonly wasTouched: () => boolean;
}

/** Reads of `engine`, with `rule` in their text made `broken`. */
export function forgetting(engine: Engine, rule: RegExp, broken: string): Forgetful {
  let isTouched = false;
  const read: Engine['read'] = (text, parameters, options) => {
    const forgot = text.replace(rule, broken);
    isTouched ||= forgot !== text;
    return engine.read(forgot, parameters, options);
  };
  const wasTouched = (): boolean => {
    const did = isTouched;
    isTouched = false;
    return did;
  };
  return { engine: { ...engine, read }, wasTouched };
}
