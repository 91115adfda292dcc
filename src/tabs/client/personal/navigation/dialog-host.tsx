import { lazy } from 'react'
import type { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import type { DialogRequest } from './dialog-request.ts'

const Dialogs = lazy(() => import('../home/dialogs.tsx'))

type Props = Pick<ReturnType<typeof useDialog<DialogRequest>>, 'request' | 'wanted' | 'finish'>

/** Renders the requested dialog. The code of dialogs is loaded with the first one. */
export function DialogHost({ request, wanted, finish }: Props) {
  if (!wanted) return null
  return (
    <LazyPart>
      <Dialogs request={request} finish={finish} />
    </LazyPart>
  )
}
