/** Runs the command line, as it was built, as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { inProject } from '../../src/root.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `uid` is the user it runs as, where that is another. */
export function start(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  options: { readonly uid?: number } = {},
): ChildProcess {
  return spawn(process.execPath, [inProject('dist', 'src', 'main.js'), ...args], {
    cwd: inProject(),
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    ...options,
  });
}

export async function call(...given: Parameters<typeof start>): Promise<Ended> {
  const child = start(...given);
  const [stdout, stderr] = [gather(child.stdout!), gather(child.stderr!)];
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout: stdout(), stderr: stderr() };
}

function gather(stream: NodeJS.ReadableStream): () => string {
  stream.setEncoding('utf8'); // or a character that two chunks share would be lost
  let text = '';
  stream.on('data', (chunk) => {
    text += chunk;
  });
  return () => text;
}

/** The address that `serve` says it listens at. */
export async function served(child: ChildProcess): Promise<string> {
  const text = gather(child.stdout!);
  for (;;) {
    const url = /"graphql":"(http[^"]+)\/graphql"/.exec(text())?.[1];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}: ${text()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
