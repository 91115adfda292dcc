import { lazy } from 'react'
import type { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import type { DialogRequest } from './dialog-request.ts'

const Dialogs = lazy(() => import('../home/dialogs.tsx'))

type Props = Pick<ReturnType<typeof useDialog<DialogRequest>>, 'request' | 'wanted' | 'finish'>

/** Draws the dialog that is asked for. The code of dialogs comes with the first one, and stays. */
export function DialogHost({ request, wanted, finish }: Props) {
  if (!wanted) return null
  return (
    <LazyPart>
      <Dialogs request={request} finish={finish} />
    </LazyPart>
  )
}
