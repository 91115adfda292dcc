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

type Props = {
  readonly ideas: OwnIdeas
  /** A line goes, and its buttons with it: where the focus is then. */
  readonly leave: () => void
}

/** One that was refused stays, until it is sent again or otherwise, or taken away. */
function RefusedLine({ line, ideas, leave }: Props & { readonly line: QueuedLine }) {
  const { translator, announce } = useSession()
  const { say } = translator
  const act = useAct()
  const send = () =>
    void act.run(() => ideas.sendAside(line), { text: say('idea.received'), about: line.text })
  const again = () => {
    leave()
    announce(say('following.idea.sent'))
    ideas.retry(line)
  }
  return (
    <>
      <Notice
        tone="warning"
        action={
          <>
            {line.code === ASIDE && (
              <Button aria-label={actName(translator, 'error.retry', line.text)} onClick={again}>
                {say('error.retry')}
              </Button>
            )}
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
export function WaitingIdeas({ ideas, leave }: Props) {
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
        <RefusedLine key={line.key} line={line} ideas={ideas} leave={leave} />
      ))}
    </>
  )
}
