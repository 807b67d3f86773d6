/** Parses documents of so many tokens, with brackets so deep: counted before, since the parser calls itself for every bracket. */
import { type DocumentNode, Lexer, parse, Source, TokenKind } from 'graphql';
import { graphError } from '../errors.ts';

interface Bounds {
  readonly tokens: number;
  readonly brackets: number;
}

/** Throws QUERY_TOO_COMPLEX. */
export const parseWithin =
  (bounds: Bounds) =>
  (given: string | Source): DocumentNode => {
    const source = typeof given === 'string' ? new Source(given) : given;
    count(source, bounds);
    return parse(source);
  };

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

function count(source: Source, most: Bounds): void {
  const refuse = (message: string): never => {
    throw graphError('QUERY_TOO_COMPLEX', message);
  };
  const lexer = new Lexer(source);
  let [tokens, brackets] = [0, 0];
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    if (++tokens > most.tokens) refuse(`The document has more than ${most.tokens} tokens (MAX_TOKENS).`);
    if (OPENING.has(kind) && ++brackets > most.brackets)
      refuse(`The document has brackets more than ${most.brackets} deep (MAX_BRACKETS).`);
    if (CLOSING.has(kind)) brackets--;
  }
}
