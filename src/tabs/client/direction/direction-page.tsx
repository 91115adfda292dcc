import { useEffect, useState } from 'react'
import type { Call } from '../api/call.ts'
import { worst } from '../api/failure.ts'
import { tellReady } from '../host/connection.ts'
import { Announcer } from '../page/announcer.tsx'
import { GroundContext } from '../page/ground.tsx'
import { useStanding } from '../page/standing.ts'
import { StaleNotice, Trouble } from '../page/trouble.tsx'
import { Bones, DirectionSkeleton } from './bones.tsx'
import { DirectionBody } from './direction-body.tsx'
import { DirectionHead } from './direction-head.tsx'
import { firstShown } from './offered.ts'
import { useReading } from './reading.ts'

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
  const { ground, said, speech, ...standing } = useStanding(call, locale)
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
  const failure = worst([
    ...Object.values(snapshot.failures),
    ...(standing.failure ? [standing.failure] : []),
  ])
  const settled = snapshot.loadedAt !== undefined || failure !== undefined
  const retry = () => Promise.all([standing.retry(), board?.refresh()]).then(() => {})
  return (
    <GroundContext value={ground}>
      <main className="page direction" aria-busy={board !== undefined && !settled}>
        <DirectionHead
          direction={direction}
          figures={snapshot.values.figures}
          choose={fixed ? undefined : choose}
          call={call}
        />
        {failure && <StaleNotice failure={failure} loadedAt={snapshot.loadedAt} retry={retry} />}
        {!board && <p>{speech.say('direction.none')}</p>}
        {board && !settled && <Bones />}
        {board && settled && direction && (
          <DirectionBody key={direction.id} direction={direction} board={board} snapshot={snapshot} />
        )}
      </main>
      <Announcer said={said} />
    </GroundContext>
  )
}
