import { lazy } from 'react'
import { Part } from '../page/part.tsx'
import type { useDialog } from './opened.ts'
import type { DialogRequest } from './request.ts'

const Dialogs = lazy(() => import('./dialogs.tsx'))

type Props = Pick<ReturnType<typeof useDialog<DialogRequest>>, 'request' | 'wanted' | 'finish'>

/** Draws the dialog that is asked for. The code of dialogs comes with the first one, and stays. */
export function DialogHost({ request, wanted, finish }: Props) {
  if (!wanted) return null
  return (
    <Part>
      <Dialogs request={request} finish={finish} />
    </Part>
  )
}
