/** Product: what a commitment covers. */
import { Entity } from './entity.ts';
import { defineKind } from './kind.ts';

export const Product = defineKind('Product', {
  prefix: 'product',
  many: 'products',
  description: 'A product or service that commitments and programs cover.',
  interfaces: [Entity],
  types: ['CLOUD', 'AI_PLATFORM', 'DEVELOPER_TOOL', 'ASSISTANT', 'HARDWARE'],
});
