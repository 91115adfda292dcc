import { number } from '../../../../i18n/format.ts'
import { total } from '../../../../kernel/personal-data/counts.ts'
import type { ProgrammeFiguresView } from '../../../contract/figures.ts'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { heldText, shareText } from './amounts.ts'

/** What is said first: who took part, and how many ideas came. */
export function KeyFigures({ figures }: { figures: ProgrammeFiguresView }) {
  const { translator } = useSession()
  const { say, language } = translator
  const { participation, ideas, headcount } = figures
  const { count } = participation
  const items = [
    {
      name: say('figures.took'),
      value: shareText(participation, translator),
      about:
        participation.share === 0
          ? ''
          : say('figures.took.of', {
              share: shareText(participation, translator),
              count: heldText(count, translator),
            }),
    },
    {
      name: say('figures.ideas'),
      value: number(total(ideas.map(each => each.total)), language),
      about: '',
    },
    { name: say('figures.headcount'), value: number(headcount, language), about: '' },
  ]
  return (
    <dl className="figure-heads">
      {items.map(({ name, value, about }) => (
        <div key={name} className="card panel">
          <dt>{name}</dt>
          <dd>
            <strong>{capitalised(value)}</strong>
            {about && <span className="quiet">{about}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
