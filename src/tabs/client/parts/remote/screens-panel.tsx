import { Field, Input } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import type { RoomScreen } from '../../../contract/room/remote.ts'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import { nameOf } from '../words/button-name.ts'
import type { Remote } from './use-remote.ts'

/** Letters of a code with what somebody may type between them. */
const MOST = 20

type RowProps = { readonly screen: RoomScreen; readonly remote: Remote; readonly gone: () => void }

function ScreenRow({ screen: { key, since, by }, remote, gone }: RowProps) {
  const { translator } = useSession()
  const { say, time } = translator
  const { act, send } = remote
  const text = say('remote.screen', { time: time(since), name: by })
  const revoke = async () => {
    if (await send(`screens/${encodeURIComponent(key)}/revoke`, {}, say('remote.revoked'))) gone()
  }
  return (
    <li className="room-line">
      <p>{text}</p>
      <ActButton
        act={act}
        size="small"
        aria-label={nameOf(translator, say('remote.revoke'), text)}
        onPress={() => void revoke()}
      >
        {say('remote.revoke')}
      </ActButton>
    </li>
  )
}

/** « Relier un écran »: by the code that it shows; and the screens that follow this remote. */
export function ScreensPanel({ remote }: { remote: Remote }) {
  const { say } = useSession().translator
  const { view, act, send } = remote
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const missing = tried && code.trim() === '' && { validationMessage: say('remote.code.missing') }
  const pair = async () => {
    setTried(true)
    if (code.trim() === '' || !(await send('pair', { code }, say('remote.paired')))) return
    setCode('')
    setTried(false)
  }
  return (
    <section className="card panel" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {say('remote.screens')}
      </h2>
      {view.screens.length === 0 && <p className="quiet">{say('remote.screens.none')}</p>}
      {view.screens.length > 0 && (
        <ul>
          {view.screens.map(screen => (
            <ScreenRow
              key={screen.key}
              screen={screen}
              remote={remote}
              gone={() => heading.current?.focus()}
            />
          ))}
        </ul>
      )}
      <form
        className="remote-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void pair()
        }}
      >
        <Field
          label={say('remote.code')}
          hint={say('remote.code.hint', { address: `${location.host}/salle` })}
          {...missing}
        >
          <Input
            value={code}
            maxLength={MOST}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(_, { value }) => setCode(value)}
          />
        </Field>
        <ActButton act={act} type="submit">
          {say('remote.pair')}
        </ActButton>
      </form>
    </section>
  )
}
