import { open } from '../../../src/db/index.ts'
import { CUTS, type Figure, NOWHERE } from '../../../src/features/figures/domain.ts'
import { estimatedInAll, estimatedWithin, exact } from '../../../src/kernel/personal-data/counts.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { NOW, type Site } from '../site.ts'

const WEEKS = 26
const [AXES, STATES] = [5, CUTS.ideas?.states ?? []]

/** As a daily snapshot keeps them when one in five has come, more in one Direction than in the next. */
function figuresAt({ stage }: Site, week: number): Figure[] {
  const { directions, axes, headcount } = stage.app.programme
  const near = directions.flatMap(({ id: direction, headcount: here }, at) => {
    const came = Math.floor((here * (week + 1) * (1 + (at % 5))) / (3 * 5 * WEEKS))
    const ideas = axes.flatMap(({ id: axis }, nth) =>
      STATES.map((state, far): Figure => {
        const count = Math.floor((came * (AXES - nth)) / (6 + 6 * far))
        return { measure: 'ideas', direction, axis, state, value: exact('ideas', count) }
      }),
    )
    const took = estimatedWithin(came, here, () => 0)
    return [{ measure: 'participants', direction, axis: '', state: '', value: took }, ...ideas]
  })
  const all = (measure: string, count: number, axis = ''): Figure => {
    const value = estimatedInAll(count, headcount, () => 0)
    return { measure, direction: NOWHERE, axis, state: '', value }
  }
  const came = (headcount * (week + 1)) / (5 * WEEKS)
  const private_ = axes.map(({ id }, nth) => all('commitments-unshared', came / (10 + nth), id))
  return [...near, all('participants', came), ...private_].filter(({ value }) => value > 0)
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
