import { useCallback, useEffect, useMemo, useRef } from 'react'
import { SECOND } from '../../../../kernel/time/clock.ts'
import type { ParticipantView } from '../../../contract/room/room.ts'
import type { Call } from '../../data/api/call.ts'
import { about, named, whole } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { pathTo } from '../../data/store/lists.ts'
import { createStore } from '../../data/store/store.ts'
import { useSession } from '../../parts/page/context.tsx'
import { sceneText } from '../../parts/room/scene-texts.ts'
import { useSnapshot } from '../../parts/start/session.ts'

/** A scene stands so long before it is said aloud: a remote that looks for one passes over others (ms). */
const PACE = 1.5 * SECOND

/** What the room does now, for me. Of what changes, it reads the room alone: a thousand phones follow at once. */
export function useParticipant(call: Call, workshop: string) {
  const store = useMemo(
    () =>
      createStore<{ readonly room: ParticipantView }>(call, {
        room: named('unread.room', about(['room'], whole(pathTo('/workshops', workshop, 'participant')))),
      }),
    [call, workshop],
  )
  const { values, failures, loadedAt } = useSnapshot(store)
  useFreshness(store)
  return { view: values.room, failure: failures.room, loadedAt, refresh: store.refresh }
}

/** Says aloud what the screen shows by now, once it stands; the first is read on the page. */
export function useSceneNews({ scene }: ParticipantView): void {
  const { translator, programme, announce } = useSession()
  const text = useMemo(() => {
    const { title, lines } = sceneText(scene, { translator, programme })
    return [title, ...lines].join('. ')
  }, [scene, translator, programme])
  const said = useRef(text)
  const say = useCallback(() => {
    if (said.current === text) return
    said.current = text
    announce(text)
  }, [text, announce])
  useEffect(() => {
    const timer = setTimeout(say, PACE)
    return () => clearTimeout(timer)
  }, [say])
}
