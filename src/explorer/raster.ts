/** An SVG as PNG, at twice the screen's resolution. */

/** What a browser's canvas holds at most: pixels a side, and in all. */
const [MOST_A_SIDE, MOST_IN_ALL] = [16_000, 100_000_000];

/** How many pixels to one of the SVG's units, for a screen of this width and pixels to a unit of its own. */
export function scaleFor({ width, height }: { readonly width: number; readonly height: number }, screen: number, ratio: number): number {
  const twice = 2 * ratio * Math.max(1, screen / width);
  return Math.min(twice, MOST_A_SIDE / Math.max(width, height), Math.sqrt(MOST_IN_ALL / (width * height)));
}

export async function toPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = scaleFor(image, innerWidth, devicePixelRatio);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('No PNG was made.')))));
  } finally {
    URL.revokeObjectURL(url);
  }
}
