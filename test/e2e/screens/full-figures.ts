import { open } from '../../../src/db/index.ts'
import { CUTS, type Figure } from '../../../src/features/figures/domain.ts'
import { rounded, steppedWithin } from '../../../src/kernel/personal-data/counts.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { NOW, type Site } from '../site.ts'

const WEEKS = 26
const [AXES, STATES] = [5, CUTS.ideas?.states ?? []]

/** As a daily snapshot keeps them when one in five has come, more in one Direction than in the next. */
function figuresAt({ stage }: Site, week: number): Figure[] {
  const { directions, axes } = stage.app.programme
  return directions.flatMap(({ id: direction, headcount }, at) => {
    const here = (measure: string, count: number, axis = '', state = ''): Figure => {
      const value = CUTS[measure]?.people ? steppedWithin(count, headcount, () => 0) : rounded(count)
      return { measure, direction, axis, state, value }
    }
    const came = (headcount * (week + 1) * (1 + (at % 5))) / (3 * 5 * WEEKS)
    const ofAxis = ({ id }: { readonly id: string }, nth: number) => [
      here('commitments-unshared', came / (2 + nth), id),
      ...STATES.map((state, far) => here('ideas', (came * (AXES - nth)) / (6 + 6 * far), id, state)),
    ]
    return [here('participants', came), ...axes.flatMap(ofAxis)].filter(({ value }) => value > 0)
  })
}

/** Half a year of figures, in place of those of a month. */
export async function fillFigures(site: Site): Promise<void> {
  await site.stage.app.database.transact(async tx => {
    const db = open(tx)
    await db.deleteFrom('figure').execute()
    await db.deleteFrom('figure_week').execute()
    for (let ago = WEEKS - 1; ago >= 0; ago--) {
      const taken_at = NOW - 7 * ago * DAY
      const week = new Date(taken_at).toISOString().slice(0, 10)
      const rows = figuresAt(site, WEEKS - 1 - ago).map(figure => ({ week, ...figure }))
      await db.insertInto('figure_week').values({ week, day: week, taken_at }).execute()
      for (let from = 0; from < rows.length; from += 250)
        await db
          .insertInto('figure')
          .values(rows.slice(from, from + 250))
          .execute()
    }
  })
}
