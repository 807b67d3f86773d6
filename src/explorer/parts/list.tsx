/** What the drawing shows, as a list: entities by kind, each with its links among the others. */
import { type Entity, grouped } from '../graph.ts';
import { KIND_NAMES } from '../look.ts';
import { missing, shown } from '../state.ts';
import { kindName, text, typeName } from '../text/text.ts';
import { EntityButton } from './marks.tsx';

export function List() {
  const { entities, links } = shown.value;
  const groups = grouped(entities.values(), ({ kind }) => kind);
  const kinds = [...groups.keys()].sort((a, b) => KIND_NAMES.indexOf(a) - KIND_NAMES.indexOf(b));
  const { entities: count, linkCount, missing: notThere } = text.value;
  return (
    <>
      <p class="fine">
        {count(entities.size)}, {linkCount(links.size)}
      </p>
      {missing.value.length > 0 && <p class="problem">{notThere(missing.value)}</p>}
      {kinds.map((kind) => (
        <section key={kind}>
          <h3>
            {kindName(kind)} <small>{groups.get(kind)!.length}</small>
          </h3>
          <ul class="links">
            {groups.get(kind)!.map((entity) => (
              <Row key={entity.id} {...entity} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Row({ id, kind, name }: Entity) {
  const { entities, links } = shown.value;
  const own = [...links.values()].filter(({ from, to }) => from === id || to === id);
  return (
    <li>
      <EntityButton id={id} kind={kind} name={name} />
      {own.length > 0 && (
        <details>
          <summary>{text.value.linkCount(own.length)}</summary>
          <ul>
            {own.map(({ id: link, type, from, to }) => {
              const [other, direction] = from === id ? [to, 'OUT'] : [from, 'IN'];
              return (
                <li key={link}>
                  <span class="type">{typeName(type, direction)}</span> <EntityButton id={other} name={entities.get(other)!.name} />
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </li>
  );
}
