/** What was made of an object, made once: versions of documents are projected again for every time that something was recorded. */

/** Makes something of `of` anew only where `rest` is not what it was before. */
export function remembered<Of extends object, Rest extends readonly unknown[], Made>(
  make: (of: Of, ...rest: Rest) => Made,
): (of: Of, ...rest: Rest) => Made {
  const known = new WeakMap<Of, { readonly rest: Rest; readonly made: Made }>();
  return (of, ...rest) => {
    const before = known.get(of);
    if (before?.rest.length === rest.length && before.rest.every((one, i) => one === rest[i])) return before.made;
    const made = make(of, ...rest);
    known.set(of, { rest, made });
    return made;
  };
}
