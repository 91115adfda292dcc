import { PARTICIPANTS, type Permission, type Relation } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { countGraphemes } from '../../../kernel/text/graphemes.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import { HARVEST_TIME } from '../../../kernel/time/harvest-time.ts'
import type { Credit } from '../idea/origin.ts'
import { type IdeaWorkshop, TABLE_LENGTH } from './collecting.ts'

/** A line typed at a table. `key`: idempotency key minted in the page. */
export type HarvestLine = {
  readonly key: string
  readonly text: string
  readonly axis: string
  readonly table: string
  readonly by: Credit['by']
  readonly name: string
  /** Store it although the harvest has the same words already. */
  readonly anyway: boolean
}

/** The part of a line that becomes an idea. */
export type Harvestable = {
  readonly text: string
  readonly axis: string
  readonly table: string | undefined
  readonly credit: Credit
}

/** Another idea, identified to the reader by its text. */
type NamedIdea = { readonly id: string; readonly text: string }

/**
 * Result of one line. `accepted`: stored, `near` a similar idea perhaps; `there`: stored by an earlier call; `undone`:
 * undone before; `duplicate`: the harvest has the same words, and nothing was stored.
 */
export type Harvested = { readonly key: string } & (
  | { readonly state: 'accepted'; readonly id: string; readonly undoUntil: number; readonly near?: NamedIdea }
  | { readonly state: 'there'; readonly id: string; readonly undoUntil: number }
  | { readonly state: 'undone' }
  | { readonly state: 'duplicate'; readonly of: NamedIdea }
  | { readonly state: 'refused'; readonly refusal: Refusal }
)

/** Limits of one call and of one workshop: more than any hand types, and nothing else bounds a harvest. */
export const MOST_LINES = 50
export const MOST_HARVESTED = 2_000
const NAME_LENGTH = 60

export const HARVEST_PERMISSIONS = {
  /** An organiser owns every workshop; a pilot, one where they have a seat. */
  harvest: {
    act: 'ideas.harvest',
    roles: PARTICIPANTS,
    relation: 'own',
    refusals: { others: 'harvest-not-yours' },
  },
  /** One's own idea, said there. `own`: whoever takes part while it runs; afterwards anybody. */
  gather: {
    act: 'ideas.gather',
    roles: PARTICIPANTS,
    relation: 'own',
    refusals: { others: 'workshop-aside' },
  },
} as const satisfies Record<string, Permission>

type Tie = { readonly role: Role; readonly hasSeat: boolean; readonly facilitates: boolean }

/** What ties somebody to the harvest of a workshop. */
export function tieToHarvest({ role, hasSeat, facilitates }: Tie): Relation {
  return role === 'organiser' || facilitates || (role === 'pilot' && hasSeat) ? 'own' : 'others'
}

type Part = Tie & { readonly isPresent: boolean }

/** What ties somebody to the ideas of a workshop that runs, which stand on the wall before everybody there. */
export function tieToGathering({ role, hasSeat, facilitates, isPresent }: Part): Relation {
  return role === 'organiser' || facilitates || hasSeat || isPresent ? 'own' : 'others'
}

/** Deep link to a harvest in the tab; a table's name is left out unless it is short and plain. */
export function harvestPage(workshop: string, table = ''): string {
  return `harvest:${workshop}${/^[\w.-]{1,30}$/.test(table) ? `:${table}` : ''}`
}

/** End of a workshop's harvest period, in milliseconds. */
export function harvestUntil({ endsAt }: Pick<IdeaWorkshop, 'endsAt'>): number {
  return endsAt + HARVEST_TIME
}

/** From its start to a week after its end. @throws Refusal `gone`, `workshop-not-begun`, `harvest-over` */
export function checkHarvest(workshop: IdeaWorkshop | undefined, now: number): IdeaWorkshop {
  if (!workshop) throw new Refusal('gone')
  const { stage, startsAt } = workshop
  if (now < startsAt) throw new Refusal('workshop-not-begun', { at: startsAt })
  if (stage !== 'underway' && stage !== 'over') throw new Refusal('gone')
  if (now >= harvestUntil(workshop)) throw new Refusal('harvest-over', { at: harvestUntil(workshop) })
  return workshop
}

/** @throws Refusal `code` with `{count}` and `{max}` */
function optionalWithin(typed: string, max: number, code: string): string {
  const line = cleanLine(typed)
  if (line === '') return ''
  const count = line.length > max * 16 ? line.length : countGraphemes(line)
  if (count > max) throw new Refusal(code, { count, max })
  return line
}

/**
 * Normalises a line. Without a table no table is credited; without a name, no person.
 * @throws Refusal `empty-text`, `too-long`, `axis-missing`, `table-long`, `name-long`
 */
export function harvestable(
  line: Omit<HarvestLine, 'key' | 'anyway'>,
  max: number,
  isAxis: (id: string) => boolean,
): Harvestable {
  const text = lineWithin(line.text, max)
  if (!isAxis(line.axis)) throw new Refusal('axis-missing')
  const table = optionalWithin(line.table, TABLE_LENGTH, 'table-long')
  const name = line.by === 'person' ? optionalWithin(line.name, NAME_LENGTH, 'name-long') : ''
  const said = line.by === 'table' ? table !== '' : name !== ''
  return {
    text,
    axis: line.axis,
    table: table === '' ? undefined : table,
    credit: said ? { by: line.by, name } : { by: 'nobody', name: '' },
  }
}
