/** The labels by which nodes are looked up by id: each has an index and a uniqueness constraint. */
export const LABELS = [
  'Entity',
  'Source',
  'Claim',
  'StatedValue',
  'Conflict',
  'Change',
  'Identifier',
  'LinkKey',
  'Document',
  'Store',
] as const;
