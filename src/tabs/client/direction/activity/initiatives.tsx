import { Button } from '@fluentui/react-components'
import type { InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import { openTab } from '../../host/navigation.ts'
import { FoldedList } from '../../parts/lists/folded-list.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { useDirectionTab } from '../reading/context.tsx'

export const PHASES = {
  explore: 'initiative.phase.explore',
  create: 'initiative.phase.create',
  test: 'initiative.phase.test',
  done: 'initiative.phase.done',
} as const

function Initiative({ initiative }: { initiative: InitiativeView }) {
  const { translator, programme } = useSession()
  const { id, title, axis, phase, owner, supports, members } = initiative
  const about = axisOf(programme, axis)
  const { say } = translator
  return (
    <div className="carried">
      <AxisMark axis={about} />
      <div className="carried-text">
        {about && <span className="unseen">{about.title}. </span>}
        <h3>{title}</h3>
        <FactLine
          of={[
            owner ?? say('initiative.seekOwner'),
            say('plan.supports', { count: supports }),
            say('gallery.members', { count: members }),
          ]}
        />
        <StateBadge tone={phase === 'done' ? 'good' : 'brand'}>{translator.say(PHASES[phase])}</StateBadge>
      </div>
      <Button
        size="small"
        aria-label={actName(translator, 'initiative.see', title)}
        onClick={() => void openTab('gallery', id)}
      >
        {translator.say('initiative.see')}
      </Button>
    </div>
  )
}

/** Those of this Direction’s ideas, and those that somebody of it carries or joined. */
export function Initiatives() {
  const { translator } = useSession()
  const { values, cut, readOn } = useDirectionTab()
  return (
    <Panel title={translator.say('direction.initiatives')}>
      <FoldedList
        items={values.initiatives}
        part="unread.gallery"
        limit={5}
        read={cut.initiatives ? () => readOn(['initiatives']) : undefined}
        empty={<p className="quiet">{translator.say('direction.initiatives.none')}</p>}
        draw={initiative => <Initiative initiative={initiative} />}
      />
    </Panel>
  )
}
