import type { IdeaView } from '../../contract/ideas.ts'
import { useDesk } from '../page/desk.tsx'
import type { Finish } from './dialogs.tsx'
import { CARRY, NameDialog } from './name-dialog.tsx'

/** « Je la porte »: a retained idea becomes an initiative. */
export function CarryDialog({ idea, finish }: { idea: IdeaView; finish: Finish }) {
  const { acts } = useDesk()
  return (
    <NameDialog
      words={CARRY}
      text={idea.text}
      take={nonce => acts.carry(idea.id, nonce)}
      finish={() => finish()}
    />
  )
}
