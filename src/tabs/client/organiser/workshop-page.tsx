import { Suspense, useEffect, useRef } from 'react'
import type { KeptDayView } from '../../contract/attendance.ts'
import type { Call } from '../api/call.ts'
import { useGround } from '../page/ground.tsx'
import { capitalised } from '../words/capital.ts'
import { CHOICE } from './address.ts'
import { Bones } from './bones.tsx'
import { whenAndWhere } from './facts.ts'
import { PANELS } from './panels.ts'

/** One workshop: what is done with it, a panel for each thing. */
export function WorkshopPage({ workshop, call }: { workshop: KeptDayView; call: Call }) {
  const { speech } = useGround()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <>
      <header>
        <p>
          <a href={CHOICE}>{speech.say('organiser.all')}</a>
        </p>
        <h1 ref={title} tabIndex={-1}>
          {workshop.title}
        </h1>
        <p className="quiet">{capitalised(whenAndWhere(workshop, speech))}</p>
      </header>
      {PANELS.map(({ name, Panel }) => (
        <Suspense key={name} fallback={<Bones />}>
          <Panel workshop={workshop} call={call} />
        </Suspense>
      ))}
    </>
  )
}
