import { Button } from '@fluentui/react-components'
import { systemClock } from '../../../../kernel/clock.ts'
import type { BroadcastRehearsal, BroadcastView } from '../../../contract/broadcasts.ts'
import { useDialog } from '../../dialogs/opened.ts'
import { replaceAddress } from '../../organiser/address.ts'
import { ActFailure, useAct } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { StateBadge } from '../../page/badge.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { usePlaces } from './act-bar.tsx'
import { Counts, inChannels, type Part } from './counts.tsx'
import { ForGood } from './for-good.tsx'
import { ALL, editAddressOf, toAll } from './links.ts'
import { LinkButton } from './list-page.tsx'
import { stateText, TONES, titleOf } from './naming.ts'
import { leavesText } from './progress-words.ts'
import { rehearsalReasons } from './reason-words.ts'
import { Reasons } from './reasons.tsx'
import type { PageProps } from './run.tsx'
import type { Sheet } from './sheet.ts'
import { What } from './what.tsx'

function Rehearsed({ view, rehearsal }: { view: BroadcastView; rehearsal: BroadcastRehearsal }) {
  const { speech } = useGround()
  const { say } = speech
  const { recipients, reached } = rehearsal
  const leaves = leavesText(speech, view, systemClock.now())
  const parts: readonly Part[] = [
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
function useActs(view: BroadcastView, sheet: Sheet) {
  const { say } = useGround().speech
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
      <LinkButton href={editAddressOf(id)} text={say('cast.edit')} />
      <Button onClick={() => open(true)}>{say('cast.remove')}</Button>
    </>
  )
  const asked = removing && (
    <ForGood what="remove" act={act} close={() => finish()} run={() => void throwAway()} />
  )
  return { act, buttons, asked }
}

/** A draft: what it says, whom it would reach and whom not, and the way to send it. */
export function Draft({ view, sheet, notice, acting }: PageProps) {
  const { speech } = useGround()
  const { say, shortDay } = speech
  const { act, buttons, asked } = useActs(view, sheet)
  const { rehearsal, state, createdAt } = view
  const channels = inChannels(view)
  const places = usePlaces(acting && buttons)
  return (
    <>
      <SectionHead
        title={titleOf(view)}
        trail={[toAll(speech), { text: shortDay(createdAt) }]}
        badge={<StateBadge tone={TONES[state]}>{stateText(speech, view)}</StateBadge>}
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
            reasons={rehearsalReasons(speech, rehearsal, channels)}
            places={channels}
            none={say('cast.tab.who.none')}
            note={channels ? undefined : say('cast.tab.why.rounded')}
          />
        )}
        <What view={view} previews={sheet.previews} title={say('cast.tab.card')} />
      </div>
      {places.foot}
      {asked}
    </>
  )
}
