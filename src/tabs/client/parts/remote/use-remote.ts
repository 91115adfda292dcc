import { useEffect, useMemo, useState } from 'react'
import type { RemoteView } from '../../../contract/room/remote.ts'
import type { Call } from '../../data/api/call.ts'
import { Failure } from '../../data/api/failure.ts'
import { about, named, whole } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { pathTo } from '../../data/store/lists.ts'
import { createStore, type Store } from '../../data/store/store.ts'
import { holdRemote } from '../../data/stream/held-remote.ts'
import { type ActState, useAct } from '../actions/action.tsx'
import { useSession } from '../page/context.tsx'
import { useSnapshot } from '../start/session.ts'

type Kept = { readonly remote: RemoteView }

/** Another remote moved the room meanwhile. */
const MOVED = 'room-moved'

export type Remote = {
  readonly workshop: string
  readonly view: RemoteView
  readonly act: ActState
  /** What was pressed met a room that another remote had moved: what stands now is shown. */
  readonly moved: boolean
  /** Sends what was pressed, with the version that it was pressed on. `said`: read out once it is done. */
  readonly send: (door: RemoteDoor, body: object, said: string) => Promise<boolean>
}
type RemoteDoor = 'show' | 'timer' | 'options' | 'pair' | 'vote' | `screens/${string}/revoke`

/** Doors whose acts are held against the version that they were pressed on. */
const VERSIONED: readonly RemoteDoor[] = ['show', 'timer', 'options']

/** What a remote shows and moves; what another remote did is seen at once. */
export function useRemote(call: Call, workshop: string) {
  const { translator, announce } = useSession()
  const act = useAct()
  const [moved, setMoved] = useState(false)
  const store: Store<Kept> = useMemo(
    () =>
      createStore<Kept>(call, {
        remote: named(
          'unread.room',
          about(['room', 'attendance', 'ballots'], whole(pathTo('/workshops', workshop, 'remote'))),
        ),
      }),
    [call, workshop],
  )
  const { values, failures, loadedAt } = useSnapshot(store)
  useFreshness(store)
  useEffect(() => holdRemote(workshop), [workshop])
  const view = values.remote
  const send: Remote['send'] = (door, body, said) => {
    setMoved(false)
    const path = `${pathTo('/workshops', workshop, 'remote')}/${door}`
    const version = VERSIONED.includes(door) && { version: view?.room.version ?? 0 }
    const sending = async () => {
      try {
        await store.send<RemoteView>('POST', path, { ...version, ...body }, remote =>
          store.put('remote', () => remote),
        )
        return said
      } catch (thrown) {
        if (!(thrown instanceof Failure) || thrown.code !== MOVED) throw thrown
        setMoved(true)
        return translator.say('remote.moved')
      }
    }
    return act.run(sending, text => text)
  }
  const remote: Remote | undefined = view && { workshop, view, act, moved, send }
  return { remote, failure: failures.remote, loadedAt, refresh: store.refresh, announce }
}
