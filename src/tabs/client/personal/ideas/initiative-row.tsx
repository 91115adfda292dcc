import { Button } from '@fluentui/react-components'
import type { InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import { openTab } from '../../host/navigation.ts'
import { axisOf } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { PHASE_WORDS } from '../../parts/words/phase-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** One that I carry or joined. */
export default function InitiativeRow({ initiative }: { initiative: InitiativeView }) {
  const { translator, programme } = usePersonalTab()
  const { id, title, axis, phase, mine } = initiative
  const { say } = translator
  return (
    <div className="idea">
      <AxisMark axis={axisOf(programme, axis)} />
      <h3>{title}</h3>
      <p className="quiet">{say(mine ? 'tab.initiative.mine' : 'tab.initiative.joined')}</p>
      <div className="acts">
        <StateBadge tone={phase === 'done' ? 'good' : 'brand'}>{say(PHASE_WORDS[phase])}</StateBadge>
        <Button
          size="small"
          appearance="subtle"
          className="plain"
          aria-label={actName(translator, 'initiative.see', title)}
          onClick={() => void openTab('gallery', id)}
        >
          {say('initiative.see')}
        </Button>
      </div>
    </div>
  )
}
