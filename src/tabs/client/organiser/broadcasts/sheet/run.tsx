import { Button } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { systemClock } from '../../../../../kernel/time/clock.ts'
import type { BroadcastView } from '../../../../contract/broadcasts.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { useDialog } from '../../../parts/dialogs/open-dialog.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { StateBadge } from '../../../parts/panels/badge.tsx'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { copyAddressOf, toAll } from '../broadcast/addresses.ts'
import { stateText, TONES, titleOf } from '../broadcast/texts.ts'
import type { FollowedBroadcast } from '../broadcast/use-broadcast.ts'
import { usePlaces } from './action-bar.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { SentPanel } from './content-panel.tsx'
import { Counts, inChannels } from './counts.tsx'
import { endText, handledText, leavesText, partsOf } from './progress-texts.ts'
import { runReasons } from './reason-texts.ts'
import { ReasonTable } from './reasons.tsx'

export type PageProps = {
  readonly view: BroadcastView
  readonly sheet: FollowedBroadcast
  readonly notice: ReactNode
  readonly acting: boolean
}

/** Whether unconfirmed messages can be repeated. */
function mayRepeat({ state, figures, goesUntil }: BroadcastView): boolean {
  const going = state === 'running' || state === 'done'
  return going && figures.unknown > 0 && systemClock.now() <= (goesUntil ?? Number.POSITIVE_INFINITY)
}

function useActs(view: BroadcastView, sheet: FollowedBroadcast) {
  const { say } = useSession().translator
  const act = useAct()
  const { request: stopping, open, finish } = useDialog<true>()
  const { state, figures, again } = view
  const paused = state === 'paused'
  const going = paused || state === 'running'
  const hold = () => act.run(() => sheet.act('pause'), { text: say('cast.paused') })
  const goOn = () => act.run(() => sheet.act('go-on'), { text: say('cast.resumed') })
  const repeat = () => act.run(() => sheet.act('again', { again: again + 1 }), { text: say('cast.repeated') })
  const end = () =>
    act.run(
      () => sheet.act('stop'),
      after => ({
        text: say('cast.stopped', { sent: after.figures.sent, left: after.figures.stopped }),
      }),
    )
  const buttons = (
    <>
      {going && (
        // A single toggle button, so that the focus stays on it when it becomes « Reprendre ».
        <ActButton
          act={act}
          appearance={paused ? 'primary' : 'secondary'}
          onPress={() => void (paused ? goOn() : hold())}
        >
          {say(paused ? 'cast.go-on' : 'cast.pause')}
        </ActButton>
      )}
      {going && <Button onClick={() => open(true)}>{say('cast.stop')}</Button>}
      {mayRepeat(view) && (
        <ActButton act={act} onPress={() => void repeat()}>
          {inChannels(view)
            ? say('cast.again.channels', { count: figures.unknown })
            : say('cast.again', { count: figures.unknown })}
        </ActButton>
      )}
      {!going && <LinkButton href={copyAddressOf(view.id)}>{say('cast.tab.reuse')}</LinkButton>}
    </>
  )
  const asked = stopping && (
    <ConfirmDialog what="stop" act={act} close={() => finish()} run={() => void end()} />
  )
  return { act, asked, buttons }
}

/** A running broadcast: progress, with pause and stop; afterwards its report. */
export function BroadcastRun({ view, sheet, notice, acting }: PageProps) {
  const { translator } = useSession()
  const { say } = translator
  const { act, buttons, asked } = useActs(view, sheet)
  const { state, figures } = view
  const channels = inChannels(view)
  const places = usePlaces(acting && buttons)
  const page = useRef<HTMLDivElement>(null)
  const [known, setKnown] = useState(state)
  // Pause and stop go with the end of the sending, and the focus with them.
  useEffect(() => {
    if (state === known) return
    setKnown(state)
    if (document.activeElement === document.body) page.current?.focus({ preventScroll: true })
  }, [state, known])
  const title = channels
    ? say('cast.tab.why.channels', { count: figures.unreachable })
    : say('cast.tab.why', { count: figures.unreachable })
  const reasons = runReasons(translator, figures, { places: channels, mayRepeat: mayRepeat(view) })
  return (
    <>
      <SectionHead
        title={titleOf(view)}
        trail={[toAll(translator)]}
        badge={<StateBadge tone={TONES[state]}>{stateText(translator, view)}</StateBadge>}
        acts={places.head}
      />
      {notice}
      <ActFailure act={act} />
      <div ref={page} tabIndex={-1} className="cast-run">
        <Counts
          title={leavesText(translator, view, systemClock.now()) || handledText(translator, view)}
          aside={endText(translator, view, systemClock.now())}
          parts={partsOf(translator, view)}
          all={figures.recipients}
        >
          {reasons.length > 0 && (
            <ReasonTable
              title={figures.unreachable > 0 ? title : say('cast.tab.why.rest')}
              reasons={reasons}
              places={channels}
            />
          )}
        </Counts>
        <SentPanel view={view} previews={sheet.previews} />
      </div>
      {places.foot}
      {asked}
    </>
  )
}
