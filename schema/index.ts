/** The schema: every kind, link and root field, made executable. */
import './any-link.ts';
import './calendar.ts';
import './changes.ts';
import './conflicts.ts';
import './delivery.ts';
import './partners.ts';
import './ranking.ts';
import './search.ts';
import './totals.ts';
import './traversal.ts';
import './evidence.ts';
import './queries.ts';
import './statistics.ts';
import './version.ts';
import { builder } from './builder.ts';
import { directives } from './directives.ts';
import { implementConnections } from './links.ts';

implementConnections();
export const schema = builder.toSchema({ directives, sortSchema: false });
