/** What the drawing shows, as a list: entities by kind, each with its links among the others. */
import { useState } from 'preact/hooks';
import { type Entity, type Link, linksByEnd, otherEnd } from '../graph.ts';
import { groupedByKind } from '../look.ts';
import { missing, seen, shown } from '../state.ts';
import { kindName, text, typeName } from '../text/text.ts';
import { EntityButton } from './marks.tsx';
import { StatedAmount } from './stated.tsx';

export function List() {
  const { entities, links } = shown.value;
  const linksOf = linksByEnd(shown.value);
  const { entities: count, linkCount, missing: notThere } = text.value;
  return (
    <div class="list">
      <p class="fine">
        {count(entities.size)}, {linkCount(links.size)}
      </p>
      {missing.value.length > 0 && <p class="problem">{notThere(missing.value, seen.value.on)}</p>}
      {groupedByKind(entities.values()).map(([kind, group]) => (
        <section key={kind}>
          <h3>
            {kindName(kind)} <small>{group.length}</small>
          </h3>
          <ul class="links">
            {group.map((entity) => (
              <Row key={entity.id} entity={entity} own={linksOf.get(entity.id) ?? []} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ entity: { id, kind, name, amount }, own }: { readonly entity: Entity; readonly own: readonly Link[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <EntityButton id={id} kind={kind} name={name} /> {amount && <StatedAmount amount={amount} />}
      {own.length > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{text.value.linkCount(own.length)}</summary>
          {isOpen && <Ends id={id} own={own} />}
        </details>
      )}
    </li>
  );
}

const Ends = ({ id, own }: { readonly id: string; readonly own: readonly Link[] }) => (
  <ul>
    {own.map((link) => (
      <li key={link.id}>
        <span class="type">{typeName(link.type, link.from === id ? 'OUT' : 'IN')}</span>{' '}
        <EntityButton id={otherEnd(link, id)} name={shown.value.entities.get(otherEnd(link, id))!.name} />
      </li>
    ))}
  </ul>
);
