import { exact } from '../../../kernel/personal-data/counts.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { shownCode } from '../../attendance/index.ts'
import type { ScreenUsecases } from '../../ballots/index.ts'
import type { VotesAt } from '../../ideas/index.ts'
import type { NextStepShown, StepUsecases } from '../../next-steps/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { ShownTableUsecases, Workshop } from '../../workshops/index.ts'
import type { AddressUsecases } from '../address/usecases.ts'
import type { RoomState } from '../scene/domain.ts'
import type { CodeNow, Material, StepNow, TableNow } from './domain.ts'
import { shortName } from './names.ts'

type Parts = {
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
  readonly addresses: Pick<AddressUsecases, 'checkInAddress'>
  readonly tables: Pick<ShownTableUsecases, 'shownTables' | 'shownTable'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly ballots: ScreenUsecases
  readonly votesAt: VotesAt
  readonly steps: Pick<StepUsecases, 'shownOn'>
  readonly codeShown: (workshop: Workshop) => ReturnType<typeof shownCode>
}

/** `table`: of all tables that one alone; 0 for none. */
type Sight = { readonly names: boolean; readonly codes: boolean; readonly table?: number | undefined }

const inOrder = new Intl.Collator('fr').compare

/** More than a screen holds. */
const STEPS = 20
/** Names asked for at once. */
const NAMES = 100

export type MaterialUsecases = ReturnType<typeof materialUsecases>

/** What scenes show of other features, as far as their own rules let the reader know it. */
export function materialUsecases(parts: Parts) {
  const { read, clock, zone, addresses, tables, people, ballots, votesAt, steps, codeShown } = parts

  async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>()
    for (let from = 0; from < ids.length; from += NAMES)
      for (const [id, name] of await people.names(ids.slice(from, from + NAMES))) names.set(id, name)
    return names
  }

  /** Whoever has no name that can be shown is one of the others. */
  async function tablesOf(
    { id }: Workshop,
    { names, table }: Pick<Sight, 'names' | 'table'>,
  ): Promise<readonly TableNow[] | undefined> {
    const shown = await read(async tx => {
      if (table === undefined) return tables.shownTables(tx, id)
      const own = await tables.shownTable(tx, id, table)
      return own && [own].filter(() => table > 0)
    })
    if (!shown) return undefined
    const known = names ? await namesOf(shown.flatMap(({ named }) => named)) : new Map<string, string>()
    return shown.map(({ number, named, others }) => {
      const people = named.flatMap(id => known.get(id) || []).map(shortName)
      return {
        number,
        people: people.toSorted(inOrder),
        others: exact('seats', others + named.length - people.length),
      }
    })
  }

  function codeOf(workshop: Workshop): CodeNow | undefined {
    const code = codeShown(workshop)
    if (!code) return undefined
    const { letters, turnsAt } = code
    return { url: addresses.checkInAddress(code), letters, turnsAt }
  }

  function stepOf({ text, due, state }: NextStepShown): readonly StepNow[] {
    if (state === 'dropped') return []
    const until = momentOf(due, '12:00', zone)
    return [
      {
        sentence: text,
        ...(until !== undefined && { until }),
        ...(state === 'kept' && { kept: true as const }),
      },
    ]
  }

  /** Of the workshop's summary, then of its votes, the room's first. */
  async function stepsOf(workshop: Workshop): Promise<readonly StepNow[]> {
    const { id } = workshop
    const votes = (await votesAt([id])).get(id) ?? []
    const [summary, followed] = await Promise.all([
      steps.shownOn('summary', [id]),
      steps.shownOn(
        'ballot',
        votes.map(vote => vote.id),
      ),
    ])
    const all = [...(summary.get(id) ?? []), ...votes.flatMap(vote => followed.get(vote.id) ?? [])]
    return all.flatMap(stepOf).slice(0, STEPS)
  }

  async function voteOf(id: string) {
    const ballot = id === '' ? undefined : await ballots.roomBallot(id)
    return ballot && { ballot }
  }

  async function resultOf(id: string) {
    const outcome = id === '' ? undefined : await ballots.roomOutcome(id)
    if (!outcome) return undefined
    const { ballot, winners, sequel } = outcome
    return { ballot, winners, ...(sequel && { sequel: sequel.sentence }) }
  }

  return {
    isCheckInOpen: (workshop: Workshop): boolean => codeShown(workshop) !== undefined,

    /** Of the scene that stands alone: nothing else is read. Names are for the day itself, as people consented. */
    async of(workshop: Workshop, { scene, ballot, names }: RoomState, sight: Sight): Promise<Material> {
      const named = sight.names && names && clock.now() < workshop.endsAt
      const nothing = { names: named, steps: [] }
      switch (scene.kind) {
        case 'welcome': {
          const code = sight.codes ? codeOf(workshop) : undefined
          return { ...nothing, ...(code && { code }) }
        }
        case 'tables': {
          const shown = await tablesOf(workshop, { names: named, table: sight.table })
          return { ...nothing, ...(shown && { tables: shown }) }
        }
        case 'vote':
          return { ...nothing, ...(await voteOf(ballot)) }
        case 'result':
          return { ...nothing, ...(await resultOf(ballot)) }
        case 'next':
          return { ...nothing, steps: await stepsOf(workshop) }
        default:
          return nothing
      }
    },
  }
}
