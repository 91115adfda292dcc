import { useEffect, useState } from 'react'
import type { Call } from '../../data/api/call.ts'
import { failureAt } from '../../data/api/failure.ts'
import { firstShown } from '../../data/sources/direction-choices.ts'
import { tellReady } from '../../host/connection.ts'
import { StaleNotice, Trouble } from '../../parts/notices/failure-page.tsx'
import { staleOf, UnreadContext, unreadsOf } from '../../parts/notices/unread-notice.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { DonePlace } from '../../parts/page/confirmation.tsx'
import { GroundContext } from '../../parts/page/context.tsx'
import { useStanding } from '../../parts/start/session.ts'
import { useReading } from '../reading/reading.ts'
import { DirectionBody } from './direction-body.tsx'
import { DirectionHead } from './direction-head.tsx'
import { Bones, DirectionSkeleton } from './skeleton.tsx'

type Props = {
  readonly call: Call
  readonly locale: string
  /** The Direction of a channel's tab, '' in the personal app. What may be seen of it is the server's to say. */
  readonly fixed: string
  /** What a link into the personal app asked for, or ''. */
  readonly wanted: string
}

/** One Direction: its figures, what waits for an answer there, what is to come, and what its people share. */
export function DirectionPage({ call, locale, fixed, wanted }: Props) {
  const { ground, said, told, speech, ...standing } = useStanding(call, locale)
  const [chosen, choose] = useState('')
  const first = ground && firstShown(ground.me, ground.programme, wanted)
  const shown = fixed || chosen || first
  const { board, snapshot } = useReading(call, shown)
  const direction = ground?.programme.directions.find(({ id }) => id === shown)
  useEffect(() => {
    document.title = `${direction?.name ?? speech.say('direction.title')} · ${speech.say('app.name')}`
  }, [direction, speech])
  useEffect(() => {
    if (ground) tellReady()
  }, [ground])
  if (!ground) {
    const { failure, retry } = standing
    if (failure) return <Trouble failure={failure} speech={speech} retry={retry} />
    return <DirectionSkeleton language={speech.language} />
  }
  const settled = snapshot.loadedAt !== undefined || Object.keys(snapshot.failures).length > 0
  const retry = () => Promise.all([standing.retry(), board?.refresh()]).then(() => {})
  const chooseAnother = (another: string) => {
    // What was done was done to the one before.
    ground.tell(undefined)
    choose(another)
  }
  const read = unreadsOf(snapshot, board?.sources ?? 1, retry)
  const [gone] = direction ? [] : read.failures
  const unreads = {
    ...read,
    page: standing.failure ?? read.page ?? (gone && failureAt(gone, undefined)),
  }
  const stale = staleOf(unreads)
  return (
    <GroundContext value={ground}>
      <UnreadContext value={unreads}>
        <DonePlace told={told} />
        <main className="page direction" aria-busy={board !== undefined && !settled}>
          <DirectionHead
            direction={direction}
            figures={snapshot.values.figures}
            choose={fixed ? undefined : chooseAnother}
            call={call}
          />
          {stale && <StaleNotice {...stale} />}
          {!board && <p>{speech.say('direction.none')}</p>}
          {board && !settled && <Bones />}
          {board && settled && direction && (
            <DirectionBody key={direction.id} direction={direction} board={board} snapshot={snapshot} />
          )}
        </main>
      </UnreadContext>
      <Announcer said={said} />
    </GroundContext>
  )
}
