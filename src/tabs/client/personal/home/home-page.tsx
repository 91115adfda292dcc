import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { personalActs } from '../../data/actions/personal.ts'
import type { Call } from '../../data/api/call.ts'
import { worst } from '../../data/api/failure.ts'
import { READERS, SESSION_READERS } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import type { Store } from '../../data/store/store.ts'
import { tellReady } from '../../host/connection.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { FailurePage, StaleNotice } from '../../parts/notices/failure-page.tsx'
import { staleOf, UnreadContext, unreadsOf } from '../../parts/notices/unread-notice.tsx'
import { Announcer, useAnnouncer } from '../../parts/page/announcer.tsx'
import { ConfirmationPlace, useConfirmation } from '../../parts/page/confirmation.tsx'
import { SessionContext } from '../../parts/page/context.tsx'
import { useLanguage } from '../../parts/start/language.ts'
import { paint } from '../../parts/start/palette.ts'
import { translatorIn } from '../../parts/words/translator.ts'
import { type PersonalTab, PersonalTabContext } from '../navigation/context.tsx'
import { DialogHost } from '../navigation/dialog-host.tsx'
import type { DialogRequest } from '../navigation/dialog-request.ts'
import { LinkedThing } from '../navigation/linked-thing.tsx'
import { OtherPage, useOtherPage } from '../navigation/other-page.tsx'
import { Skeleton } from '../navigation/skeleton.tsx'
import { Head } from './head.tsx'
import { Home } from './home.tsx'

type Props = {
  readonly store: Store
  readonly call: Call
  readonly locale: string
  /** The thing that a link into the tab asked for, '' for none. */
  readonly wanted: string
}

const PARTS = Object.keys(READERS).length - Object.keys(SESSION_READERS).length

/** « Mon espace »: what the store holds, and what a person can do about it. */
export function HomePage({ store, call, locale, wanted }: Props) {
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot)
  const { values, failures, cut } = snapshot
  const { me, programme } = values
  const { said, announce } = useAnnouncer()
  const { confirmation, confirm } = useConfirmation()
  const dialog = useDialog<DialogRequest>()
  const place = useOtherPage()
  useFreshness(store)
  const language = useLanguage(store, me, locale)
  useEffect(() => {
    if (programme) paint(programme.axes)
  }, [programme])
  const translator = useMemo(
    () => translatorIn(language, programme?.zone ?? 'UTC', programme?.words, programme?.partial),
    [language, programme?.zone, programme?.words, programme?.partial],
  )
  useEffect(() => {
    document.documentElement.lang = language
    if (!place) document.title = `${translator.say('tab.title')} · ${translator.say('app.name')}`
  }, [language, translator, place])
  const acts = useMemo(() => personalActs(store), [store])
  const usable = me !== undefined && programme !== undefined
  useEffect(() => {
    if (usable) tellReady()
  }, [usable])
  if (!me || !programme) {
    const failure = worst(Object.values(failures))
    if (failure) return <FailurePage failure={failure} translator={translator} retry={store.refresh} />
    return <Skeleton language={language} />
  }
  const acting = me.role !== 'observer'
  const { readOn, read } = store
  const known = { translator, values, cut, me, programme, acting }
  const tab: PersonalTab = { ...known, acts, readOn, read, call, announce, confirm, open: dialog.open }
  const unreads = unreadsOf(snapshot, PARTS, store.refresh)
  const stale = staleOf(unreads)
  return (
    <SessionContext value={tab}>
      <PersonalTabContext value={tab}>
        <UnreadContext value={unreads}>
          <ConfirmationPlace confirmation={confirmation} />
          <main className="page">
            {!place && <Head />}
            {!place && stale && <StaleNotice {...stale} />}
            {wanted && <LinkedThing wanted={wanted} />}
            {place ? <OtherPage place={place} call={call} stale={stale} /> : <Home wanted={wanted} />}
          </main>
          <DialogHost {...dialog} />
          <Announcer said={said} />
        </UnreadContext>
      </PersonalTabContext>
    </SessionContext>
  )
}
