import { Button } from '@fluentui/react-components'
import { systemClock } from '../../../../../kernel/time/clock.ts'
import type { BroadcastRehearsal, BroadcastView } from '../../../../contract/broadcasts.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { useDialog } from '../../../parts/dialogs/open-dialog.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { StateBadge } from '../../../parts/panels/badge.tsx'
import { replaceAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { ALL, editAddressOf, toAll } from '../broadcast/addresses.ts'
import { stateText, TONES, titleOf } from '../broadcast/texts.ts'
import type { FollowedBroadcast } from '../broadcast/use-broadcast.ts'
import { usePlaces } from './action-bar.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { ContentPanel } from './content-panel.tsx'
import { type CountPart, Counts, inChannels } from './counts.tsx'
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
      sub: say(recipients > reached ? 'cast.tab.unreachable.sub' : 'cast.tab.unreachable.none'),
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
      {leaves && reached > 0 && <Notice tone="neutral">{leaves}</Notice>}
      {reached === 0 && <Notice tone="warning">{say('cast.tab.nobody')}</Notice>}
    </>
  )
}

/** Rehearsing, then starting: one filled button, whichever comes next. */
function useActs(view: BroadcastView, sheet: FollowedBroadcast) {
  const { say } = useSession().translator
  const act = useAct()
  const { id, version, rehearsal } = view
  const { request: removing, open, finish } = useDialog<true>()
  const start = () => act.run(() => sheet.act('start', { version }), { text: say('cast.started') })
  const rehearse = () => act.run(() => sheet.act('rehearsal'), say('cast.rehearsed'))
  const throwAway = async () => {
    if (await act.run(() => sheet.remove(), { text: say('cast.removed'), at: ALL })) replaceAddress(ALL)
  }
  const count = rehearsal?.reached
  const next = count !== undefined && (
    <ActButton key="next" act={act} still={count === 0} appearance="primary" onPress={() => void start()}>
      {inChannels(view) ? say('cast.start.channels', { count }) : say('cast.start', { count })}
    </ActButton>
  )
  const buttons = (
    <>
      {next || (
        <ActButton key="next" act={act} appearance="primary" onPress={() => void rehearse()}>
          {say('cast.rehearse')}
        </ActButton>
      )}
      <LinkButton href={editAddressOf(id)}>{say('cast.edit')}</LinkButton>
      <Button onClick={() => open(true)}>{say('cast.remove')}</Button>
    </>
  )
  const asked = removing && (
    <ConfirmDialog what="remove" act={act} close={() => finish()} run={() => void throwAway()} />
  )
  return { act, buttons, asked }
}

/** A draft: its text, whom it would reach, and the button to send it. */
export function BroadcastDraft({ view, sheet, notice, acting }: PageProps) {
  const { translator } = useSession()
  const { say, shortDay } = translator
  const { act, buttons, asked } = useActs(view, sheet)
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
      <ActFailure act={act} />
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
