import { exact, type Shown } from '../../../../kernel/personal-data/counts.ts'
import type { ReachView } from '../../../contract/people/reach.ts'
import type { Translator } from '../../parts/words/translator.ts'

/** Everybody there is: in each Direction its headcount, or those known where they are more; and those of none. */
export function everybodyIn({ directions, elsewhere }: Omit<ReachView, 'total'>): Shown {
  const placed = directions.reduce(
    (sum, { direction, people }) => sum + Math.max(direction.headcount, people),
    0,
  )
  return exact('reach', placed + elsewhere.people)
}

/** « effectif au programme : 6 700 », where that is another number; else ''. */
export function headcountText(reach: Omit<ReachView, 'total'>, say: Translator['say']): string {
  const count = reach.directions.reduce((sum, { direction }) => sum + direction.headcount, 0)
  return count === everybodyIn(reach) ? '' : say('reach.headcount', { count: exact('reach', count) })
}

/** Directions where more people are known than the programme counts. */
function overfull({ directions }: Omit<ReachView, 'total'>) {
  return directions.filter(({ direction, people }) => direction.headcount > 0 && people > direction.headcount)
}

/** « Direction de l’audit : 48 personnes connues pour un effectif de 32 »; of several how many; '' where there is none. */
export function overfullText(reach: Omit<ReachView, 'total'>, say: Translator['say']): string {
  const [first, ...others] = overfull(reach)
  if (!first) return ''
  if (others.length > 0) return say('staff.reach.over', { count: others.length + 1 })
  const { direction, people } = first
  const headcount = exact('reach', direction.headcount)
  return say('staff.reach.over.one', { direction: direction.name, people, headcount })
}
