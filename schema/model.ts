/** The model as the rest of the system reads it: every kind and link type, declared. */
import './links.ts';

export { interfaces, type Kind, kindOf, kinds, typeNameOf } from './kind.ts';
export { linkTypes } from './link.ts';
