import { useFocusFinders } from '@fluentui/react-components'
import type { GalleryRequest } from '../initiative/context.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { InspireDialog } from './inspire-dialog.tsx'
import { JoinDialog } from './join-dialog.tsx'

type Finish = (id?: string) => void
type Props = { readonly request: GalleryRequest | undefined; readonly finish: Finish }

function Current({ request, finish }: { request: GalleryRequest; finish: Finish }) {
  switch (request.kind) {
    case 'join':
    case 'carry':
    case 'leave':
      return <JoinDialog request={request} finish={finish} />
    case 'inspire':
      return <InspireDialog sheet={request.sheet} finish={finish} />
    case 'hand-over':
      return <HandOverDialog sheet={request.sheet} finish={finish} />
    case 'edit':
      return <EditDialog sheet={request.sheet} tested={request.tested} finish={finish} />
  }
}

export default function GalleryDialogs({ request, finish }: Props) {
  // Holds Fluent's focus engine between dialogs: see personal/home/dialogs.tsx.
  useFocusFinders()
  return request ? <Current request={request} finish={finish} /> : null
}
