import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { CARRY, NameDialog } from '../../parts/dialogs/name-dialog.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'

/** « Je la porte »: a retained idea becomes an initiative. */
export function CarryDialog({ idea, finish }: { idea: IdeaView; finish: Finish }) {
  const { acts } = usePersonalTab()
  return (
    <NameDialog
      words={CARRY}
      text={idea.text}
      take={nonce => acts.carry(idea.id, nonce)}
      finish={() => finish()}
    />
  )
}
