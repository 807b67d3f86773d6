/** A seed document as the rest of ingest sees it: checked, with every default filled in. */

export interface SeedSource {
  readonly id: string;
  readonly publishers?: readonly string[];
  readonly derivedFrom?: readonly string[];
  readonly contentHash?: string;
  readonly [property: string]: unknown;
}

export interface SeedClaim {
  readonly statement: string;
  readonly quote?: string;
  readonly start?: number;
  readonly end?: number;
  readonly paragraph?: number;
  readonly stance: string;
  readonly basis: string;
  readonly confidence: number;
  readonly rank: string;
  readonly review: string;
  readonly attributedTo?: string | null;
  readonly since?: string;
  readonly until?: string;
  readonly about?: readonly string[];
}

export interface SeedLink {
  readonly type: string;
  readonly from: string;
  readonly to: string | readonly string[];
  readonly claims: readonly string[];
  readonly [property: string]: unknown;
}

/** What a property is, or why it is not known. */
export interface SeedValue {
  readonly of: string;
  readonly property: string;
  readonly is?: unknown;
  readonly unknown?: string;
  readonly claims: readonly string[];
}

/** One source and what it states. */
export interface SeedDocument {
  readonly source: SeedSource & { readonly attributedTo?: string | null };
  /** When we recorded it: a full date and time. */
  readonly recordedAt: string;
  readonly sources: readonly SeedSource[];
  readonly entities: readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[];
  readonly claims: Readonly<Record<string, SeedClaim>>;
  readonly links: readonly SeedLink[];
  readonly values: readonly SeedValue[];
}

/** What was known of a source from a time on: its document, or that it was taken away. */
export interface Version {
  readonly source: string;
  readonly recordedAt: string;
  readonly document: SeedDocument | undefined;
}

/** The ends of a link, as a list. */
export const endsOf = ({ to }: SeedLink): readonly string[] => (typeof to === 'string' ? [to] : to);

/** A mistake in a file: printed as `file:line: message`, or without a line where it has none. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}
export const problemText = ({ file, line, message }: Problem): string => `${[file, ...(line ? [line] : [])].join(':')}: ${message}`;

/** Input that is wrong, with every place where it is. */
export class SeedError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}
