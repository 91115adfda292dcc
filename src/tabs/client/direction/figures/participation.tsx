import type { FiguresView } from '../../../contract/figures/figures.ts'
import { averageText, heldAmount, percent, tightPercent } from '../../parts/charts/amounts.ts'
import { ChartPanel } from '../../parts/charts/chart-panel.tsx'
import type { ChartTable } from '../../parts/charts/figures-table.tsx'
import { type ChartSeries, LineChart } from '../../parts/charts/line-chart.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { dayMonth, plainDay } from '../../parts/words/days.ts'

type Weeks = FiguresView['weeks']

/** The weeks in numbers, the last first. */
export function useWeekTable(weeks: Weeks): ChartTable {
  const { translator, programme } = useSession()
  const { say } = translator
  const rows = weeks
    .toReversed()
    .map(({ week, share, average, count }) => [
      plainDay(week, programme.today, translator),
      count === 0 ? heldAmount(count, translator) : percent(share, translator),
      averageText(average, translator),
      heldAmount(count, translator),
    ])
  return {
    head: [say('figures.week'), say('direction.here'), say('direction.mean'), say('direction.tookPart')],
    rows,
  }
}

/** How many took part at least once, week after week, beside the programme's average. */
export function WeekChart({ weeks }: { weeks: Weeks }) {
  const { translator } = useSession()
  const { say } = translator
  const last = weeks.at(-1)
  if (!last) return null
  const held = last.count === 0 && heldAmount(last.count, translator)
  const here: ChartSeries = {
    name: 'here',
    values: weeks.map(week => week.share),
    label: say('direction.label.here', { share: held || tightPercent(last.share, translator) }),
  }
  const average: ChartSeries = {
    name: 'average',
    values: weeks.map(week => week.average),
    label:
      last.average === 0
        ? say('direction.label.mean.unknown')
        : say('direction.label.mean', { share: tightPercent(last.average, translator) }),
  }
  // A line along the bottom would read as « nobody takes part elsewhere ».
  const known = average.values.some(value => value > 0)
  return (
    <LineChart
      summary={say('direction.participation.summary', {
        share: held || percent(last.share, translator),
        average: averageText(last.average, translator),
        count: weeks.length,
      })}
      series={known ? [here, average] : [here]}
      tick={at => dayMonth(weeks[at]?.week ?? '', translator)}
      scale={value => translator.share(value, 100)}
    />
  )
}

export default function Participation({ weeks }: { weeks: Weeks }) {
  const { translator } = useSession()
  const table = useWeekTable(weeks)
  if (weeks.length === 0) return null
  return (
    <ChartPanel title={translator.say('direction.participation')} table={table}>
      <WeekChart weeks={weeks} />
    </ChartPanel>
  )
}
