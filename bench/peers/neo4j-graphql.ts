/** (a) @neo4j/graphql behind Yoga, over the same graph. */
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import { listen } from './listen.ts';
import { connect } from './neo4j.ts';

const typeDefs = /* GraphQL */ `
  type Organization @node {
    id: ID!
    name: String!
    country: String
    type: String
    summary: String
    partners: [Organization!]! @relationship(type: "PARTNERS_WITH", direction: OUT, queryDirection: UNDIRECTED)
    agencies: [Agency!]! @relationship(type: "PARTNERS_WITH", direction: OUT, queryDirection: UNDIRECTED)
    commitments: [Commitment!]! @relationship(type: "PARTY_TO", direction: OUT)
  }
  type Agency @node {
    id: ID!
    name: String!
    country: String
    level: String
    type: String
    partners: [Organization!]! @relationship(type: "PARTNERS_WITH", direction: OUT, queryDirection: UNDIRECTED)
  }
  type Commitment @node {
    id: ID!
    name: String!
    announcedOn: String
    strength: String
    statement: String
    type: String
    parties: [Organization!]! @relationship(type: "PARTY_TO", direction: IN)
  }
`;

// It looks organizations up by `Organization.id`; ours by `Entity.id`, which has its index already.
const driver = connect();
await driver.executeQuery('CREATE INDEX IF NOT EXISTS FOR (n:Organization) ON (n.id)');
await driver.executeQuery('CALL db.awaitIndexes(300)');

const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({ schema, logging: false, graphiql: false, landingPage: false, maskedErrors: false });
listen(createServer(yoga));
