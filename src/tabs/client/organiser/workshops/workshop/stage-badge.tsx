import type { Key } from '../../../../../i18n/words.ts'
import type { PlannedStage, PlannedView } from '../../../../contract/workshops/planning.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { type BadgeTone, StateBadge } from '../../../parts/panels/badge.tsx'

const STAGES = {
  draft: ['workshop.stage.draft', 'neutral'],
  announced: ['plan.state.open', 'good'],
  full: ['series.full', 'warning'],
  closed: ['workshop.stage.closed', 'neutral'],
  underway: ['workshop.underway', 'brand'],
  over: ['workshop.over', 'neutral'],
  cancelled: ['workshop.stage.cancelled', 'danger'],
  postponed: ['workshop.stage.postponed', 'warning'],
} as const satisfies Readonly<Record<PlannedStage, readonly [Key, BadgeTone]>>

type Props = Pick<PlannedView, 'stage'> & {
  readonly early?: true | undefined
  readonly opensAt?: number | undefined
}

/** Free seats are said only once somebody can take one; before that, when that is. */
export function StageBadge({ stage, early, opensAt }: Props) {
  const { say, shortDay } = useSession().translator
  if (stage === 'announced' && early && opensAt !== undefined)
    return <StateBadge tone="brand">{say('plan.state.opens', { date: shortDay(opensAt) })}</StateBadge>
  const [word, tone] = STAGES[stage]
  return <StateBadge tone={tone}>{say(word)}</StateBadge>
}

type StageProps = Pick<PlannedView, 'stage' | 'early' | 'opensAt' | 'reason' | 'summarised'>

/** The same of a day, whether its summary is published, and why it was cancelled or put off. */
export function DayStage({ stage, early, opensAt, reason, summarised }: StageProps) {
  const { say } = useSession().translator
  const isOff = stage === 'cancelled' || stage === 'postponed'
  return (
    <>
      <StageBadge stage={stage} early={early} opensAt={opensAt} />
      {summarised && <p className="quiet">{say('plan.summarised')}</p>}
      {isOff && reason !== '' && <p className="quiet">{reason}</p>}
    </>
  )
}
