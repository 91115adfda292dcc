import { withAmounts } from '../../../kernel/access/amounts.ts'
import type { AuditCommand } from '../../../kernel/access/audit.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Usage, UsageCount } from '../../../kernel/storage/usage-count.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ProgrammeStore } from '../method/usecases.ts'
import type { ProgrammeContent } from '../programme/domain.ts'
import { differencesOf } from './differences.ts'
import type { MethodDifference } from './domain.ts'

type Parts = {
  readonly store: (tx: Tx) => ProgrammeStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly audit: AuditCommand
  /** Usage counts of other features by axis and Direction. */
  readonly usageCounts: readonly UsageCount[]
  /** Who imports; absent for an operator's command. */
  readonly by?: string
}

/** A difference, with what exists under its axis or Direction: « 12 ideas, 1 workshop »; '' for nothing. */
export type MethodChange = MethodDifference & { readonly standing: string; readonly stands: readonly Kind[] }

export type Comparison = {
  /** The database has no programme yet: nothing is compared. */
  readonly first: boolean
  readonly changes: readonly MethodChange[]
  /** Removals that are blocked because something exists under them: then nothing of the file is imported. */
  readonly hindered: readonly MethodChange[]
}

type Kind = UsageCount['kind']
type Counted = Usage & Pick<UsageCount, 'kind' | 'one' | 'many'>

function standingOf(
  counted: readonly Counted[],
  { about }: MethodDifference,
): Pick<MethodChange, 'standing' | 'stands'> {
  const found = counted.filter(
    ({ under, id, count }) => under === about?.under && id === about.id && count > 0,
  )
  const standing = found.map(({ count, one, many }) => `${count} ${count === 1 ? one : many}`).join(', ')
  return { standing, stands: found.map(({ kind }) => kind) }
}

/** Import of a method file by the operator. */
export function importUsecases({ store, transact, read, clock, audit, usageCounts, by }: Parts) {
  async function countAll(tx: Tx): Promise<Counted[]> {
    const counted: Counted[] = []
    for (const { count, ...named } of usageCounts)
      counted.push(...(await count(tx)).map(stand => ({ ...stand, ...named })))
    return counted
  }

  async function compare(
    tx: Tx,
    content: ProgrammeContent,
    before: ProgrammeContent | undefined,
  ): Promise<Comparison> {
    if (!before) return { first: true, changes: [], hindered: [] }
    const counted = await countAll(tx)
    const changes = differencesOf(before, content).map(difference => ({
      ...difference,
      ...standingOf(counted, difference),
    }))
    const hindered = changes.filter(({ removed, standing }) => removed && standing !== '')
    return { first: false, changes, hindered }
  }

  return {
    /** Export by the operator. */
    export: () =>
      transact(async tx => {
        const content = await store(tx).current()
        if (content) await audit(tx, 'programme.export', content.id)
        return content
      }),

    /** Dry run: what importing `content` would change. */
    compare: (content: ProgrammeContent) => read(async tx => compare(tx, content, await store(tx).current())),

    /**
     * Replaces the programme with `content` unless removals are blocked: then nothing is written. `look` is called with
     * the changes first, and may throw.
     */
    replace: (content: ProgrammeContent, look?: (comparison: Comparison) => void): Promise<Comparison> =>
      transact(async tx => {
        // Held, so that nobody changes a part between the comparison and the writing.
        const comparison = await compare(tx, content, await store(tx).lock())
        look?.(comparison)
        if (comparison.hindered.length > 0) return comparison
        await store(tx).save(content, clock.now(), { act: 'import', ...(by !== undefined && { person: by }) })
        const changes = comparison.changes.length
        const thing = comparison.first ? content.id : withAmounts(content.id, { changes })
        if (comparison.first || changes > 0) await audit(tx, 'programme.import', thing)
        return comparison
      }),
  }
}
