import { type Entry, imported, last } from './entries.ts'

const READS = 'test/stores/reads.spec.ts'

/** The reads of a new store, each asked there. `reads`: what is looked for, and how `store` is asked. */
export function readEntries(
  path: string,
  store: string,
  reads: Readonly<Record<string, string>>,
): readonly Entry[] {
  return [
    imported(READS, `import { ${store} } from '../../${path}'`),
    ...Object.entries(reads).map(([what, call]) =>
      last(READS, 'Promise<unknown>>> = {', `\n  '${what}': tx => ${store}(tx).${call}`),
    ),
  ]
}
