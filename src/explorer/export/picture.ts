/** What is exported: exactly what is on the screen, with all that it rests on. */
import type { Evidence } from '../evidence.ts';
import type { Entity, Link, Look, Point } from '../graph.ts';
import type { Text } from '../text/en.ts';

/** What a shape, a colour or a line means. */
export interface LegendRow {
  readonly shape: Look['shape'] | 'line' | 'patch';
  readonly color: string;
  readonly label: string;
}

export interface Picture {
  readonly entities: readonly Entity[];
  readonly links: readonly Link[];
  /** Where each entity stands, in units of the drawing; y points up. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly looks: ReadonlyMap<string, Look>;
  /** Of links that are set apart, by their ids: `#rrggbb`. */
  readonly lineColors: ReadonlyMap<string, string>;
  /** What shapes, colours and lines mean; of lines, the colour as it is drawn. */
  readonly legend: readonly LegendRow[];
  /** What sizes mean, in sentences. */
  readonly notes: readonly string[];
  readonly evidence: Evidence;
  readonly title: string;
  /** The address that opens the same picture. */
  readonly url: string;
  /** The day asked about: that of the export where none was chosen. */
  readonly asOf: string;
  readonly asOfMeans: 'both' | 'known' | 'valid';
  /** The day of the export. */
  readonly madeOn: string;
  readonly isDark: boolean;
  /** The language that it speaks. */
  readonly text: Text;
}
