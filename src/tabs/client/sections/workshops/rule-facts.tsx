import type { SheetView } from '../../../contract/planning.ts'
import { useGround } from '../../page/ground.tsx'

/** How the seats of a day are given out, in sentences. */
export function RuleFacts({ day }: { day: SheetView }) {
  const { say, shortDay, time } = useGround().speech
  const { rules, opensAt, closesAt, releaseAt } = day
  const moment = (at: number) => say('workshop.moment', { day: shortDay(at), time: time(at) })
  const until = releaseAt === undefined ? undefined : moment(releaseAt)
  const facts = [
    opensAt === undefined ? say('plan.rule.opens') : say('workshop.opens', { moment: moment(opensAt) }),
    closesAt === undefined ? say('plan.rule.closes') : say('workshop.closes', { moment: moment(closesAt) }),
    ...(rules.quotas
      ? [until ? say('workshop.quotas.until', { until }) : say('workshop.quotas')]
      : [say('plan.rule.noQuotas')]),
    ...(rules.reserved > 0
      ? [
          until && !rules.quotas
            ? say('workshop.reserved.until', { count: rules.reserved, until })
            : say('workshop.reserved', { count: rules.reserved }),
        ]
      : []),
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
