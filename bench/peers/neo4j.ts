/** The driver, as the environment says. */
import neo4j, { type Driver } from 'neo4j-driver';

export const connect = (): Driver =>
  neo4j.driver(process.env['NEO4J_URI']!, neo4j.auth.basic(process.env['NEO4J_USERNAME'] ?? 'neo4j', process.env['NEO4J_PASSWORD'] ?? ''));
