/** `backup`: writes the whole graph to one file, while it serves too. */
import { backUp } from '../export/backup.ts';
import { withStored } from './prepare.ts';

export const backup = (file: string): Promise<void> =>
  withStored(async (engine) => {
    await backUp(engine, file);
    process.stdout.write(`${file} written\n`);
  });
