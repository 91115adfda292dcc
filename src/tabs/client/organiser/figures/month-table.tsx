import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { number } from '../../../../i18n/format.ts'
import type { ReviewView } from '../../../contract/figures/review.ts'
import { type BarFill, StackedBar } from '../../parts/charts/bars.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { monthName } from '../../parts/words/days.ts'
import { HEADS } from './review-texts.ts'

type Month = ReviewView['months'][number]

export const SHOWN = ['proposed', 'answered', 'begun'] as const
const FILLS = { proposed: 'dots', answered: 'hatch', begun: 'full' } as const satisfies Record<
  (typeof SHOWN)[number],
  BarFill
>
/** As many as a year has. */
const FIRST = 12

function Rows({ months }: { months: readonly Month[] }) {
  const { translator } = useSession()
  const { say, language } = translator
  const most = Math.max(...months.flatMap(month => SHOWN.map(name => month[name])))
  return (
    <table className="data-table months">
      <caption className="unseen">{say('review.months')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('review.month')}</th>
          {SHOWN.map(name => (
            <th key={name} scope="col">
              {say(HEADS[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map(month => (
          <tr key={month.month}>
            <th scope="row">{capitalised(monthName(month.month, translator))}</th>
            {SHOWN.map(name => (
              <td key={name}>
                <span className="month-count">{number(month[name], language)}</span>
                <StackedBar most={most} parts={[{ fill: FILLS[name], value: month[name] }]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What happened in each month, the last one first: each number with a bar that says the same. */
export function MonthTable({ months }: { months: readonly Month[] }) {
  const { say } = useSession().translator
  const [open, setOpen] = useState(false)
  const all = months.toReversed()
  if (all.length === 0) return null
  return (
    <Panel title={say('review.months')}>
      <p className="quiet">{say('review.months.note')}</p>
      <Rows months={open ? all : all.slice(0, FIRST)} />
      {all.length > FIRST && (
        <Button appearance="transparent" className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'review.months.less' : 'review.months.before')}
        </Button>
      )}
    </Panel>
  )
}
