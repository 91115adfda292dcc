import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { filesIn, importsOf } from '../../architecture/source.ts'

/** Files that compose the whole product: through them every file is near to every other. */
const WHOLE = [
  'src/compose.ts',
  'src/serve.ts',
  'src/bootstrap.ts',
  'src/index.ts',
  'src/db/migrations/index.ts',
]
/** Files that are read by specs without an import. */
const READ: readonly (readonly [changed: RegExp, specs: RegExp])[] = [
  [/^(src|test|bench|adaptiveCards)\//, /^test\/architecture(\/.*)?\.spec/],
  [/^src\/i18n\//, /^test\/(i18n|docs|cards)\//],
  [/^adaptiveCards\//, /^test\/cards\//],
  [/^src\/db\/(migrations|tables)\//, /^test\/(db|docs|rights)\//],
  [/^(docs\/|[A-Z]+\.md$)/, /^test\/docs\//],
  [/^appPackage\//, /^test\/package/],
  [/^programmes\//, /^test\/(features\/programme|docs)/],
  [/^(infra|Dockerfile|compose\.yaml)/, /^test\/(deploy|nginx)/],
]
/** Distance of a spec that has the name of the change, but does not import it. */
const BY_NAME = 3

/** Runtime imports of each file, type imports excluded. */
function imports(): ReadonlyMap<string, readonly string[]> {
  const files = [...filesIn('src', /\.tsx?$/), ...filesIn('test', /\.ts$/)]
  return new Map(
    files.map(file => [
      file.path,
      importsOf(file).flatMap(({ to, ours, type }) => (ours && !type && !WHOLE.includes(to) ? [to] : [])),
    ]),
  )
}

/** Distance of each file to the nearest changed one, in imports: 0 for a changed one. */
function distances(changed: ReadonlySet<string>): ReadonlyMap<string, number> {
  const importers = new Map<string, string[]>()
  for (const [from, all] of imports()) {
    for (const to of all) importers.set(to, [...(importers.get(to) ?? []), from])
  }
  const found = new Map([...changed].map(path => [path, 0]))
  const queue = [...changed]
  for (const path of queue) {
    for (const importer of importers.get(path) ?? []) {
      if (found.has(importer)) continue
      found.set(importer, (found.get(path) ?? 0) + 1)
      queue.push(importer)
    }
  }
  return found
}

/** Name of a changed feature, page or template, as specs are called after it. */
function nounOf(path: string): string | undefined {
  return /^(?:src\/(?:features|tabs\/client(?:\/(?:personal|organiser))?)|adaptiveCards)\/([\w-]+)\//.exec(
    path,
  )?.[1]
}

/** Specs that a change can affect, nearest first. Browser specs only where they changed themselves. */
export function nearSpecs(changed: ReadonlySet<string>): readonly string[] {
  const far = distances(changed)
  const nouns = new Set([...changed].map(nounOf).filter(noun => noun !== undefined))
  const isNamed = (spec: string) =>
    [...nouns].some(noun => spec.split('/').some(part => part.startsWith(noun.replace(/s$/, ''))))
  const reads = (spec: string) =>
    READ.some(([file, specs]) => specs.test(spec) && [...changed].some(path => file.test(path)))
  const distance = (spec: string) =>
    Math.min(far.get(spec) ?? Infinity, reads(spec) ? 1 : Infinity, isNamed(spec) ? BY_NAME : Infinity)
  return globSync('test/**/*.spec.ts')
    .filter(spec => changed.has(spec) || !dirname(spec).startsWith('test/e2e'))
    .map(spec => ({ spec, distance: distance(spec) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((one, other) => one.distance - other.distance || one.spec.localeCompare(other.spec))
    .map(({ spec }) => spec)
}
