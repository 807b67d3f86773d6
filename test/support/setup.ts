/** What stands before every test file: whatever fast-check generates is the same in every run. */
import fc from 'fast-check';
import { TEST_SEED } from './random.ts';

fc.configureGlobal({ seed: TEST_SEED });
