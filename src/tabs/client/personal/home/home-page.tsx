import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react'
import { actsOn } from '../../data/actions/personal.ts'
import type { Call } from '../../data/api/call.ts'
import { type PartKey, worst } from '../../data/api/failure.ts'
import { READERS, STANDING } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import type { Board } from '../../data/store/store.ts'
import { tellReady } from '../../host/connection.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { Guard } from '../../parts/notices/error-boundary.tsx'
import { StaleNotice, Trouble } from '../../parts/notices/failure-page.tsx'
import { staleOf, UnreadContext, unreadsOf } from '../../parts/notices/unread-notice.tsx'
import { Announcer, useAnnouncer } from '../../parts/page/announcer.tsx'
import { Below } from '../../parts/page/below-fold.tsx'
import { DonePlace, useDone } from '../../parts/page/confirmation.tsx'
import { GroundContext } from '../../parts/page/context.tsx'
import { useLanguage } from '../../parts/start/language.ts'
import { paint } from '../../parts/start/palette.ts'
import { speechIn } from '../../parts/words/translator.ts'
import { Ballots } from '../ballots/ballots.tsx'
import { Axes } from '../commitments/axes.tsx'
import { ColleaguesIdeas, MyIdeas } from '../ideas/ideas.tsx'
import { MyInitiatives } from '../ideas/initiatives.tsx'
import { type Desk, DeskContext, useDesk } from '../navigation/context.tsx'
import { DialogHost } from '../navigation/dialog-host.tsx'
import type { DialogRequest } from '../navigation/dialog-request.ts'
import { Wanted } from '../navigation/linked-thing.tsx'
import { Elsewhere, useElsewhere } from '../navigation/other-page.tsx'
import { Skeleton } from '../navigation/skeleton.tsx'
import { Now } from '../tasks/task-list.tsx'
import { Workshops } from '../workshops/workshops.tsx'
import { DataLine } from './data-line.tsx'
import { Head } from './head.tsx'
import { InstallLine } from './install-line.tsx'
import { PilotLine } from './pilot-line.tsx'

function Home({ wanted }: Pick<Props, 'wanted'>) {
  const { me, speech } = useDesk()
  const alone = (part: PartKey, children: ReactNode) => (
    <Guard speech={speech} part={part}>
      {children}
    </Guard>
  )
  return (
    <>
      <DataLine>
        <InstallLine />
      </DataLine>
      {me.role === 'pilot' && <PilotLine />}
      {alone('unread.part', <Now />)}
      <div className="columns">
        {alone('unread.commitments', <Axes />)}
        <Below now={wanted !== ''}>
          <div className="side">
            {alone('unread.workshops', <Workshops />)}
            {alone('unread.ballots', <Ballots />)}
            {alone('unread.my-ideas', <MyIdeas />)}
            {alone('unread.initiatives', <MyInitiatives />)}
          </div>
          <div className="beneath">{alone('unread.ideas', <ColleaguesIdeas />)}</div>
        </Below>
      </div>
    </>
  )
}

type Props = {
  readonly board: Board
  readonly call: Call
  readonly locale: string
  /** The thing that a link into the tab asked for, '' for none. */
  readonly wanted: string
}

const PARTS = Object.keys(READERS).length - Object.keys(STANDING).length

/** « Mes engagements »: what the board holds, and what a person can do about it. */
export function Page({ board, call, locale, wanted }: Props) {
  const snapshot = useSyncExternalStore(board.subscribe, board.snapshot)
  const { values, failures, cut } = snapshot
  const { me, programme } = values
  const { said, announce } = useAnnouncer()
  const { told, tell } = useDone()
  const dialog = useDialog<DialogRequest>()
  const place = useElsewhere()
  useFreshness(board)
  const language = useLanguage(board, me, locale)
  useEffect(() => {
    if (programme) paint(programme.axes)
  }, [programme])
  const speech = useMemo(
    () => speechIn(language, programme?.zone ?? 'UTC', programme?.words),
    [language, programme?.zone, programme?.words],
  )
  useEffect(() => {
    document.documentElement.lang = language
    if (!place) document.title = `${speech.say('tab.title')} · ${speech.say('app.name')}`
  }, [language, speech, place])
  const acts = useMemo(() => actsOn(board), [board])
  const usable = me !== undefined && programme !== undefined
  useEffect(() => {
    if (usable) tellReady()
  }, [usable])
  if (!me || !programme) {
    const failure = worst(Object.values(failures))
    if (failure) return <Trouble failure={failure} speech={speech} retry={board.refresh} />
    return <Skeleton language={language} />
  }
  const acting = me.role !== 'observer'
  const { readOn, read } = board
  const known = { speech, values, cut, me, programme, acting }
  const desk: Desk = { ...known, acts, readOn, read, announce, tell, open: dialog.open }
  const unreads = unreadsOf(snapshot, PARTS, board.refresh)
  const stale = staleOf(unreads)
  return (
    <GroundContext value={desk}>
      <DeskContext value={desk}>
        <UnreadContext value={unreads}>
          <DonePlace told={told} />
          <main className="page">
            {!place && <Head />}
            {!place && stale && <StaleNotice {...stale} />}
            {wanted && <Wanted wanted={wanted} />}
            {place ? <Elsewhere place={place} call={call} stale={stale} /> : <Home wanted={wanted} />}
          </main>
          <DialogHost {...dialog} />
          <Announcer said={said} />
        </UnreadContext>
      </DeskContext>
    </GroundContext>
  )
}
