import { Button } from '@fluentui/react-components'
import type { Shown } from '../../../../../kernel/personal-data/counts.ts'
import { systemClock } from '../../../../../kernel/time/clock.ts'
import type { BroadcastView } from '../../../../contract/broadcasts.ts'
import { useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { useDialog } from '../../../parts/dialogs/open-dialog.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { replaceAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { ALL, editAddressOf } from '../broadcast/addresses.ts'
import type { FollowedBroadcast } from '../broadcast/use-broadcast.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { inChannels } from './counts.tsx'
import { type Hour, HourDialog, hourOf } from './hour-dialog.tsx'

type Asked = 'remove' | 'hour'

/** Rehearsing, then starting, at once or at an hour: one filled button, whichever comes next. */
export function useDraftActs(view: BroadcastView, sheet: FollowedBroadcast) {
  const { say, zone } = useSession().translator
  const act = useAct()
  const { id, version, rehearsal, plan, state } = view
  const { request: asking, open, finish } = useDialog<Asked>()
  const isPlanned = state === 'planned'
  const start = () => act.run(() => sheet.act('start', { version }), { text: say('cast.started') })
  const rehearse = () => act.run(() => sheet.act('rehearsal'), say('cast.rehearsed'))
  const set = async (hour: Hour) => {
    if (await act.run(() => sheet.act('plan', { version, ...hour }), say('cast.planned'))) finish()
  }
  // One press takes it back, and one more sets it again.
  const takeBack = () =>
    act.run(() => sheet.act('unplan'), { text: say('cast.unplanned'), about: say('cast.unplanned.left') })
  const throwAway = async () => {
    if (await act.run(() => sheet.remove(), { text: say('cast.removed'), at: ALL })) replaceAddress(ALL)
  }
  const count = rehearsal?.reached
  const startText = (reached: Shown) => {
    if (isPlanned) return say('cast.start.now')
    return inChannels(view)
      ? say('cast.start.channels', { count: reached })
      : say('cast.start', { count: reached })
  }
  const again = plan?.off === 'cancelled' && plan.at > systemClock.now() && plan
  const buttons = (
    <>
      {count === undefined ? (
        <ActButton key="next" act={act} appearance="primary" onPress={() => void rehearse()}>
          {say('cast.rehearse')}
        </ActButton>
      ) : (
        <ActButton
          key="next"
          act={act}
          still={count === 0}
          appearance={isPlanned ? 'secondary' : 'primary'}
          onPress={() => void start()}
        >
          {startText(count)}
        </ActButton>
      )}
      {isPlanned && (
        <ActButton act={act} onPress={() => void takeBack()}>
          {say('cast.unplan')}
        </ActButton>
      )}
      {again && (
        <ActButton act={act} onPress={() => void set(hourOf(again.at, zone))}>
          {say('cast.plan.again')}
        </ActButton>
      )}
      {count !== undefined && (count > 0 || isPlanned) && (
        <Button onClick={() => open('hour')}>{say(plan ? 'cast.plan.change' : 'cast.plan')}</Button>
      )}
      <LinkButton href={editAddressOf(id)}>{say('cast.edit')}</LinkButton>
      {!isPlanned && <Button onClick={() => open('remove')}>{say('cast.remove')}</Button>}
    </>
  )
  const asked =
    asking === 'remove' ? (
      <ConfirmDialog what="remove" act={act} close={() => finish()} run={() => void throwAway()} />
    ) : (
      asking === 'hour' && (
        <HourDialog
          view={view}
          act={act}
          close={() => {
            act.forget()
            finish()
          }}
          send={hour => void set(hour)}
        />
      )
    )
  /** The dialog shows why its own act was refused. */
  return { act, buttons, asked, isAsking: asking === 'hour' }
}
