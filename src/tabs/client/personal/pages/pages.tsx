import '../../parts/charts/charts.css'
import '../../direction/page/direction.css'
import './pages.css'
import { lazy } from 'react'
import type { Call } from '../../data/api/call.ts'
import type { Stale } from '../../parts/notices/failure-page.tsx'
import { MyDataPage } from '../my-data/my-data-page.tsx'
import type { PageName } from '../navigation/addresses.ts'
import { PilotPage } from '../pilot/pilot-page.tsx'
import { PastPage } from './past-page.tsx'

// Read by whoever follows its link, seldom beside the others.
const SynthesisPage = lazy(() => import('../synthesis/synthesis-page.tsx'))

type Props = { readonly name: PageName; readonly call: Call; readonly stale: Stale | undefined }

/** The page that the address names; the pilot's says itself what it could not read. */
export default function Pages({ name, call, stale }: Props) {
  if (name === 'cockpit') return <PilotPage call={call} />
  if (name === 'synthesis') return <SynthesisPage />
  return name === 'past' ? <PastPage call={call} /> : <MyDataPage call={call} stale={stale} />
}
