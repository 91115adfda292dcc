import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import type { PhaseView } from '../../../contract/programme/programme.ts'
import { NamedIcon } from '../../parts/panels/axis-icons.tsx'
import { plainDay } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'

function Phase({ phase }: { phase: PhaseView }) {
  const { translator, programme } = usePersonalTab()
  if (phase.state === 'current') {
    const until = plainDay(phase.until, programme.today, translator)
    return <span>{translator.say('tab.phase.current', { phase: phase.title, until })}</span>
  }
  if (phase.state === 'coming') return <span>{phase.title}</span>
  return (
    <>
      <span>{phase.title}</span>
      <Checkmark20Regular aria-hidden />
      <span className="unseen">, {translator.say('tab.phase.done')}</span>
    </>
  )
}

/** The programme's phases in order; a phone has room for the current one only. */
export function Phases() {
  const { translator, programme } = usePersonalTab()
  return (
    <ol className="phases" aria-label={translator.say('tab.phases')}>
      {programme.phases.map(phase => (
        <li
          key={phase.id}
          className={`phase phase-${phase.state}`}
          {...(phase.state === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <NamedIcon name={phase.icon} />
          <Phase phase={phase} />
        </li>
      ))}
    </ol>
  )
}
