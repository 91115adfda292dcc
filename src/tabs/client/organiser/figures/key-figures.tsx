import { number } from '../../../../i18n/format.ts'
import { total } from '../../../../kernel/personal-data/counts.ts'
import type { ProgrammeFiguresView } from '../../../contract/figures.ts'
import { useGround } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { shareText, sumText } from './amounts.ts'

/** What is said first: who took part, and how many ideas came. */
export function Heads({ figures }: { figures: ProgrammeFiguresView }) {
  const { speech } = useGround()
  const { say, language } = speech
  const { participation, ideas, headcount } = figures
  const { count } = participation
  const items = [
    {
      name: say('figures.took'),
      value: shareText(participation, speech),
      about:
        participation.share === 0
          ? ''
          : say('figures.took.of', {
              share: shareText(participation, speech),
              count: number(count, language),
            }),
    },
    { name: say('figures.ideas'), value: sumText(total(ideas.map(each => each.total)), speech), about: '' },
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
