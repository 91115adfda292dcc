import { useSession } from '../../../parts/page/context.tsx'
import { StateBadge } from '../../../parts/panels/badge.tsx'
import type { DayOff } from './days-off.ts'

const OFF = {
  holiday: 'plan.date.holiday.short',
  closure: 'plan.date.closure.short',
  rest: 'plan.date.rest.short',
} as const

/** Marks a day that is no working day. */
export function OffMark({ off }: { off: DayOff | undefined }) {
  const { say } = useSession().translator
  return off ? <StateBadge tone="warning">{say(OFF[off])}</StateBadge> : null
}
