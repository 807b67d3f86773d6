/** Says in plain words what does not fit the shape of a seed. */
import type { z } from 'zod';
import type { Path } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with the value at a place, in one sentence. */
export function wording(issue: Issue, at: Path): string {
  const name = fieldNameOf([...at, ...issue.path]);
  if (issue.code === 'invalid_key') return `the name ${JSON.stringify(issue.path.at(-1))} ${issue.issues[0]?.message}`;
  if (issue.input === null) return `${name} is empty`;
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return `${name} is missing`;
  return `${name}${given(issue.input)} ${complaint(issue)}${quotesFor(issue)}`;
}

/** How the deepest named field of a path is called. */
export function fieldNameOf(path: Path): string {
  const name = path.filter((key) => typeof key === 'string').at(-1) ?? 'a seed document';
  return name === 'is' ? 'the value' : name;
}

const isBare = (input: unknown): boolean => typeof input === 'number' || typeof input === 'boolean';

function given(input: unknown): string {
  if (typeof input === 'string') return ` ${JSON.stringify(input)}`;
  return isBare(input) ? ` ${input}` : '';
}

/** YAML reads 2030, 1.5 and true as text only if they are quoted. */
function quotesFor(issue: Issue): string {
  const wantsText = issue.code === 'invalid_type' && issue.expected === 'string';
  return wantsText && isBare(issue.input) ? `: write it in quotes, as ${JSON.stringify(String(issue.input))}` : '';
}

const NOT: Readonly<Record<string, string>> = {
  array: 'is not a list',
  object: 'is not a map of fields',
  record: 'is not a map of fields',
  string: 'is not text',
  number: 'is not a number',
  int: 'is not a whole number',
  boolean: 'is neither true nor false',
};

/** Our own words where the shape has some; they begin small. */
function complaint(issue: Issue): string {
  if (/^[a-z]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_value':
      return `is none of ${issue.values.join(', ')}`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? `is less than ${issue.minimum}` : 'is empty';
    case 'too_big':
      return `is more than ${issue.maximum}`;
    case 'invalid_union':
      return complaintOfUnion(issue.errors.flat());
    default:
      return (issue.code === 'invalid_type' && NOT[issue.expected]) || 'has the wrong type';
  }
}

/** Of the ways in which a value fits no member, the one that is about more than its type. */
function complaintOfUnion(issues: readonly Issue[]): string {
  const issue = issues.find(({ code }) => code !== 'invalid_type') ?? issues.find(({ message }) => /^[a-z]/.test(message));
  return issue ? complaint(issue) : 'has the wrong type';
}

/** A kind with its article. */
export const oneOf = ({ name }: { readonly name: string }): string => `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
