import { Button } from '@fluentui/react-components'
import type { IdeaView } from '../../contract/ideas.ts'
import { actName } from '../words/act-name.ts'
import { useDesk } from './desk.tsx'

/** « Le fil »: what became of an idea, and what is said of it. */
export function ThreadButton({ idea }: { idea: IdeaView }) {
  const { speech, open } = useDesk()
  return (
    <Button
      size="small"
      appearance="subtle"
      className="plain"
      aria-label={actName(speech, 'thread.open', idea.text)}
      onClick={() => open({ kind: 'thread', idea })}
    >
      {speech.say('thread.open')}
    </Button>
  )
}
