import assert from 'node:assert/strict'
import { Template } from 'adaptivecards-templating'
import { createExpansion, type Expand, expandByLibrary, expandCompiled } from '../../src/cards/expansion.ts'

/** A template and the three ways to fill it. `compiled` is undefined where only the library can. */
export type Ways = {
  readonly library: Expand
  readonly compiled: Expand | undefined
  readonly product: Expand
}

function compiledOrNot(template: Template): Expand | undefined {
  try {
    const [plain, message] = [expandCompiled(template, false), expandCompiled(template, true)]
    return (root, isMessage) => (isMessage ? message(root) : plain(root))
  } catch {
    return undefined
  }
}

export function waysOf(json: object): Ways {
  const template = new Template(json)
  return {
    library: expandByLibrary(template),
    compiled: compiledOrNot(template),
    product: createExpansion(() => template),
  }
}

/** The card as it is sent, byte for byte, or what is thrown instead. */
function written(expand: Expand, root: object, isMessage: boolean): string {
  try {
    return JSON.stringify(expand(root, isMessage)) ?? 'nothing'
  } catch (error) {
    return `thrown: ${error}`
  }
}

/** A text where it begins to differ from another. */
function around(text: string, other: string): string {
  const at = text.split('').findIndex((letter, n) => letter !== other[n])
  return `« ${text.slice(Math.max(0, at - 120), at + 120)} »`
}

/** Holds the product's card against the library's. @returns whether it took no library to draw it */
export function assertSame({ library, compiled, product }: Ways, root: object, isMessage: boolean): boolean {
  const wanted = written(library, root, isMessage)
  const shown = written(product, root, isMessage)
  if (shown !== wanted) assert.fail(`drawn ${around(shown, wanted)}, by the library ${around(wanted, shown)}`)
  try {
    return compiled !== undefined && JSON.stringify(compiled(root, isMessage)) === wanted
  } catch {
    return false
  }
}
