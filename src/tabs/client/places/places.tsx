import words from 'virtual:words/places'
import '../look/charts.css'
import '../look/direction.css'
import '../look/places.css'
import type { Call } from '../api/call.ts'
import type { PlaceName } from '../page/place.ts'
import { learn } from '../words/speech.ts'
import { Cockpit } from './cockpit.tsx'
import { MyData } from './my-data.tsx'
import { Past } from './past.tsx'

learn(words)

/** The page that the address names. */
export default function Places({ name, call }: { name: PlaceName; call: Call }) {
  if (name === 'cockpit') return <Cockpit call={call} />
  return name === 'past' ? <Past call={call} /> : <MyData call={call} />
}
