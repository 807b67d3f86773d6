/** Several files as one, for those who open them with the programs of their system. */
import { strToU8, zipSync } from 'fflate';

export const toZip = (files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));
