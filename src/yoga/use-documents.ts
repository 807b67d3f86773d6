/** Parses and validates a document once: what fits the schema is kept, weighed in the bytes it retains; what does not is not. */
import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { weighDocument, weighText } from '../plan/weigh.ts';

/** Errors are not kept: each holds on to all that made it, 60 kB a document of ten characters. */
export function useDocuments(bytes: number): Plugin {
  const kept = new LRUCache<string, DocumentNode>({
    maxSize: bytes,
    sizeCalculation: (document, text) => weighDocument(document) + weighText(text),
  });
  const texts = new WeakMap<DocumentNode, string>();
  const valid = new WeakSet<DocumentNode>();
  return {
    onParse({ params, setParsedDocument }) {
      const text = String(params.source);
      const known = kept.get(text);
      if (known) return void setParsedDocument(known);
      return ({ result }) => {
        if (result && !(result instanceof Error)) texts.set(result as DocumentNode, text);
      };
    },
    onValidate({ params: { documentAST }, setResult }) {
      if (valid.has(documentAST)) return void setResult([]);
      return ({ result }) => {
        if ((result as readonly Error[]).length) return;
        valid.add(documentAST);
        kept.set(texts.get(documentAST)!, documentAST);
      };
    },
  };
}
