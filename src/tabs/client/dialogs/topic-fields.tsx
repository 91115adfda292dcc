import { Switch } from '@fluentui/react-components'
import type { Key } from '../../../i18n/words.ts'
import type { PreferencesView, TopicName } from '../../contract/messages.ts'
import { useGround } from '../page/ground.tsx'

const NAMES: Readonly<Record<TopicName, Key>> = {
  digest: 'message.topic.digest',
  'workshop-soon': 'message.topic.workshop-soon',
  'workshop-tomorrow': 'message.topic.workshop-tomorrow',
  'axis-silent': 'message.topic.axis-silent',
  'ideas-waiting': 'message.topic.ideas-waiting',
  'ballot-closing': 'message.topic.ballot-closing',
  horizons: 'message.topic.horizons',
  'my-workshop-tomorrow': 'message.topic.my-workshop-tomorrow',
  'my-ballot-closing': 'message.topic.my-ballot-closing',
  'my-horizon': 'message.topic.my-horizon',
  'idea-answered': 'message.topic.idea-answered',
  'workshop-moved': 'message.topic.workshop-moved',
  'seat-offered': 'message.topic.seat-offered',
  facilitating: 'message.topic.facilitating',
  'workshop-feedback': 'message.topic.workshop-feedback',
  relay: 'message.topic.relay',
  broadcast: 'message.topic.broadcast',
}

type Props = {
  readonly topics: PreferencesView['topics']
  readonly onChange: (topic: TopicName, on: boolean) => void
}

/** Each thing that one may be written about, on or off: the word beside the switch says which. */
export function TopicFields({ topics, onChange }: Props) {
  const { speech } = useGround()
  return (
    <fieldset className="topics">
      <legend>{speech.say('tab.topics')}</legend>
      {topics.map(({ topic, on, quiet }) => (
        <div key={topic} className="topic">
          <Switch
            label={speech.say(NAMES[topic])}
            checked={on}
            onChange={(_, data) => onChange(topic, data.checked)}
          />
          <span className="quiet" aria-hidden="true">
            {speech.say(quiet ? 'message.quiet' : on ? 'message.on' : 'message.off')}
          </span>
        </div>
      ))}
    </fieldset>
  )
}
