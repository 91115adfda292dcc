import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Call } from '../../data/api/call.ts'
import { type Failure, worst } from '../../data/api/failure.ts'
import { STANDING } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { beginBoard, takeBoard } from '../../data/store/preloaded.ts'
import type { Board } from '../../data/store/store.ts'
import { useAnnouncer } from '../page/announcer.tsx'
import { useDone } from '../page/confirmation.tsx'
import type { Ground } from '../page/context.tsx'
import { type Speech, speechIn } from '../words/translator.ts'
import { useLanguage } from './language.ts'
import { paint } from './palette.ts'

const NAME = 'standing'

/** Asks who acts, and in which programme, for the page that is about to be drawn. */
export const beginStanding = (call: Call) => beginBoard(call, NAME, STANDING)

export function useSnapshot<S>(board: Board<S>) {
  return useSyncExternalStore(board.subscribe, board.snapshot)
}

export type Standing = {
  readonly speech: Speech
  /** Absent until who acts, and in which programme, is known. */
  readonly ground?: Ground
  readonly failure?: Failure | undefined
  readonly loadedAt?: number | undefined
  readonly retry: () => Promise<void>
  readonly said: ReturnType<typeof useAnnouncer>['said']
  readonly told: ReturnType<typeof useDone>['told']
}

/** Who acts, in which programme and language: what every tab needs before it shows anything. */
export function useStanding(call: Call, locale: string): Standing {
  const [board] = useState(() => takeBoard(call, NAME, STANDING))
  const { values, failures, loadedAt } = useSnapshot(board)
  const { me, programme } = values
  const { said, announce } = useAnnouncer()
  const { told, tell } = useDone()
  useFreshness(board)
  const language = useLanguage(board, me, locale)
  const speech = useMemo(
    () => speechIn(language, programme?.zone ?? 'UTC', programme?.words),
    [language, programme?.zone, programme?.words],
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    if (programme) paint(programme.axes)
  }, [programme])
  const ground = useMemo(
    () =>
      me &&
      programme && {
        speech,
        me,
        programme,
        acting: me.role !== 'observer',
        read: board.read,
        announce,
        tell,
      },
    [speech, me, programme, board, announce, tell],
  )
  const failure = worst(Object.values(failures))
  return { speech, failure, loadedAt, retry: board.refresh, said, told, ...(ground && { ground }) }
}
