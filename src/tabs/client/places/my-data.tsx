import { Button, useFocusFinders } from '@fluentui/react-components'
import type { Key } from '../../../i18n/words.ts'
import { monthsOf } from '../../../kernel/data-part.ts'
import type { HeldView } from '../../contract/rights.ts'
import type { Call } from '../api/call.ts'
import { useDialog } from '../dialogs/opened.ts'
import { useReading } from '../dialogs/reading.ts'
import { ActFailure, useAct } from '../page/act.tsx'
import { ActButton } from '../page/act-button.tsx'
import { useDesk } from '../page/desk.tsx'
import { Panel } from '../page/panel.tsx'
import { placeAddress } from '../page/place.ts'
import { save } from '../page/save.ts'
import { type Stale, StaleNotice } from '../page/trouble.tsx'
import { capitalised } from '../words/capital.ts'
import type { Speech } from '../words/speech.ts'
import { KINDS, type Kind } from './data-kinds.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { HeldDialog } from './held-dialog.tsx'
import { PlaceHead } from './place-head.tsx'

/** What one can do about that kind at once. */
function Acts({ kind }: { kind: Kind }) {
  const { speech, me, acting, open } = useDesk()
  const { say } = speech
  if (kind.id === 'self') {
    return (
      <Button onClick={() => open({ kind: 'direction' })}>
        {say(me.direction ? 'direction.correct' : 'tab.direction.say')}
      </Button>
    )
  }
  if (kind.id === 'messages') {
    return (
      <>
        {acting && (
          <Button onClick={() => open({ kind: 'preferences' })}>{say('message.choices.set')}</Button>
        )}
        <a href={placeAddress('past')}>{say('cockpit.past')}</a>
      </>
    )
  }
  if (kind.id === 'workshops') return <a href={placeAddress('past')}>{say('past.workshops')}</a>
  return kind.source ? <a href={placeAddress('')}>{say('data.see')}</a> : null
}

type KindProps = {
  readonly kind: Kind
  /** How much is held; absent while it is asked. */
  readonly held: Pick<HeldView['parts'][number], 'count' | 'rest'> | undefined
  readonly see: (kind: Kind) => void
}

/** « 2 idées, et 3 autres lignes », « Rien »: things, and what is held around them. */
function heldText({ held }: Kind, { count, rest }: { count: number; rest: number }, { say }: Speech): string {
  if (count + rest === 0) return capitalised(say('data.held.none'))
  return capitalised(say('data.held', { things: say(held, { count }), rest }))
}

function DataKind({ kind, held, see }: KindProps) {
  const { speech, programme } = useDesk()
  const { say } = speech
  const lines: readonly (readonly [Key, string])[] = [
    ['data.why', say(kind.why)],
    ['data.until', say(kind.until, monthsOf(kind.id, programme.months))],
    ['data.seen', say(kind.seen)],
  ]
  const rows = held ? held.count + held.rest : 0
  return (
    <Panel
      title={say(kind.title)}
      action={held && <span className="quiet">{heldText(kind, held, speech)}</span>}
    >
      <p>{say(kind.what)}</p>
      <dl className="data-lines">
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt className="quiet">{say(name)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="acts place-acts">
        {rows > 0 && (
          <Button aria-label={`${say('data.rows')} : ${say(kind.title)}`} onClick={() => see(kind)}>
            {say('data.rows')}
          </Button>
        )}
        <Acts kind={kind} />
      </div>
    </Panel>
  )
}

const ROLES = {
  agent: 'role.agent',
  pilot: 'role.pilot',
  manager: 'role.manager',
  organiser: 'role.organiser',
  observer: 'role.observer',
} as const

type Opened = { readonly kind: Kind } | 'erase'

/** « Mes données »: what is kept of me, why, until when, and who sees it; to be taken away, and erased. */
export function MyData({ call, stale }: { call: Call; stale: Stale | undefined }) {
  // Holds Fluent's focus engine between dialogs: see dialogs/dialogs.tsx.
  useFocusFinders()
  const { speech, me, programme } = useDesk()
  const { say } = speech
  const act = useAct()
  const { value } = useReading<HeldView>('/me/data')
  const { request, open, finish } = useDialog<Opened>()
  const parts = value && new Map(value.parts.map(each => [each.part, each]))
  const facts = [me.name, me.direction?.name, say(ROLES[me.role])].filter(Boolean).join('\u00A0· ')
  const download = () =>
    act.run(async () => save(await call<File>('POST', '/me/data/file')), say('data.downloaded'))
  return (
    <>
      <PlaceHead title={say('data.title')} about={facts} />
      {stale && <StaleNotice {...stale} />}
      <p>{say('data.intro')}</p>
      <div className="acts place-acts">
        <ActButton act={act} onPress={() => void download()}>
          {say('data.download')}
        </ActButton>
        <Button onClick={() => open('erase')}>{say('data.erase')}</Button>
      </div>
      <ActFailure act={act} />
      <div className="data-kinds">
        {KINDS.map(kind => (
          <DataKind
            key={kind.id}
            kind={kind}
            held={parts && (parts.get(kind.id) ?? { count: 0, rest: 0 })}
            see={seen => open({ kind: seen })}
          />
        ))}
      </div>
      <div className="data-ends">
        <p className="quiet">{say('data.sealed')}</p>
        <p className="quiet">{say('data.others')}</p>
        <p className="quiet">{say('data.others.acts')}</p>
        <p className="quiet">
          {say('data.rights', { contact: programme.privacy.contact ?? say('data.notice.contact') })}
        </p>
      </div>
      {request === 'erase' && <EraseDialog call={call} choice={value?.choice ?? true} close={finish} />}
      {request && request !== 'erase' && (
        <HeldDialog part={request.kind.id} title={say(request.kind.title)} close={finish} />
      )}
    </>
  )
}
