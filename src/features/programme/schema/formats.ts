import type { ProgrammeContent } from '../programme/domain.ts'
import { contentSchema } from './content.ts'

/** The format that files and databases are written in. */
export const FORMAT = 2

/** Keys that format 1 did not have. */
export const NEW_KEYS = ['id', 'version', 'calendar', 'nudges', 'retention', 'privacy', 'words'] as const

type Raw = Readonly<Record<string, unknown>>
type Path = readonly PropertyKey[]

function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What format 1 said, as format 2 says it: hours, holidays and closures stood among the messages. */
export function upgraded({ zone, messages, ...rest }: Raw): Raw {
  const identity = { id: 'programme', version: '1', ...rest }
  if (!isMap(messages)) return { ...identity, calendar: { zone }, messages }
  const { hours, country, closures, ...others } = messages
  return { ...identity, calendar: { zone, hours, country, closures }, messages: others }
}

/** Where format 1 has what stands at `path` in format 2. */
export function formerPath(path: Path): Path {
  if (path[0] !== 'calendar') return path
  return path[1] === 'zone' ? ['zone'] : ['messages', ...path.slice(1)]
}

/** As the database keeps it. */
export function written(content: ProgrammeContent): string {
  return JSON.stringify({ format: FORMAT, ...content })
}

/** What the database kept, of any format: it was checked when written; a restored or edited one is checked again. */
export function readBack(json: string): ProgrammeContent {
  // Rows of format 1 do not say so.
  const { format = 1, ...raw } = JSON.parse(json) as Raw
  return contentSchema.parse(format === 1 ? upgraded(raw) : raw)
}
