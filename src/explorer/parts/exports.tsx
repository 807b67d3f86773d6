/** What is on the screen as files, each with all that it rests on. */
import { attempt } from '../attempt.ts';
import { toCsv } from '../export/csv.ts';
import { toGexf } from '../export/gexf.ts';
import { toGraphml } from '../export/graphml.ts';
import { toJsonld } from '../export/jsonld.ts';
import type { Picture } from '../export/picture.ts';
import { toSvg } from '../export/svg.ts';
import { toZip } from '../export/zip.ts';
import { loadPicture } from '../picture.ts';
import { toPng } from '../raster.ts';
import { saveFile } from '../save.ts';
import { text } from '../text/text.ts';

interface Format {
  readonly label: string;
  readonly ending: string;
  readonly make: (picture: Picture) => Blob | Promise<Blob>;
}
const written = (type: string, write: (picture: Picture) => BlobPart) => (picture: Picture) => new Blob([write(picture)], { type });

const FORMATS: readonly Format[] = [
  { label: 'PNG', ending: 'png', make: (picture) => toPng(toSvg(picture)) },
  { label: 'SVG', ending: 'svg', make: written('image/svg+xml', toSvg) },
  { label: 'CSV (ZIP)', ending: 'csv.zip', make: written('application/zip', (picture) => toZip(toCsv(picture))) },
  { label: 'GraphML', ending: 'graphml', make: written('application/graphml+xml', toGraphml) },
  { label: 'GEXF', ending: 'gexf', make: written('application/gexf+xml', toGexf) },
  { label: 'JSON-LD', ending: 'jsonld', make: written('application/ld+json', toJsonld) },
];

const save = ({ ending, make }: Format): void =>
  void attempt('export', async () => {
    const picture = await loadPicture();
    saveFile(`pledgegraph-${picture.madeOn}.${ending}`, await make(picture));
  });

export const Exports = () => (
  <section>
    <h3>{text.value.export}</h3>
    <p class="fine">{text.value.exportHelp}</p>
    <div class="actions">
      {FORMATS.map((format) => (
        <button type="button" key={format.label} onClick={() => save(format)}>
          {format.label}
        </button>
      ))}
    </div>
  </section>
);
