import words from 'virtual:words/places'
import '../look/charts.css'
import '../look/direction.css'
import '../look/places.css'
import type { Call } from '../api/call.ts'
import type { PlaceName } from '../page/place.ts'
import type { Stale } from '../page/trouble.tsx'
import { learn } from '../words/speech.ts'
import { Cockpit } from './cockpit.tsx'
import { MyData } from './my-data.tsx'
import { Past } from './past.tsx'

learn(words)

type Props = { readonly name: PlaceName; readonly call: Call; readonly stale: Stale | undefined }

/** The page that the address names; the pilot's says itself what it could not read. */
export default function Places({ name, call, stale }: Props) {
  if (name === 'cockpit') return <Cockpit call={call} />
  return name === 'past' ? <Past call={call} /> : <MyData call={call} stale={stale} />
}
