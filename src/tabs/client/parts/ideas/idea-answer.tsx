import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { useSession } from '../page/context.tsx'
import { momentDay } from '../words/days.ts'

const ROLES = {
  agent: 'role.agent',
  pilot: 'role.pilot',
  manager: 'role.manager',
  organiser: 'role.organiser',
  observer: 'role.observer',
} as const

const DECIDED = {
  studied: 'tab.studied.by',
  retained: 'tab.retained.by',
  aside: 'tab.aside.by',
} as const

/** What was decided, by whom and when, and why it is not pursued. */
export function IdeaDecision({ state, decision }: Pick<IdeaView, 'state' | 'decision'>) {
  const { translator, programme } = useSession()
  if (!decision || !(state in DECIDED)) return null
  const date = momentDay(decision.at, programme.today, translator)
  const author = decision.author || translator.say(ROLES[decision.role])
  return (
    <div className="reply">
      <p className="quiet">{translator.say(DECIDED[state as keyof typeof DECIDED], { author, date })}</p>
      {decision.reason && <p>{decision.reason}</p>}
    </div>
  )
}

/** What was answered, by whom and when. */
export function IdeaAnswer({ answer }: { answer: IdeaView['answer'] }) {
  const { translator, programme } = useSession()
  if (!answer) return null
  const date = momentDay(answer.at, programme.today, translator)
  // A role is shown instead of a name that is no longer known.
  const who = answer.author || translator.say(ROLES[answer.role])
  return (
    <div className="reply">
      <p className="quiet">{translator.say('tab.answer.by', { author: who, date })}</p>
      <p>{answer.text}</p>
    </div>
  )
}
