import { useFocusFinders } from '@fluentui/react-components'
import type { TrialRequest } from '../trial/context.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { DropDialog } from './drop-dialog.tsx'
import { PlanDialog } from './plan-dialog.tsx'

type Finish = (id?: string) => void
type Props = { readonly request: TrialRequest | undefined; readonly finish: Finish }

function Current({ request, finish }: { request: TrialRequest; finish: Finish }) {
  switch (request.kind) {
    case 'plan':
      return <PlanDialog finish={finish} />
    case 'change':
      return <PlanDialog trial={request.trial} finish={finish} />
    case 'drop':
      return <DropDialog trial={request.trial} finish={finish} />
    case 'decide':
      return <DecisionDialog trial={request.trial} finish={finish} />
  }
}

export default function TrialDialogs({ request, finish }: Props) {
  // Holds Fluent's focus engine between dialogs: see personal/home/dialogs.tsx.
  useFocusFinders()
  return request ? <Current request={request} finish={finish} /> : null
}
