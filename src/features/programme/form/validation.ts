import { beyondSchema } from '../method/checks.ts'
import type { MethodPart } from '../method/parts.ts'
import { type Misplaced, wrongsOf } from '../method/schema-faults.ts'
import type { ProgrammeContent } from '../programme/domain.ts'
import { contentSchema } from '../schema/content.ts'
import { pathOf } from './domain.ts'

export type Validated = { readonly content: ProgrammeContent } | { readonly faults: readonly Misplaced[] }

/** Faults of the part itself, by their path within it. Words and the place are not the form's. */
function within(faults: readonly Misplaced[], part: MethodPart): readonly Misplaced[] {
  const head = pathOf(part)
  return faults
    .filter(({ path }) => head.every((each, at) => path[at] === each))
    .map(fault => ({ ...fault, path: fault.path.slice(head.length) }))
}

/** A proposed programme, by the same rules as a method file; or what is wrong in `part`. */
export function validated(proposed: ProgrammeContent, part: MethodPart): Validated {
  // Absent measures take their defaults, as in a file; `undefined` would replace them.
  const raw = JSON.parse(JSON.stringify(proposed)) as Record<string, unknown>
  const result = contentSchema.safeParse(raw, { reportInput: true })
  const faults = [...wrongsOf(result.error?.issues ?? []), ...beyondSchema(raw, {})]
  const own = within(faults, part)
  if (own.length > 0) return { faults: own }
  // What else is wrong was stored so: a file mends it.
  if (!result.success) return { faults: faults.slice(0, 1) }
  return { content: result.data }
}
