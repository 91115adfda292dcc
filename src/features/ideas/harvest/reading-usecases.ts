import { readTable } from '../../../files/csv-reader.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext } from '../idea/context-usecases.ts'
import type { Idea, IdeaSeen } from '../idea/domain.ts'
import type { IdeaWorkshop } from './collecting.ts'
import { harvestUntil, MOST_HARVESTED } from './domain.ts'
import type { HarvestRights } from './rights-usecases.ts'
import { type HarvestAxis, type HarvestPresets, linesIn, TABLE_MOST, type TableLines } from './spreadsheet.ts'
import type { HarvestStore } from './usecases.ts'

/** First page of a harvest. `mine`: key of each idea that the actor typed, by idea. */
export type Harvest = {
  readonly workshop: IdeaWorkshop
  /** Milliseconds. */
  readonly until: number
  readonly count: number
  readonly items: readonly IdeaSeen[]
  readonly mine: ReadonlyMap<string, string>
}

type Parts = {
  readonly store: (tx: Tx) => HarvestStore
  readonly read: Transact
  readonly programme: { readonly axes: readonly HarvestAxis[] }
  readonly rights: Pick<HarvestRights, 'harvesting' | 'mayHarvest'>
}

export type HarvestReadingUsecases = ReturnType<typeof harvestReadingUsecases>

const SHOWN = 20

/** Reads a workshop's harvest, and CSV files to be harvested. */
export function harvestReadingUsecases(
  { store, read, programme, rights }: Parts,
  context: Pick<IdeaContext, 'seen'>,
) {
  const { harvesting, mayHarvest } = rights
  return {
    /** What a harvest has by now: the newest 20 of one table, or of all of them. @throws Refusal as `harvest` does */
    async harvestOf(actor: Actor, id: string, table?: string): Promise<Harvest> {
      const workshop = await harvesting(actor, id)
      const [found, count, mine] = await read(async tx => {
        const found = await store(tx).saidAt(id, SHOWN, table)
        const keys = await store(tx).keysOf(
          actor.id,
          found.map(each => each.id),
        )
        return [found, await store(tx).countSaidAt(id, table), keys] as const
      })
      return { workshop, until: harvestUntil(workshop), count, items: await context.seen(actor, found), mine }
    },

    /**
     * Parses the lines of a CSV file without storing them: who harvests checks them, then sends them like typed ones.
     * @throws Refusal as `harvest` does, and `file-large`, `file-long`, `file-quotes`
     */
    async readHarvest(
      actor: Actor,
      workshop: string,
      bytes: Uint8Array,
      presets: HarvestPresets,
    ): Promise<TableLines> {
      await harvesting(actor, workshop)
      return linesIn(readTable(bytes, TABLE_MOST), presets, programme.axes)
    },

    /**
     * The workshop, if the actor may harvest there now; exported for other acts on a table's ideas.
     * @throws Refusal as `harvest` does
     */
    harvesting,
    mayHarvest,

    /** Ideas said at a workshop, of all its tables: the most supported first, then the newest. */
    leadingAt: (workshop: string, limit: number): Promise<readonly Idea[]> =>
      read(tx => store(tx).leadingAt(workshop, limit)),

    /** Ideas of one table of a workshop, the most supported first, then the newest. */
    async ofTable(workshop: string, table: string): Promise<readonly Idea[]> {
      const found = await read(tx => store(tx).saidAt(workshop, MOST_HARVESTED, table))
      return found.toSorted((a, b) => b.supports - a.supports)
    },
  }
}
