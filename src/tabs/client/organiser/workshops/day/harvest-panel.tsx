import { Button } from '@fluentui/react-components'
import { openTab } from '../../../host/navigation.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { Panel } from '../../../parts/panels/panel.tsx'
import { harvestFrom } from '../../../parts/workshops/harvest-link.ts'
import type { PanelProps } from '../workshop/panels.ts'

/** Link to the harvest page, once it is open. */
export default function HarvestPanel({ workshop }: PanelProps) {
  const { translator } = useSession()
  const begun = workshop.begun ?? false
  const open = () => void openTab('personal', harvestFrom(workshop.id))
  return (
    <Panel title={translator.say('organiser.harvest')}>
      <p className="quiet">{translator.say(begun ? 'organiser.harvest.rules' : 'organiser.harvest.soon')}</p>
      {begun && (
        <div className="acts">
          <Button onClick={open}>{translator.say('harvest.open')}</Button>
        </div>
      )}
    </Panel>
  )
}
