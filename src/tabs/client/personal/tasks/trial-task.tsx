import './trial-task.css'
import { Button } from '@fluentui/react-components'
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker'
import type { Key } from '../../../../i18n/words.ts'
import type { WaitingTrialView } from '../../../contract/initiatives/trials.ts'
import { openTab } from '../../host/navigation.ts'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { nameOf } from '../../parts/words/button-name.ts'
import { plainDay } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { Task } from './task.tsx'

/** What each asks, the word of what one does about it, and what that is called where the word stands alone. */
const WORDS = {
  decision: { title: 'trial.waiting.decision', act: 'trial.decision.decide', name: 'trial.decision.decide' },
  answer: { title: 'trial.waiting.answer', act: 'trial.waiting.say', name: 'trial.waiting.say' },
  number: { title: 'trial.waiting.number', act: 'trial.waiting.type', name: 'trial.waiting.type.whole' },
} as const satisfies Record<WaitingTrialView['awaits'], { title: Key; act: Key; name: Key }>

function useWords(trial: WaitingTrialView) {
  const { translator, programme } = usePersonalTab()
  const { say } = translator
  const { title, act, name } = WORDS[trial.awaits]
  const until =
    trial.awaits === 'answer'
      ? [say('trial.waiting.until', { date: plainDay(trial.until, programme.today, translator) })]
      : []
  return {
    title: say(title, { title: trial.title }),
    act: say(act),
    name: say(name),
    facts: trial.awaits === 'number' ? [trial.measure] : until,
  }
}

/** Leads to the trial on the sheet of its initiative. */
function ToTrial({ trial }: { trial: WaitingTrialView }) {
  const { translator } = usePersonalTab()
  const { act, name } = useWords(trial)
  return (
    <Button
      size="small"
      aria-label={nameOf(translator, name, trial.title)}
      onClick={() => void openTab('gallery', `${trial.initiative}:trial`)}
    >
      {act}
    </Button>
  )
}

function Row({ trial }: { trial: WaitingTrialView }) {
  const { title, facts } = useWords(trial)
  return (
    <li>
      <p>{title}</p>
      <FactLine of={facts} />
      <div className="acts">
        <ToTrial trial={trial} />
      </div>
    </li>
  )
}

function One({ trial }: { trial: WaitingTrialView }) {
  const { title, facts } = useWords(trial)
  return (
    <Task icon={<Beaker20Regular aria-hidden />} title={title} facts={facts}>
      <ToTrial trial={trial} />
    </Task>
  )
}

type Props = { readonly trials: readonly [WaitingTrialView, ...WaitingTrialView[]] }

/** A trial that waits for me; several are one row, each behind one press. */
export default function TrialTask({ trials }: Props) {
  const { say } = usePersonalTab().translator
  const [first, ...others] = trials
  if (others.length === 0) return <One trial={first} />
  const title = say('trial.waiting.several', { count: trials.length })
  return (
    <Task
      icon={<Beaker20Regular aria-hidden />}
      title={title}
      facts={[]}
      fold={{ word: 'trial.waiting.see', of: title }}
    >
      <ul className="rows near trials-waiting">
        {trials.map(trial => (
          <Row key={trial.initiative} trial={trial} />
        ))}
      </ul>
    </Task>
  )
}
