import type { OwnStepView } from '../../../contract/next-steps.ts'
import { useSession } from '../../parts/page/context.tsx'
import { plainDay } from '../../parts/words/days.ts'
import { waitingIn } from '../figures/idea-counts.ts'
import { useIdeaCounts } from '../figures/use-idea-counts.ts'
import { isWaiting } from '../ideas/waiting.ts'
import { useDirectionTab } from '../reading/context.tsx'
import { stepCounts } from './steps-in-order.ts'
import { dueAmong } from './waiting-counts.ts'

/** « 4 idées attendent, dont 1 réponse due le 16 juin », or that answer alone where no other idea waits. */
function useIdeasText(): string | undefined {
  const { translator, programme } = useSession()
  const { say } = translator
  const { values, cut } = useDirectionTab()
  const read = values.waiting?.ideas ?? []
  const counts = useIdeaCounts()
  const count = counts ? waitingIn(counts) : read.filter(isWaiting).length
  const due = dueAmong(read)
  if (count === 0) return undefined
  const ideas = say(cut.waiting && !counts ? 'direction.now.ideas.more' : 'direction.now.ideas', {
    count,
  })
  if (!due) return ideas
  const day = plainDay(due.on, programme.today, translator)
  const owed = say(due.late ? 'direction.now.due.late' : 'direction.now.due', { count: due.count, day })
  return due.count === count ? owed : say('direction.now.with', { ideas, due: owed })
}

/** What waits for whoever answers here, in one line: a part for each kind, none where nothing waits. */
export function useWaitingTexts(steps: readonly OwnStepView[]): readonly string[] {
  const { say } = useSession().translator
  const { late, proposed } = stepCounts(steps)
  return [
    useIdeasText(),
    late > 0 && say('direction.now.late', { count: late }),
    proposed > 0 && say('direction.now.proposed', { count: proposed }),
  ].filter(text => text !== undefined && text !== false)
}

/** What all others read of it: how many ideas wait; undefined while that is not known. */
export function usePublicText(): string | undefined {
  const { say } = useSession().translator
  const counts = useIdeaCounts()
  return counts && say('direction.now.public', { count: waitingIn(counts) })
}
