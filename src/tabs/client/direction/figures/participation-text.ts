import { number } from '../../../../i18n/format.ts'
import type { FiguresView } from '../../../contract/figures/figures.ts'
import { heldAmount, percent } from '../../parts/charts/amounts.ts'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { plainDay } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'

type Figures = Pick<FiguresView, 'direction' | 'small' | 'participation' | 'takenAt' | 'estimatedIn'>

function tookPart({ direction, participation }: Figures, translator: Translator): string {
  const { say, language } = translator
  const { count, share } = participation
  const all = number(direction.headcount, language)
  const people =
    count === 0
      ? say('direction.took.held', { held: heldAmount(count, translator) })
      : say('direction.people', { count })
  const said = { people: capitalised(people), all }
  if (direction.headcount === 0) return say('direction.took.some', said)
  if (count === 0) return say('direction.took.few', said)
  return say('direction.took', { ...said, share: percent(share, translator) })
}

/**
 * How many took part, as sentences: an estimate, what it is read against, and of which week; of a Direction where any number
 * could identify people, that none is shown, and why.
 */
export function useParticipationTexts(figures: Figures): readonly string[] {
  const { translator, programme } = useSession()
  const { say } = translator
  const { small, direction, takenAt, estimatedIn, participation } = figures
  if (small)
    return [
      say('direction.took.small', { people: say('direction.headcount', { count: direction.headcount }) }),
      say('direction.took.small.ideas'),
    ]
  if (takenAt === undefined) return [say('direction.took.none')]
  const { average } = participation
  return [
    tookPart(figures, translator),
    ...(average > 0 ? [say('direction.took.mean', { share: percent(average, translator) })] : []),
    ...(estimatedIn === undefined
      ? []
      : [say('direction.took.week', { day: plainDay(estimatedIn, programme.today, translator) })]),
  ]
}
