import type { Call } from '../../data/api/call.ts'
import { StaleNotice } from '../notices/failure-page.tsx'
import { SkeletonRows } from '../start/skeleton.tsx'
import { RemoteBody } from './remote-body.tsx'
import { useRemote } from './use-remote.ts'

type Props = { readonly call: Call; readonly workshop: string }

/** The remote of one workshop, once it is read; why it may be old above it. */
export function RemoteReading({ call, workshop }: Props) {
  const { remote, failure, loadedAt, refresh } = useRemote(call, workshop)
  return (
    <>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!remote && !failure && <SkeletonRows />}
      {remote && <RemoteBody remote={remote} call={call} />}
    </>
  )
}
