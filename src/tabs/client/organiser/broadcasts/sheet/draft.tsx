import { systemClock } from '../../../../../kernel/time/clock.ts'
import type { BroadcastRehearsal, BroadcastView } from '../../../../contract/broadcasts.ts'
import { ActFailure } from '../../../parts/actions/action.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { StateBadge } from '../../../parts/panels/badge.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { toAll } from '../broadcast/addresses.ts'
import { stateText, TONES, titleOf } from '../broadcast/texts.ts'
import { usePlaces } from './action-bar.tsx'
import { ContentPanel } from './content-panel.tsx'
import { type CountPart, Counts, inChannels } from './counts.tsx'
import { useDraftActs } from './draft-acts.tsx'
import { PlanNote } from './plan-note.tsx'
import { leavesText } from './progress-texts.ts'
import { rehearsalReasons } from './reason-texts.ts'
import { Reasons } from './reasons.tsx'
import type { PageProps } from './run.tsx'

function Rehearsed({ view, rehearsal }: { view: BroadcastView; rehearsal: BroadcastRehearsal }) {
  const { translator } = useSession()
  const { say } = translator
  const { recipients, reached } = rehearsal
  const leaves = leavesText(translator, view, systemClock.now())
  const parts: readonly CountPart[] = [
    {
      id: 'reached',
      fill: 'full',
      label: say('cast.tab.reached'),
      count: reached,
      sub: say('cast.tab.rehearsal.now'),
    },
    {
      id: 'unreached',
      fill: 'hatch',
      label: say('cast.tab.unreached'),
      count: recipients - reached,
    },
  ]
  return (
    <>
      <Counts
        title={say('cast.tab.rehearsal')}
        aside={say('cast.recipients', { count: recipients })}
        parts={parts}
        all={recipients}
      />
      {leaves && view.state === 'draft' && reached > 0 && <Notice tone="neutral">{leaves}</Notice>}
      {reached === 0 && <Notice tone="warning">{say('cast.tab.nobody')}</Notice>}
    </>
  )
}

/** A draft: its text, whom it would reach, and the button to send it. */
export function BroadcastDraft({ view, sheet, notice, acting }: PageProps) {
  const { translator } = useSession()
  const { say, shortDay } = translator
  const { act, buttons, asked, isAsking } = useDraftActs(view, sheet)
  const { rehearsal, state, createdAt } = view
  const channels = inChannels(view)
  const places = usePlaces(acting && buttons)
  return (
    <>
      <SectionHead
        title={titleOf(view)}
        trail={[toAll(translator), { text: shortDay(createdAt) }]}
        badge={<StateBadge tone={TONES[state]}>{stateText(translator, view)}</StateBadge>}
        acts={places.head}
      />
      {notice}
      {!isAsking && <ActFailure act={act} />}
      <PlanNote view={view} />
      {rehearsal ? (
        <Rehearsed view={view} rehearsal={rehearsal} />
      ) : (
        <Notice tone="neutral">{say('cast.tab.draft.how')}</Notice>
      )}
      <div className="cast-columns">
        {rehearsal && (
          <Reasons
            title={say('cast.tab.who')}
            reasons={rehearsalReasons(translator, rehearsal, channels)}
            places={channels}
            none={say('cast.tab.who.none')}
            note={channels ? undefined : say('cast.tab.why.rounded')}
          />
        )}
        <ContentPanel view={view} previews={sheet.previews} title={say('cast.tab.card')} />
      </div>
      {places.foot}
      {asked}
    </>
  )
}
