import { Button } from '@fluentui/react-components'
import type { PreferencesView } from '../../../contract/messages.ts'
import type { RelayView } from '../../../contract/people/handover.ts'
import { Unread } from '../../parts/notices/unread-notice.tsx'
import { pageAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { Fold } from '../navigation/fold.tsx'

type Props = {
  readonly direction: string
  /** Absent for who may not hand over. */
  readonly relay: RelayView | undefined
  readonly messages: PreferencesView | undefined
}

/** Deputy, handover, and messages that the bot sent to the pilot. */
export function DeputyPanel({ direction, relay, messages }: Props) {
  const { translator, me, open } = usePersonalTab()
  const { say } = translator
  const names = relay?.deputies.map(({ name }) => name).join(', ') ?? ''
  const known = names === '' ? say('relay.deputy.none') : say('relay.deputy.now', { names })
  return (
    <Fold name="relay" title={say('cockpit.relay')} {...(!me.deputy && { part: 'unread.relay' })}>
      {!me.deputy && <Unread parts={['unread.relay']} shown={relay !== undefined} />}
      {me.deputy && <p>{say('cockpit.deputy.rule')}</p>}
      {!me.deputy && relay && <p>{known}</p>}
      {messages && (
        <p className="quiet">
          {say('cockpit.taken', { count: messages.takenThisWeek, most: messages.perWeek })}
        </p>
      )}
      <div className="acts place-acts">
        {!me.deputy && (
          <>
            <Button onClick={() => open({ kind: 'handover', task: 'pilot', direction })}>
              {say('relay.act')}
            </Button>
            <Button
              className="plain"
              appearance="subtle"
              onClick={() => open({ kind: 'handover', task: 'deputy', direction })}
            >
              {say('relay.deputy.open')}
            </Button>
          </>
        )}
        {messages && (
          <Button className="plain" appearance="subtle" onClick={() => open({ kind: 'preferences' })}>
            {say('message.choices.set')}
          </Button>
        )}
        <a href={pageAddress('past')}>{say('cockpit.past')}</a>
      </div>
    </Fold>
  )
}
