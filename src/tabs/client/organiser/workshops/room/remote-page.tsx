import type { Call } from '../../../data/api/call.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { RemoteReading } from '../../../parts/remote/remote-reading.tsx'
import { type Crumb, SectionHead } from '../../parts/section-head.tsx'

type Props = { readonly call: Call; readonly workshop: string; readonly trail: readonly Crumb[] }

/** « Télécommande » of one workshop, under its page. */
export default function RemotePage({ call, workshop, trail }: Props) {
  return (
    <>
      <SectionHead title={useSession().translator.say('remote.title')} trail={trail} />
      <RemoteReading key={workshop} call={call} workshop={workshop} />
    </>
  )
}
