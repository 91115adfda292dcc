import type { Key } from '../../../../i18n/words.ts'
import type { TopicName } from '../../../contract/messages.ts'

/** What each message is about, as one chooses it. */
export const TOPIC_NAMES: Readonly<Record<TopicName, Key>> = {
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
  'my-step': 'message.topic.my-step',
  'step-asked': 'message.topic.step-asked',
  'step-late': 'message.topic.step-late',
  'my-trial': 'message.topic.my-trial',
  'look-in': 'message.topic.look-in',
  'idea-answered': 'message.topic.idea-answered',
  moderated: 'message.topic.moderated',
  'workshop-moved': 'message.topic.workshop-moved',
  'seat-offered': 'message.topic.seat-offered',
  'workshop-opens': 'message.topic.workshop-opens',
  facilitating: 'message.topic.facilitating',
  'workshop-feedback': 'message.topic.workshop-feedback',
  relay: 'message.topic.relay',
  broadcast: 'message.topic.broadcast',
}
