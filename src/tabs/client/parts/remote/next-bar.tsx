import { Button } from '@fluentui/react-components'
import { ArrowRight20Regular } from '@fluentui/react-icons/svg/arrow-right'
import { ActFailure } from '../actions/action.tsx'
import { Notice } from '../notices/notice.tsx'
import { useSession } from '../page/context.tsx'
import { itemText, sceneOf } from './order-item.ts'
import type { Remote } from './use-remote.ts'

/** « Suivant », under the thumb: the next item of the running order. What a press met is said above it. */
export function NextBar({ remote }: { remote: Remote }) {
  const { translator } = useSession()
  const { say } = translator
  const { view, act, moved, send } = remote
  const { items, next } = view.order
  const item = items.find(({ id }) => id === next)
  const text = item && itemText(item, translator)
  const show = () =>
    item && void send('show', { scene: sceneOf(item) }, say('remote.shown', { scene: text ?? '' }))
  return (
    <div className="remote-bar">
      {moved && <Notice tone="neutral">{say('remote.moved')}</Notice>}
      <ActFailure act={act} />
      {item ? (
        <Button
          appearance="primary"
          size="large"
          className="remote-next"
          icon={<ArrowRight20Regular aria-hidden />}
          iconPosition="after"
          disabledFocusable={act.busy}
          onClick={show}
        >
          <span className="remote-next-text">
            {say('remote.next', { scene: text ?? '' })}
            {item.words !== '' && <span className="remote-next-words">{item.words}</span>}
          </span>
        </Button>
      ) : (
        <p className="quiet">{say(items.length === 0 ? 'remote.next.empty' : 'remote.next.none')}</p>
      )}
    </div>
  )
}
