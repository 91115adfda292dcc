import { capitalised } from '../../parts/words/capital.ts'
import { fullDay, momentDay } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { Settings } from '../settings/settings.tsx'
import { Phases } from './phases.tsx'

/** Name of the page, today, the programme's phases, and what a person may correct about themselves. */
export function Head() {
  const { translator, programme, acting } = usePersonalTab()
  const { closedAt } = programme
  return (
    <header className="head">
      <div className="head-title">
        <h1>{acting ? translator.say('tab.title') : programme.name}</h1>
        <p className="quiet today">{capitalised(fullDay(programme.today, translator))}</p>
        {closedAt !== undefined && (
          <p className="quiet">
            {translator.say('closeout.since', { date: momentDay(closedAt, programme.today, translator) })}
          </p>
        )}
      </div>
      <Phases />
      <Settings />
    </header>
  )
}
