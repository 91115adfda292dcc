import { Button } from '@fluentui/react-components'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { failureText } from '../../parts/words/failure-text.ts'
import type { QueuedLine } from '../harvest/lines.ts'
import type { OwnIdeas } from './use-ideas.ts'

/** The refusal of an idea of who does not take part any more. */
const ASIDE = 'workshop-aside'

/** One that was refused stays, until it is sent otherwise or taken away. */
function RefusedLine({ line, ideas }: { line: QueuedLine; ideas: OwnIdeas }) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const send = () =>
    void act.run(() => ideas.sendAside(line), { text: say('idea.received'), about: line.text })
  return (
    <>
      <Notice
        tone="warning"
        action={
          <>
            {line.code === ASIDE && (
              <ActButton
                act={act}
                aria-label={actName(translator, 'idea.send.aside', line.text)}
                onPress={send}
              >
                {say('idea.send.aside')}
              </ActButton>
            )}
            <Button
              aria-label={actName(translator, 'harvest.remove', line.text)}
              onClick={() => ideas.remove(line)}
            >
              {say('harvest.remove')}
            </Button>
          </>
        }
      >
        <strong>{line.text}</strong> {line.why}
      </Notice>
      <ActFailure act={act} />
    </>
  )
}

/** What waits on this phone, and why: also while the room asks something else, and of who takes part no more. */
export function WaitingIdeas({ ideas }: { ideas: OwnIdeas }) {
  const { translator } = useSession()
  const { say } = translator
  const { lines, failure, go } = ideas
  const count = lines.filter(({ state }) => state === 'kept').length
  const refused = lines.filter(({ state }) => state === 'refused')
  return (
    <>
      {failure && count > 0 && (
        <Notice
          tone={failure.kind === 'offline' ? 'neutral' : 'warning'}
          action={<Button onClick={go}>{say('error.retry')}</Button>}
        >
          {failure.kind === 'offline'
            ? say('harvest.offline', { count })
            : failureText(failure, translator, 'act')}
        </Notice>
      )}
      {refused.map(line => (
        <RefusedLine key={line.key} line={line} ideas={ideas} />
      ))}
    </>
  )
}
