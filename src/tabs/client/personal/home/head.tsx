import { capitalised } from '../../parts/words/capital.ts'
import { fullDay } from '../../parts/words/days.ts'
import { useDesk } from '../navigation/context.tsx'
import { Settings } from '../settings/settings.tsx'
import { Phases } from './phases.tsx'

/** Name of the page, today, the programme's phases, and what a person may correct about themselves. */
export function Head() {
  const { speech, programme, acting } = useDesk()
  return (
    <header className="head">
      <div className="head-title">
        <h1>{acting ? speech.say('tab.title') : programme.name}</h1>
        <p className="quiet today">{capitalised(fullDay(programme.today, speech))}</p>
      </div>
      <Phases />
      <Settings />
    </header>
  )
}
