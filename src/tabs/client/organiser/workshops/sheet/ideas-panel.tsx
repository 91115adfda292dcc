import { useSession } from '../../../parts/page/context.tsx'
import { FactLine } from '../../../parts/panels/fact-line.tsx'
import { Panel } from '../../../parts/panels/panel.tsx'
import { LinkButton } from '../../parts/link-button.tsx'
import { ideasAddress } from '../workshop/ideas-address.ts'
import type { FacePanelProps } from './face-panels.ts'

/** « Idées récoltées »: how many, how many still wait, and the way to them. */
export default function IdeasPanel({ workshop: { id }, checklist }: FacePanelProps) {
  const { say } = useSession().translator
  if (!checklist) return null
  const { ideas, unanswered } = checklist
  return (
    <Panel title={say('held.ideas')}>
      <FactLine
        of={[
          say('held.ideas.count', { count: ideas }),
          ideas > 0 && say('held.ideas.waiting', { count: unanswered }),
        ]}
      />
      {ideas > 0 && (
        <div className="acts">
          <LinkButton href={ideasAddress(id, 'all')}>{say('held.ideas.see')}</LinkButton>
        </div>
      )}
    </Panel>
  )
}
