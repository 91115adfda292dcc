import { Calendar16Regular } from '@fluentui/react-icons/svg/calendar'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { Vote16Regular } from '@fluentui/react-icons/svg/vote'
import type { BallotRow } from '../../../contract/ballots/sheets.ts'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import type { Translator } from '../../parts/words/translator.ts'
import { turnoutCount } from '../../parts/words/turnout-count.ts'

const STAGES = {
  draft: { tone: 'neutral', word: 'ballot.state.draft', Icon: Edit16Regular },
  scheduled: { tone: 'neutral', word: 'ballot.state.scheduled', Icon: Calendar16Regular },
  open: { tone: 'brand', word: 'ballot.state.open', Icon: Vote16Regular },
  closed: { tone: 'neutral', word: 'tab.ballot.closed', Icon: LockClosed16Regular },
  cancelled: { tone: 'neutral', word: 'ballot.state.cancelled', Icon: LockClosed16Regular },
} as const

export function BallotStage({ ballot: { stage, cancelled } }: { ballot: BallotRow }) {
  const { say } = useSession().translator
  const { tone, word, Icon } = STAGES[cancelled ? 'cancelled' : stage]
  return (
    <StateBadge tone={tone}>
      <Icon aria-hidden />
      {say(word)}
    </StateBadge>
  )
}

/** « Ouvre le 3 juin à 9 h », « Ouvert jusqu’au 7 juin à 18 h », « Clos le 7 juin à 18 h ». */
export function momentOf(ballot: BallotRow, { say, shortDay, time }: Translator): string {
  const { stage, opensAt, closesAt, cancelled } = ballot
  const end = { date: shortDay(closesAt), time: time(closesAt) }
  if (cancelled) return say('ballot.cancelledAt', end)
  if (stage === 'closed') return say('ballot.closedAt', end)
  if (stage === 'open') return say('ballot.end', end)
  if (opensAt === undefined) return say('ballot.opens.hand', end)
  return say('ballot.opens', { date: shortDay(opensAt), time: time(opensAt) })
}

/** « 269 votes sur 1 240 personnes appelées à voter, soit 22 % » */
export function turnoutOf(ballot: BallotRow, translator: Translator): string {
  const { stage } = ballot
  return stage === 'open' || stage === 'closed' ? turnoutCount(translator, ballot) : ''
}
