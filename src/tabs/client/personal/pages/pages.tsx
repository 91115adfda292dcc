import '../../parts/charts/charts.css'
import '../../direction/page/direction.css'
import './pages.css'
import type { Call } from '../../data/api/call.ts'
import type { Stale } from '../../parts/notices/failure-page.tsx'
import { MyData } from '../my-data/my-data-page.tsx'
import type { PlaceName } from '../navigation/addresses.ts'
import { Cockpit } from '../pilot/pilot-page.tsx'
import { Past } from './past-page.tsx'

type Props = { readonly name: PlaceName; readonly call: Call; readonly stale: Stale | undefined }

/** The page that the address names; the pilot's says itself what it could not read. */
export default function Places({ name, call, stale }: Props) {
  if (name === 'cockpit') return <Cockpit call={call} />
  return name === 'past' ? <Past call={call} /> : <MyData call={call} stale={stale} />
}
