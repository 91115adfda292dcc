import { systemClock } from '../../../../../kernel/time/clock.ts'
import type { BroadcastView } from '../../../../contract/broadcasts.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { unplannedText } from '../broadcast/texts.ts'
import { inChannels } from './counts.tsx'
import { leavesText } from './progress-texts.ts'

/** When a draft starts by itself, or why it does not. */
export function PlanNote({ view }: { view: BroadcastView }) {
  const { translator } = useSession()
  const { say, shortDay, time } = translator
  const { plan, state, leavesAt } = view
  if (!plan) return null
  if (plan.off)
    return (
      <Notice tone={plan.off === 'cancelled' ? 'neutral' : 'warning'}>
        {unplannedText(translator, view)}
      </Notice>
    )
  if (state !== 'planned') return null
  const counted = say(inChannels(view) ? 'cast.plan.counted.channels' : 'cast.plan.counted')
  const wanted = { date: shortDay(plan.at), time: time(plan.at) }
  return (
    <Notice tone="neutral">
      <strong>{leavesText(translator, view, systemClock.now())}</strong>
      {'. '}
      {leavesAt !== undefined && leavesAt !== plan.at && `${say('cast.plan.moved', wanted)}. `}
      {`${capitalised(counted)}.`}
    </Notice>
  )
}
