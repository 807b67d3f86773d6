/** Hears that the process is asked to stop; it imports nothing, so that it is there at once. */

/** Aborted when the process is asked to stop. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  if (process.env['npm_lifecycle_event'] === 'start') whenOrphaned(stop);
  return controller.signal;
}

/** Told to stop, npm stops the shell it runs a script in, which passes nothing on. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}
