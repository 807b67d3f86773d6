/** `/version` tells what answers here. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'graphql-yoga';
import type { Engine } from '../engine/engine.ts';
import { MODEL_VERSION } from '../engine/store.ts';
import { inProject } from '../root.ts';

export function useVersion(engine: Engine): Plugin {
  const { name, version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { name: string; version: string };
  const told = { name, version, modelVersion: MODEL_VERSION, engine: engine.name };
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (isRead && url.pathname === '/version') endResponse(fetchAPI.Response.json(told));
    },
  };
}
