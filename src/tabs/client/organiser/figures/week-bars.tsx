import type { ProgrammeFiguresView } from '../../../contract/figures/figures.ts'
import { ChartPanel } from '../../parts/charts/chart-panel.tsx'
import { columnHeight, topOf } from '../../parts/charts/scale.ts'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { dayMonth, plainDay } from '../../parts/words/days.ts'
import { heldText, shareText } from './amounts.ts'

/** How many took part at least once, week after week: one hatched column each, its share in words at both ends. */
export function WeekBars({ weeks }: { weeks: ProgrammeFiguresView['weeks'] }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return null
  const top = topOf(weeks.map(({ share }) => share))
  const width = 100 / weeks.length
  const heightOf = (week: ProgrammeFiguresView['weeks'][number]) => columnHeight(week, top, 116)
  const drawn = weeks.some(({ share }) => share > 0)
  const rows = weeks
    .toReversed()
    .map(({ week, count, share }) => [
      plainDay(week, programme.today, translator),
      shareText({ share, count }, translator),
      heldText(count, translator),
    ])
  return (
    <ChartPanel
      title={say('figures.weeks')}
      table={{ head: [say('figures.week'), say('figures.share'), say('figures.people')], rows }}
    >
      {!drawn && (
        <>
          <p className="weeks-last">{capitalised(shareText(last, translator))}</p>
          <p>{say('figures.weeks.few')}</p>
        </>
      )}
      {drawn && (
        <div
          role="img"
          className="weeks"
          aria-label={say('figures.weeks.summary', {
            count: weeks.length,
            share: shareText(last, translator),
          })}
        >
          <span className="weeks-last" aria-hidden="true">
            {capitalised(shareText(last, translator))}
          </span>
          <svg width="100%" height="120" aria-hidden="true">
            <line className="weeks-floor" x1="0" x2="100%" y1="119.5" y2="119.5" />
            {weeks.map((each, at) => (
              <rect
                key={each.week}
                className="fill-hatch"
                x={`${at * width + width * 0.15}%`}
                y={120 - heightOf(each)}
                width={`${width * 0.7}%`}
                height={heightOf(each)}
                fill="url(#fill-hatch)"
              />
            ))}
          </svg>
          <span className="weeks-ticks" aria-hidden="true">
            <span>{dayMonth(first.week, translator)}</span>
            {weeks.length > 1 && <span>{dayMonth(last.week, translator)}</span>}
          </span>
        </div>
      )}
    </ChartPanel>
  )
}
