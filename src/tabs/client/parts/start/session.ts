import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Call } from '../../data/api/call.ts'
import { type Failure, worst } from '../../data/api/failure.ts'
import { SESSION_READERS } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { preloadStore, takePreloadedStore } from '../../data/store/preloaded.ts'
import type { Store } from '../../data/store/store.ts'
import { useAnnouncer } from '../page/announcer.tsx'
import { useConfirmation } from '../page/confirmation.tsx'
import type { Session } from '../page/context.tsx'
import { type Translator, translatorIn } from '../words/translator.ts'
import { useLanguage } from './language.ts'
import { paint } from './palette.ts'

const NAME = 'session'

/** Asks who acts, and in which programme, for the page that is about to be drawn. */
export const preloadSession = (call: Call) => preloadStore(call, NAME, SESSION_READERS)

export function useSnapshot<S>(store: Store<S>) {
  return useSyncExternalStore(store.subscribe, store.snapshot)
}

type SessionState = {
  readonly translator: Translator
  /** Absent until who acts, and in which programme, is known. */
  readonly session?: Session
  readonly failure?: Failure | undefined
  readonly loadedAt?: number | undefined
  readonly retry: () => Promise<void>
  readonly said: ReturnType<typeof useAnnouncer>['said']
  readonly confirmation: ReturnType<typeof useConfirmation>['confirmation']
}

/** Who acts, in which programme and language: what every tab needs before it shows anything. */
export function useSessionState(call: Call, locale: string): SessionState {
  const [store] = useState(() => takePreloadedStore(call, NAME, SESSION_READERS))
  const { values, failures, loadedAt } = useSnapshot(store)
  const { me, programme } = values
  const { said, announce } = useAnnouncer()
  const { confirmation, confirm } = useConfirmation()
  useFreshness(store)
  const language = useLanguage(store, me, locale)
  const translator = useMemo(
    () => translatorIn(language, programme?.zone ?? 'UTC', programme?.words, programme?.partial),
    [language, programme?.zone, programme?.words, programme?.partial],
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    if (programme) paint(programme.axes)
  }, [programme])
  const session = useMemo(
    () =>
      me &&
      programme && {
        translator,
        me,
        programme,
        acting: me.role !== 'observer',
        read: store.read,
        call,
        announce,
        confirm,
      },
    [translator, me, programme, store, call, announce, confirm],
  )
  const failure = worst(Object.values(failures))
  return {
    translator,
    failure,
    loadedAt,
    retry: store.refresh,
    said,
    confirmation,
    ...(session && { session }),
  }
}
