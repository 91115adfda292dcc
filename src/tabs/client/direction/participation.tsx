import type { FiguresView } from '../../contract/figures.ts'
import { useGround } from '../page/ground.tsx'
import { dayMonth, plainDay } from '../words/days.ts'
import { amount, averageText, percent, tightPercent } from './amounts.ts'
import { ChartPanel, type Table } from './chart-panel.tsx'
import { LineChart } from './line-chart.tsx'

type Weeks = FiguresView['weeks']

function useTable(weeks: Weeks): Table {
  const { speech, programme } = useGround()
  const { say } = speech
  const rows = weeks
    .toReversed()
    .map(({ week, share, average, count }) => [
      plainDay(week, programme.today, speech),
      count === 0 ? amount(count, speech) : percent(share, speech),
      averageText(average, speech),
      amount(count, speech),
    ])
  return {
    head: [say('direction.week'), say('direction.here'), say('direction.mean'), say('direction.tookPart')],
    rows,
  }
}

/** How many took part at least once, week after week, beside the programme's average. */
export function Participation({ weeks }: { weeks: Weeks }) {
  const { speech } = useGround()
  const { say } = speech
  const table = useTable(weeks)
  const last = weeks.at(-1)
  if (!last) return null
  return (
    <ChartPanel title={say('direction.participation')} table={table}>
      <LineChart
        summary={say('direction.participation.summary', {
          share: percent(last.share, speech),
          average: averageText(last.average, speech),
          count: weeks.length,
        })}
        series={[
          {
            name: 'here',
            values: weeks.map(week => week.share),
            label: say('direction.label.here', { share: tightPercent(last.share, speech) }),
          },
          {
            name: 'average',
            values: weeks.map(week => week.average),
            label:
              last.average === 0
                ? say('direction.label.mean.unknown')
                : say('direction.label.mean', { share: tightPercent(last.average, speech) }),
          },
        ]}
        tick={at => dayMonth(weeks[at]?.week ?? '', speech)}
        scale={value => speech.share(value, 100)}
      />
    </ChartPanel>
  )
}
