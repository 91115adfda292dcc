import { useEffect } from 'react'
import type { Call } from '../api/call.ts'
import { worst } from '../api/failure.ts'
import { tellReady } from '../host/connection.ts'
import { onBack } from '../host/navigation.ts'
import { Announcer } from '../page/announcer.tsx'
import { GroundContext } from '../page/ground.tsx'
import { Notice } from '../page/notice.tsx'
import { useStanding } from '../page/standing.ts'
import { StaleNotice, Trouble } from '../page/trouble.tsx'
import { backToChoice, useWorkshopId } from './address.ts'
import { Bones, OrganiserSkeleton } from './bones.tsx'
import { Choice } from './choice.tsx'
import { useWorkshops } from './reading.ts'
import { WorkshopPage } from './workshop-page.tsx'

/** « Le jour »: the workshops of today and of the next days, and what is done with the one that was chosen. */
export function OrganiserPage({ call, locale }: { call: Call; locale: string }) {
  const { ground, said, speech, failure, loadedAt, retry } = useStanding(call, locale)
  const { board, snapshot } = useWorkshops(call)
  const id = useWorkshopId()
  const { workshops, past } = snapshot.values
  const workshop = [...(workshops ?? []), ...(past ?? [])].find(each => each.id === id)
  useEffect(() => onBack(backToChoice), [])
  useEffect(() => {
    if (ground) tellReady()
  }, [ground])
  useEffect(() => {
    document.title = `${workshop?.title ?? speech.say('organiser.title')} · ${speech.say('app.name')}`
  }, [workshop, speech])
  if (!ground) {
    if (failure) return <Trouble failure={failure} speech={speech} retry={retry} />
    return <OrganiserSkeleton language={speech.language} />
  }
  const trouble = worst([...Object.values(snapshot.failures), ...(failure ? [failure] : [])])
  const again = () => Promise.all([retry(), board.refresh()]).then(() => {})
  // Whoever organises nothing keeps the lists of the workshops that they facilitate, if any.
  const mayOrganise = ground.me.role === 'organiser' || (workshops?.length ?? 0) > 0
  const known = mayOrganise || workshops !== undefined || trouble !== undefined
  return (
    <GroundContext value={ground}>
      <main className="page organiser" aria-busy={!known || (!workshops && !trouble)}>
        {!workshop && <h1>{speech.say('organiser.day')}</h1>}
        {known && !mayOrganise && <Notice tone="neutral">{speech.say('organiser.closed')}</Notice>}
        {mayOrganise && trouble && (
          <StaleNotice failure={trouble} loadedAt={snapshot.loadedAt ?? loadedAt} retry={again} />
        )}
        {!workshops && !trouble && <Bones />}
        {mayOrganise && workshops && !workshop && (
          <>
            {id && <Notice tone="warning">{speech.say('organiser.gone')}</Notice>}
            <Choice
              workshops={workshops}
              past={past ?? []}
              read={
                snapshot.cut.workshops || snapshot.cut.past
                  ? () => board.readOn(['workshops', 'past'])
                  : undefined
              }
            />
          </>
        )}
        {mayOrganise && workshop && <WorkshopPage key={workshop.id} workshop={workshop} call={call} />}
      </main>
      <Announcer said={said} />
    </GroundContext>
  )
}
