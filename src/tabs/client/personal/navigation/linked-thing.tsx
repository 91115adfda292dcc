import { lazy } from 'react'
import { isId } from '../../../../kernel/text/id-format.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'

const OpenedThing = lazy(() => import('../pages/opened-thing.tsx'))

/** Targets of a deep link: a thing by its id, the settings, or a new idea. */
const ASKED = /^(idea|ballot|commitment|workshop):([\w-]+)$|^(preferences|propose)$/

/** Opens the target of a deep link. Loaded on demand. */
export function LinkedThing({ wanted }: { wanted: string }) {
  const [, thing, id = '', page] = ASKED.exec(wanted) ?? []
  const kind = thing ?? page
  if (!kind || (thing && !isId(id))) return null
  return (
    <LazyPart>
      <OpenedThing kind={kind} id={id} />
    </LazyPart>
  )
}
