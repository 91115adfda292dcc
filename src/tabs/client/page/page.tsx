import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { languageOf } from '../../../kernel/language.ts'
import type { Call } from '../api/call.ts'
import { worst } from '../api/failure.ts'
import { actsOn } from '../board/acts.ts'
import type { Board } from '../board/board.ts'
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
import { Elsewhere, useElsewhere } from './elsewhere.tsx'
import { useFreshness } from './freshness.ts'
import { GroundContext } from './ground.tsx'
import { Head } from './head.tsx'
import { ColleaguesIdeas, MyIdeas } from './ideas.tsx'
import { MyInitiatives } from './initiatives.tsx'
import { InstallLine } from './install-line.tsx'
import { Now } from './now.tsx'
import { paint } from './palette.ts'
import { PilotLine } from './pilot-line.tsx'
import { Skeleton } from './skeleton.tsx'
import { StaleNotice, Trouble } from './trouble.tsx'
import { Wanted } from './wanted.tsx'
import { Workshops } from './workshops.tsx'

function Home({ wanted }: Pick<Props, 'wanted'>) {
  const { me } = useDesk()
  return (
    <>
      <DataLine>
        <InstallLine />
      </DataLine>
      {me.role === 'pilot' && <PilotLine />}
      <Now />
      <div className="columns">
        <Axes />
        <Below now={wanted !== ''}>
          <div className="side">
            <Workshops />
            <Ballots />
            <MyIdeas />
            <MyInitiatives />
          </div>
          <div className="beneath">
            <ColleaguesIdeas />
          </div>
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

/** « Mes engagements »: what the board holds, and what a person can do about it. */
export function Page({ board, call, locale, wanted }: Props) {
  const { values, failures, cut, loadedAt } = useSyncExternalStore(board.subscribe, board.snapshot)
  const { me, programme } = values
  const { said, announce } = useAnnouncer()
  const dialog = useDialog()
  const place = useElsewhere()
  useFreshness(board)
  const language = me?.language ?? languageOf(locale)
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
  const failure = worst(Object.values(failures))
  const usable = me !== undefined && programme !== undefined
  useEffect(() => {
    if (usable) tellReady()
  }, [usable])
  if (!me || !programme) {
    if (failure) return <Trouble failure={failure} speech={speech} retry={board.refresh} />
    return <Skeleton language={language} />
  }
  const acting = me.role !== 'observer'
  const { readOn, read } = board
  const known = { speech, values, cut, me, programme, acting }
  const desk: Desk = { ...known, acts, readOn, read, announce, open: dialog.open }
  const told = failure && (acting || failure.kind !== 'refusal')
  const stale = told ? { failure, loadedAt, retry: board.refresh } : undefined
  return (
    <GroundContext value={desk}>
      <DeskContext value={desk}>
        <main className="page">
          {!place && <Head />}
          {!place && stale && <StaleNotice {...stale} />}
          {wanted && <Wanted wanted={wanted} />}
          {place ? <Elsewhere place={place} call={call} stale={stale} /> : <Home wanted={wanted} />}
        </main>
        <DialogHost {...dialog} />
        <Announcer said={said} />
      </DeskContext>
    </GroundContext>
  )
}
