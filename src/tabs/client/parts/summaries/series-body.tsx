import type { ReactNode } from 'react'
import type { SeriesSummaryView, SummaryDayView } from '../../../contract/workshops/summaries.ts'
import { useSession } from '../page/context.tsx'
import { capitalised } from '../words/capital.ts'
import { AxesPart, NextPart, Part, TopPart, VotesPart } from './outcome.tsx'
import { dayText, seriesPeopleText } from './texts.ts'

type Props = {
  readonly view: SeriesSummaryView
  /** The way to the summary of a day, or to where it is written. */
  readonly linkOf?: (day: SummaryDayView) => ReactNode
}

function Days({ view: { days }, linkOf }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const told = days.filter(({ state }) => state === 'summarised').length
  return (
    <Part title={say('series.summary.file.days')}>
      <p>{say('series.summary.days', { days: days.length, told })}</p>
      <ul className="summary-list">
        {days.map(day => (
          <li key={day.id}>
            <p className="words">{capitalised(dayText(day, translator))}</p>
            {day.sequel && <p>{day.sequel}</p>}
            {linkOf?.(day)}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What the days of a series add up to. */
export function SeriesBody({ view, linkOf }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { axes, top, votes, steps, count, answered, kept, late, promised } = view
  const tally = say('series.summary.steps', { count: steps.length, kept, late, promised })
  return (
    <>
      <Part title={say('harvest.summary.brief')}>
        <p className="words">{seriesPeopleText(view, translator)}</p>
        <p>{say('series.summary.ideas', { count, answered })}</p>
      </Part>
      <Days view={view} {...(linkOf && { linkOf })} />
      <NextPart steps={steps} tally={tally} />
      <VotesPart votes={votes} />
      <TopPart top={top} />
      <AxesPart axes={axes} />
    </>
  )
}
