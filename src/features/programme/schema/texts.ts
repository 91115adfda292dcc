import { z } from 'zod'
import type { WrongCode, WrongValues } from '../../../kernel/errors/method-faults.ts'
import { cleanLine } from '../../../kernel/text/text.ts'

/** Adds a fault of a custom rule at `path`: a schema's message is a code. `example`: a correction. */
export function faulty(
  path: (string | number)[],
  message: WrongCode,
  values: WrongValues = {},
  example?: unknown,
) {
  return { code: 'custom' as const, path, message, params: { values, example } }
}

/** `examples` are shown to authors of a file: by editors, and with faults. */
export const id = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'id' satisfies WrongCode)

/** One line, normalised like typed text. */
export const text = (max: number) => z.string().overwrite(cleanLine).min(1).max(max)

export const inBoth = (max: number) => z.strictObject({ fr: text(max), en: text(max) })

export const icon = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]{1,59}$/, 'icon' satisfies WrongCode)
  .meta({ description: 'Name of a Fluent icon', examples: ['PeopleTeam'] })

export const day = (example: string) =>
  z.iso.date('day' satisfies WrongCode).meta({ description: 'YYYY-MM-DD', examples: [example] })

type Span = { readonly from: string; readonly until: string }

/** An end is not before its start; `strictly`: nor equal. */
export function endsAfter(strictly = false) {
  return ({ from, until }: Span, context: z.RefinementCtx) => {
    if (from < until || (!strictly && from === until)) return
    context.addIssue(faulty(['until'], 'ends-first'))
  }
}

/** Entries of a list are unique by `field`. `free` suggests an unused value. */
export function distinct<Field extends string, T>(field: Field, free: (used: ReadonlySet<unknown>) => T) {
  return (list: readonly Record<Field, unknown>[], context: z.RefinementCtx) => {
    const all = new Set(list.map(entry => entry[field]))
    const known = new Set<unknown>()
    for (const [index, { [field]: value }] of list.entries()) {
      const values = { field, value: String(value) }
      if (known.has(value)) context.addIssue(faulty([index, field], 'twice', values, free(all)))
      known.add(value)
    }
  }
}

/** `equipe-2`, `equipe-3`: the first unused id. */
export const freeId = (used: ReadonlySet<unknown>): string => {
  const [first = 'other'] = [...used].map(String)
  for (let at = 2; ; at++) if (!used.has(`${first}-${at}`)) return `${first}-${at}`
}
