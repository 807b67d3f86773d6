/** Measures what documents and plans of many shapes retain, beside what they are weighed, and prints it as JSON. Needs --expose-gc. */
import { getOperationAST, parse } from 'graphql';
import { schema } from '../../schema/index.ts';
import { clientShape } from '../../src/plan/client.ts';
import { keepPlans, planOf } from '../../src/plan/plans.ts';
import { fragmentsOf } from '../../src/plan/selection.ts';
import { executorShape } from '../../src/plan/shape.ts';
import { weighDocument, weighPlan } from '../../src/plan/weigh.ts';

const COUNT = 30;
const many = (count: number, each: (i: number) => string): string => Array.from({ length: count }, (_, i) => each(i)).join(' ');

function heap(): number {
  for (let i = 0; i < 3; i++) (globalThis as unknown as { gc(): void }).gc();
  return process.memoryUsage().heapUsed;
}

/** What each of some retains, after one that makes what all share. Nothing that was kept before is let go of meanwhile. */
function retained(make: (i: number) => unknown): number {
  keepPlans(1_000_000_000);
  make(COUNT);
  const before = heap();
  const kept = Array.from({ length: COUNT }, (_, i) => make(i));
  return (heap() - before) / kept.length;
}

function planned(text: string) {
  const document = parse(text);
  const operation = getOperationAST(document)!;
  const fragments = fragmentsOf(document);
  const [field] = operation.selectionSet.selections as unknown as [{ readonly name: { readonly value: string } }];
  const request = { schema, operation, fragments, variableValues: {}, parentType: schema.getQueryType()! };
  const plan = planOf(request, field.name.value)!;
  const walk = { schema, fragments, variables: {} };
  const shapes = [clientShape(plan, walk), executorShape(plan, walk, 'deep'), executorShape(plan, walk, 'flat')];
  return { plan, document, shapes };
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  numbers: `{nodes(ids:[${'1 '.repeat(4980)}]){id}}`,
  names: `{${'id '.repeat(4900)}}`,
  aliases: `{${'a:b '.repeat(1600)}}`,
  directives: `{a ${'@b '.repeat(2400)}}`,
  objects: `{a(b:[${'{} '.repeat(2400)}])}`,
  sets: `{${'a{b}'.repeat(1200)}}`,
  fragments: `{a} ${'fragment A on B{c}'.repeat(700)}`,
  spreads: `{${'...A '.repeat(2400)}}`,
  texts: `{a(b:[${'"" '.repeat(4900)}])}`,
  variables: `(${'$a:B '.repeat(1200)}){a}`,
  'a long text': `{a(b:"${'x'.repeat(90_000)}")}`,
  'a long text of any characters': `{a(b:"${'字'.repeat(30_000)}")}`,
  'almost nothing': '{a}',
};

const PLANS: Readonly<Record<string, string>> = {
  'a field': '{organization(id:"x"){id}}',
  'usual links': '{organization(id:"x"){name commitments(first:5){nodes{name parties{nodes{name}}}}}}',
  'aliases on any kind': `{nodes(ids:["x"]){${many(100, (i) => `a${i}:id`)}}}`,
  'links of a kind': `{organization(id:"x"){${many(95, (i) => `a${i}:commitments{totalCount}`)}}}`,
  'links of kinds': `{nodes(ids:["x"]){...on Body{${many(95, (i) => `a${i}:commitments{nodes{id}}`)}}}}`,
  'links of any kind': `{node(id:"x"){...on Entity{${many(90, (i) => `a${i}:links{edges{node{id}}}`)}}}}`,
  'links below one another': `{organization(id:"x"){${'partners{nodes{'.repeat(13)}id${'}}'.repeat(13)}}}`,
  'fragments on any kind': `{node(id:"x"){...on Entity{${many(90, (i) => `...on Entity{a${i}:id}`)}}}}`,
};

const documents = Object.entries(DOCUMENTS).map(([name, text]) => ({
  name: `a document of ${name}`,
  retained: retained((i) => parse(`query q${i} ${text}`)),
  weighed: weighDocument(parse(`query q0 ${text}`)),
}));
const plans = Object.entries(PLANS).map(([name, text]) => {
  const { plan, document } = planned(`query q0 ${text}`);
  return {
    name: `a plan of ${name}`,
    retained: retained((i) => planned(`query q${i} ${text}`)),
    weighed: weighPlan(plan) + weighDocument(document),
  };
});
process.stdout.write(JSON.stringify([...documents, ...plans]));
