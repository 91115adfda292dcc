import type { Snapshot } from './snapshot.ts'

/** An optimistic update, by source. */
export type OptimisticChanges<S> = { readonly [Name in keyof S]?: (value: S[Name]) => S[Name] }

/** The source `name` as `change` makes it, alone; nothing while it is not read. */
export function optimisticValue<S, Name extends keyof S>(
  values: Partial<S>,
  name: Name,
  change: ((value: S[Name]) => S[Name]) | undefined,
): Partial<S> {
  const value = values[name]
  return value === undefined || !change ? {} : ({ [name]: change(value) } as unknown as Partial<S>)
}

/** The values with pending optimistic updates applied in order. */
export function withOptimistic<S extends object>(
  known: Snapshot<S>,
  acts: Iterable<OptimisticChanges<S>>,
): Snapshot<S> {
  let { values } = known
  for (const act of acts)
    for (const name of Object.keys(act) as (keyof S)[])
      values = { ...values, ...optimisticValue(values, name, act[name]) }
  return values === known.values ? known : { ...known, values }
}
