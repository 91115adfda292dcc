import { Button } from '@fluentui/react-components'
import { harvestFrom } from '../../harvest/way-back.ts'
import { openTab } from '../../host/navigation.ts'
import { useGround } from '../../page/ground.tsx'
import { Panel } from '../../page/panel.tsx'
import type { PanelProps } from './panels.ts'

/** The way to the page on which a table's ideas are typed, once there are any to type. */
export default function HarvestPanel({ workshop }: PanelProps) {
  const { speech } = useGround()
  const begun = workshop.begun ?? false
  const open = () => void openTab('personal', harvestFrom(workshop.id))
  return (
    <Panel title={speech.say('organiser.harvest')}>
      <p className="quiet">{speech.say(begun ? 'organiser.harvest.rules' : 'organiser.harvest.soon')}</p>
      {begun && (
        <div className="acts">
          <Button onClick={open}>{speech.say('harvest.open')}</Button>
        </div>
      )}
    </Panel>
  )
}
