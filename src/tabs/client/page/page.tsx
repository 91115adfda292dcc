import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Call } from '../api/call.ts'
import { type PartKey, worst } from '../api/failure.ts'
import { actsOn } from '../board/acts.ts'
import type { Board } from '../board/board.ts'
import { READERS, STANDING } from '../board/sources.ts'
import { DialogHost } from '../dialogs/dialog-host.tsx'
import { useDialog } from '../dialogs/opened.ts'
import { tellReady } from '../host/connection.ts'
import { speechIn } from '../words/speech.ts'
import { Announcer, useAnnouncer } from './announcer.tsx'
import { Axes } from './axes.tsx'
import { Ballots } from './ballots.tsx'
import { Below } from './below.tsx'
import { DataLine } from './data-line.tsx'
import { type Desk, DeskContext, useDesk } from './desk.tsx'
import { DonePlace, useDone } from './done.tsx'
import { Elsewhere, useElsewhere } from './elsewhere.tsx'
import { useFreshness } from './freshness.ts'
import { GroundContext } from './ground.tsx'
import { Guard } from './guard.tsx'
import { Head } from './head.tsx'
import { ColleaguesIdeas, MyIdeas } from './ideas.tsx'
import { MyInitiatives } from './initiatives.tsx'
import { InstallLine } from './install-line.tsx'
import { useLanguage } from './language.ts'
import { Now } from './now.tsx'
import { paint } from './palette.ts'
import { PilotLine } from './pilot-line.tsx'
import { Skeleton } from './skeleton.tsx'
import { StaleNotice, Trouble } from './trouble.tsx'
import { staleOf, UnreadContext, unreadsOf } from './unread.tsx'
import { Wanted } from './wanted.tsx'
import { Workshops } from './workshops.tsx'

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
  const dialog = useDialog()
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
