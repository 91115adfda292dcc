import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { stemsOf } from '../../../search/stemming.ts'
import type { Programme } from '../../programme/index.ts'
import { guessAxis, type StemTally, stemsOfAxes } from './guess.ts'

/** How many ideas of an axis hold a stem. */
export type AxisStem = { readonly stem: string; readonly axis: string; readonly ideas: number }

export type AxisStemStore = {
  readonly of: (stems: readonly string[]) => Promise<readonly AxisStem[]>
  /** Counts ideas that hold each stem, of those that `least` hold: the most frequent first, `limit` at most. */
  readonly counted: (least: number, limit: number) => Promise<readonly AxisStem[]>
  readonly replace: (rows: readonly AxisStem[]) => Promise<void>
}

/** A stem of one idea alone may be a person's own word: it is not counted. */
const LEAST = 2
/** Stems kept: of 10,000 ideas, some 8,000. */
const MOST = 12_000

type Parts = {
  readonly store: (tx: Tx) => AxisStemStore
  readonly programme: Pick<Programme, 'axes'>
  readonly transact: Transact
  readonly read: Transact
}

export type AxisGuessUsecases = ReturnType<typeof axisGuessUsecases>

/** Which axis a sentence is about: by the words of the method file, and those of the ideas under each axis. */
export function axisGuessUsecases({ store, programme, transact, read }: Parts) {
  /** Stems of the axes' own words, until an axis is reworded. */
  let known: { readonly axes: Programme['axes']; readonly stems: StemTally } | undefined
  const stemsOfMethod = () => {
    const { axes } = programme
    if (known?.axes !== axes) known = { axes, stems: stemsOfAxes(axes) }
    return known.stems
  }

  return {
    /** The axis, or undefined where the words do not say. */
    async guess(text: string): Promise<string | undefined> {
      const stems = stemsOf(text)
      const rows = await read(tx => store(tx).of(stems))
      const byStem = Map.groupBy(rows, ({ stem }) => stem)
      const ofIdeas = new Map(
        [...byStem].map(([stem, each]) => [stem, new Map(each.map(({ axis, ideas }) => [axis, ideas]))]),
      )
      const axes = programme.axes.map(({ id }) => id)
      return guessAxis(stems, axes, stemsOfMethod(), ofIdeas)
    },

    /** Counts the words of ideas anew. */
    async count(): Promise<void> {
      const rows = await read(tx => store(tx).counted(LEAST, MOST))
      await transact(tx => store(tx).replace(rows))
    },
  }
}
