import { Switch } from '@fluentui/react-components'
import type { PreferencesView, TopicName } from '../../../contract/messages.ts'
import { useSession } from '../../parts/page/context.tsx'
import { TOPIC_NAMES } from '../../parts/words/message-topics.ts'

type Props = {
  readonly topics: PreferencesView['topics']
  readonly onChange: (topic: TopicName, on: boolean) => void
}

/** Each thing that one may be written about, on or off: the word beside the switch says which. */
export function TopicFields({ topics, onChange }: Props) {
  const { translator } = useSession()
  return (
    <fieldset className="topics">
      <legend>{translator.say('tab.topics')}</legend>
      {topics.map(({ topic, on, quiet }) => (
        <div key={topic} className="topic">
          <Switch
            label={translator.say(TOPIC_NAMES[topic])}
            checked={on}
            onChange={(_, data) => onChange(topic, data.checked)}
          />
          <span className="quiet" aria-hidden="true">
            {translator.say(quiet ? 'message.quiet' : on ? 'message.on' : 'message.off')}
          </span>
        </div>
      ))}
    </fieldset>
  )
}
