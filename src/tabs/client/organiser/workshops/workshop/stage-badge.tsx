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

const EARLY = ['plan.state.soon', 'brand'] as const

type Props = { readonly stage: PlannedStage; readonly early?: true | undefined }

/** Free seats are said only once somebody can take one. */
export function StageBadge({ stage, early }: Props) {
  const { say } = useSession().translator
  const [word, tone] = stage === 'announced' && early ? EARLY : STAGES[stage]
  return <StateBadge tone={tone}>{say(word)}</StateBadge>
}

type StageProps = Pick<PlannedView, 'stage' | 'early' | 'reason' | 'summarised'>

/** The same of a day, whether its summary is published, and why it was cancelled or put off. */
export function DayStage({ stage, early, reason, summarised }: StageProps) {
  const { say } = useSession().translator
  const isOff = stage === 'cancelled' || stage === 'postponed'
  return (
    <>
      <StageBadge stage={stage} early={early} />
      {summarised && <p className="quiet">{say('plan.summarised')}</p>}
      {isOff && reason !== '' && <p className="quiet">{reason}</p>}
    </>
  )
}
