import type { ProgrammeContent } from '../programme/domain.ts'
import { contentSchema } from './content.ts'

/** Current format of files and database rows. */
export const FORMAT = 2

/** Keys added since format 1. */
export const NEW_KEYS = [
  'id',
  'version',
  'calendar',
  'nudges',
  'thresholds',
  'retention',
  'privacy',
  'contacts',
  'words',
  'lessons',
  'themes',
] as const

type Raw = Readonly<Record<string, unknown>>
type Path = readonly PropertyKey[]

function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Upgrades format 1: hours, holidays and closures were among the messages. */
export function upgraded({ zone, messages, ...rest }: Raw): Raw {
  const identity = { id: 'programme', version: '1', ...rest }
  if (!isMap(messages)) return { ...identity, calendar: { zone }, messages }
  const { hours, country, closures, ...others } = messages
  return { ...identity, calendar: { zone, hours, country, closures }, messages: others }
}

/** Path in format 1 of what is at `path` in format 2. */
export function formerPath(path: Path): Path {
  if (path[0] !== 'calendar') return path
  return path[1] === 'zone' ? ['zone'] : ['messages', ...path.slice(1)]
}

/**
 * Serialises for the database. Without lessons, contacts or themes as before there were any: an earlier version can read that.
 */
export function written({ lessons, contacts, themes, ...content }: ProgrammeContent): string {
  const some = {
    ...(lessons.length > 0 && { lessons }),
    ...(contacts.length > 0 && { contacts }),
    ...(themes.length > 0 && { themes }),
  }
  return JSON.stringify({ format: FORMAT, ...content, ...some })
}

/** Parses a database row of any format, and validates it again, since it may have been restored or edited. */
export function readBack(json: string): ProgrammeContent {
  // Rows of format 1 have no format field.
  const { format = 1, ...raw } = JSON.parse(json) as Raw
  return contentSchema.parse(format === 1 ? upgraded(raw) : raw)
}
