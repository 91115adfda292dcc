import { Button, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { NewPilotView, RelayView } from '../../../contract/people/handover.ts'
import type { Call } from '../../data/api/call.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { pathTo } from '../../data/store/lists.ts'
import { type ActState, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { useWhole } from '../parts/use-reading.ts'
import { type Doing, Done } from './role-undo.tsx'
import { directionName } from './texts.ts'

type Named = { readonly id: string; readonly name: string }
type Naming = {
  readonly act: ActState
  readonly pilot: (person: Named) => void
  readonly deputy: (person: Named) => void
}

function Colleagues({ relay, naming }: { relay: RelayView; naming: Naming }) {
  const { translator } = useSession()
  const { say } = translator
  const people = [
    ...relay.deputies.map(each => ({ ...each, standsIn: true })),
    ...relay.found.map(each => ({ ...each, standsIn: false })),
  ]
  return (
    <ul className="known">
      {people.map(({ id, name, standsIn }) => (
        <li key={id}>
          <strong>{standsIn ? say('relay.to.deputy', { name }) : name}</strong>
          <span className="acts">
            <ActButton
              act={naming.act}
              size="small"
              aria-label={say('staff.pilot.name.of', { name })}
              onPress={() => naming.pilot({ id, name })}
            >
              {say('relay.act.name')}
            </ActButton>
            {!standsIn && (
              <ActButton
                act={naming.act}
                size="small"
                aria-label={say('staff.deputy.name.of', { name })}
                onPress={() => naming.deputy({ id, name })}
              >
                {say('relay.deputy.act')}
              </ActButton>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function lackKey({ found, more, deputies }: RelayView, looked: string) {
  if (more) return looked === '' ? 'relay.many' : 'relay.more'
  if (found.length + deputies.length > 0) return undefined
  return looked === '' ? 'relay.none' : 'relay.nobody'
}

/** Pilot and deputy of one Direction: appointed, with undo. */
export function PilotPage({ call, direction }: { call: Call; direction: string }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const act = useAct()
  const [typed, setTyped] = useState('')
  const [looked, setLooked] = useState('')
  const [done, setDone] = useState<Doing>()
  const path = pathTo('/directions', direction, 'relay')
  const { value, failure, loadedAt, refresh } = useWhole<RelayView>(
    call,
    looked === '' ? path : `${path}?name=${encodeURIComponent(looked)}`,
    ['people'],
    'unread.relay',
  )
  const putPilot = (to: string) =>
    call<NewPilotView>('PUT', pathTo('/directions', direction, 'pilot'), { to, nonce: mintNonce() })
  const putDeputy = (to: string | null) =>
    call<RelayView>('PUT', pathTo('/directions', direction, 'deputy'), { to })
  const free = (id: string) => call('PUT', pathTo('/people', id, 'role'), { role: 'agent' })

  async function run<T>(what: () => Promise<T>, text: (answer: T) => string, undo: () => Promise<unknown>) {
    let said = ''
    const told = (answer: T) => {
      said = text(answer)
      return said
    }
    setDone(undefined)
    if (!(await act.run(what, told))) return
    await refresh()
    setDone({ text: said, undo: () => undo().then(refresh) })
  }
  const before = value?.pilot
  const standing = value?.deputies[0]
  const pilot = (person: Named) =>
    void run(
      () => putPilot(person.id),
      ({ unreachable }) => say(unreachable ? 'relay.named.unreachable' : 'relay.named'),
      () => (before ? putPilot(before.id) : free(person.id)),
    )
  const deputy = (person: Named) =>
    void run(
      () => putDeputy(person.id),
      () => say('relay.deputy.done'),
      () => putDeputy(standing?.id ?? null),
    )
  const noDeputy = () =>
    void run(
      () => putDeputy(null),
      () => say('relay.deputy.removed'),
      () => putDeputy(standing?.id ?? null),
    )
  const look = (event: FormEvent) => {
    event.preventDefault()
    setLooked(typed)
  }
  const lack = value && lackKey(value, looked)
  return (
    <>
      <SectionHead
        title={directionName(programme, direction)}
        trail={[
          { text: say('section.people'), href: sectionAddress('people') },
          { text: say('staff.pilots'), href: sectionAddress('people', 'pilots') },
        ]}
      />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!value && !failure && <SkeletonRows />}
      <Done done={done} act={act} clear={() => setDone(undefined)} />
      <Panel title={say('pilots.choose')}>
        {value && (
          <div className="acts">
            <p>{before ? say('relay.now', { name: before.name }) : say('relay.now.none')}</p>
            {standing && <p>{say('relay.deputy.now', { names: standing.name })}</p>}
            {standing && (
              <ActButton act={act} size="small" onPress={noDeputy}>
                {say('relay.deputy.remove')}
              </ActButton>
            )}
          </div>
        )}
        <p className="quiet">{say(before ? 'relay.rule' : 'relay.rule.first')}</p>
        <form className="give" onSubmit={look}>
          <Field label={say('relay.name')}>
            <div className="name-field">
              <Input value={typed} maxLength={100} onChange={(_, data) => setTyped(data.value)} />
              <Button type="submit">{say('relay.find')}</Button>
            </div>
          </Field>
        </form>
        <div role="status">{lack && <p>{say(lack)}</p>}</div>
        {value && <Colleagues relay={value} naming={{ act, pilot, deputy }} />}
      </Panel>
    </>
  )
}
