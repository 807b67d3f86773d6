/** Gives the reader a file, or puts text on the clipboard. */

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Whether it was copied; where that is not allowed, `field` is selected instead. */
export async function copyText(content: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    field?.select();
    return false;
  }
}
