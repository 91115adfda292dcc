import type { SheetView } from '../../../../contract/workshops/planning.ts'
import { useSession } from '../../../parts/page/context.tsx'

/** How the seats of a day are given out, in sentences, where that is not as usual; `several`: of each day of a series. */
export function RuleFacts({ day, several = false }: { day: SheetView; several?: boolean }) {
  const { say, shortDay, time } = useSession().translator
  const { rules, opensAt, closesAt, releaseAt } = day
  const moment = (at: number) => say('workshop.moment', { day: shortDay(at), time: time(at) })
  const until = releaseAt === undefined ? undefined : moment(releaseAt)
  const { releaseDays, closeDays, reserved: count } = rules
  // Days of a series are released at different dates: the rule is shown instead.
  const quotas = () => {
    if (until === undefined) return say('workshop.quotas')
    return several
      ? say('plan.rule.quotas.days', { days: releaseDays })
      : say('workshop.quotas.until', { until })
  }
  const reserved = () => {
    if (until === undefined || rules.quotas) return say('workshop.reserved', { count })
    return several
      ? say('plan.rule.reserved.days', { count, days: releaseDays })
      : say('workshop.reserved.until', { count, until })
  }
  const closes = (at: number) =>
    several
      ? say('plan.rule.closes.days', { days: closeDays })
      : say('workshop.closes', { moment: moment(at) })
  const facts = [
    ...(opensAt === undefined ? [] : [say('workshop.opens', { moment: moment(opensAt) })]),
    ...(closesAt === undefined ? [] : [closes(closesAt)]),
    rules.quotas ? quotas() : say('plan.rule.noQuotas'),
    ...(count > 0 ? [reserved()] : []),
    say('plan.rule.confirm', { hours: rules.confirmHours }),
  ]
  return (
    <ul className="facts">
      {facts.map(fact => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
