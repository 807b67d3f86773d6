/** A plugin of this server: it knows the context of our operations, and the request as node has it. */
import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../plan/context.ts';

export type ServerPlugin = Plugin<Context, { readonly req: IncomingMessage }>;
