import { isNode, type Node, programOf, within } from '../architecture/syntax.ts'

type File = { readonly path: string; readonly text: string }
type Named = { readonly name: string; readonly body: string }

const isFunction = (node: unknown): node is Node => isNode(node) && /Function/.test(node.type)
const nameOf = (node: unknown): string => (isNode(node) ? String(node.name ?? '') : '')
/** A file of src/features/ that asks the database; one that holds rows' shapes alone does not. */
const isStore = ({ path, text }: File): boolean =>
  /[/-]store\.ts$/.test(path) && /\b(?:open|[a-z]+Expired)\(/.test(text)
const BEGINS = /\bselectFrom\(/
const ENDS = /\.execute(?:TakeFirst|TakeFirstOrThrow)?\(/
const WRITES = /\b(?:insertInto|updateTable|deleteFrom)\(|\bsql`/

function named({ text }: File, name: unknown, { start, end }: Node): Named {
  return { name: nameOf(name), body: text.slice(start, end as number) }
}

/** Functions in the objects that a store makes. */
function madeIn(file: File): readonly Named[] {
  return [...within(programOf(file))].flatMap(({ type, key, value }) =>
    type === 'Property' && isFunction(value) ? [named(file, key, value)] : [],
  )
}

/** Functions of a store that read. */
function readsIn(file: File): readonly string[] {
  const reads = ({ body }: Named) => BEGINS.test(body) || (ENDS.test(body) && !WRITES.test(body))
  return madeIn(file)
    .filter(reads)
    .map(({ name }) => name)
}

const HINT = 'say in READS of test/stores/reads.spec.ts how it is asked, or in ELSEWHERE why it is not'

/** Stores that `asking` does not import, and their functions that read and are not called there. `but`: paths, or a function of one. */
export function unasked(
  stores: readonly File[],
  asking: string,
  but: readonly string[] = [],
): readonly string[] {
  const methods = new Set([...asking.matchAll(/\)\s*\.(\w+)(?=\()/g)].map(([, name]) => name))
  return stores
    .filter(file => isStore(file) && !but.includes(file.path))
    .flatMap(file => {
      if (!asking.includes(`../${file.path}'`)) return [`${file.path} is asked nothing: ${HINT}`]
      return readsIn(file)
        .filter(name => !methods.has(name) && !but.includes(`${file.path} ${name}`))
        .map(name => `${file.path} reads in ${name}, and is not asked: ${HINT}`)
    })
}

/** Exceptions that are none: the store is gone, or what they name is asked or reads nothing. */
export function idleExceptions(
  stores: readonly File[],
  asking: string,
  but: readonly string[],
): readonly string[] {
  const all = unasked(stores, asking)
  const stands = (each: string) => {
    const [path = '', name] = each.split(' ')
    return all.some(fault => fault.startsWith(name === undefined ? `${path} ` : `${path} reads in ${name},`))
  }
  return but
    .filter(each => !stands(each))
    .map(each => `${each} is asked, or reads nothing: take it out of ELSEWHERE`)
}
