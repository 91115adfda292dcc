import { z } from 'zod'
import { cleanLine } from '../../kernel/text.ts'

/** `examples` are shown to who writes a file: by editors, and beside what is wrong. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'an id is 2 to 40 lower-case letters, digits and hyphens, a letter first')

/** One line, cleaned as what people write is. */
export const text = (max: number) => z.string().overwrite(cleanLine).min(1).max(max)

export const inBoth = (max: number) => z.strictObject({ fr: text(max), en: text(max) })

export const icon = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]{1,59}$/, 'a Fluent icon is named like PeopleTeam')
  .meta({ description: 'Name of a Fluent icon', examples: ['PeopleTeam'] })

export const day = (example: string) =>
  z.iso.date('a day is YYYY-MM-DD, and exists').meta({ description: 'YYYY-MM-DD', examples: [example] })

type Span = { readonly from: string; readonly until: string }

/** A last day or hour is not before the first; `strictly`: nor the same. */
export function endsAfter(strictly = false) {
  return ({ from, until }: Span, context: z.RefinementCtx) => {
    if (from < until || (!strictly && from === until)) return
    context.addIssue({ code: 'custom', path: ['until'], message: 'ends before it begins' })
  }
}

/** No two entries of a list may have the same `field`. `free` gives one that is not used yet. */
export function distinct<Field extends string, T>(field: Field, free: (used: ReadonlySet<unknown>) => T) {
  return (list: readonly Record<Field, unknown>[], context: z.RefinementCtx) => {
    const all = new Set(list.map(entry => entry[field]))
    const known = new Set<unknown>()
    for (const [index, { [field]: value }] of list.entries()) {
      const message = `${field} ${value} is used twice`
      const params = { example: free(all) }
      if (known.has(value)) context.addIssue({ code: 'custom', path: [index, field], message, params })
      known.add(value)
    }
  }
}

/** `equipe-2`, `equipe-3`: the first that is free. */
export const freeId = (used: ReadonlySet<unknown>): string => {
  const [first = 'other'] = [...used].map(String)
  for (let at = 2; ; at++) if (!used.has(`${first}-${at}`)) return `${first}-${at}`
}
