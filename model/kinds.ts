/** Every kind of node and every interface of the model. */
import { Agency } from './agency.ts';
import { Change } from './change.ts';
import { Claim } from './claim.ts';
import { Commitment } from './commitment.ts';
import { Actor, Body, Entity, Node } from './entity.ts';
import { Observation } from './observation.ts';
import { Organization } from './organization.ts';
import { Person } from './person.ts';
import { Place } from './place.ts';
import { Product } from './product.ts';
import { Program } from './program.ts';
import { declared } from './registry.ts';
import { Source } from './source.ts';
import { Target } from './target.ts';

export const kinds = declared('kind', [
  Commitment,
  Organization,
  Agency,
  Program,
  Person,
  Place,
  Product,
  Target,
  Observation,
  Source,
  Claim,
]);

export const interfaces = declared('interface', [Node, Entity, Actor, Body, Change]);
