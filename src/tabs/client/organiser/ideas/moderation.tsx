import { Button } from '@fluentui/react-components'
import type { EntryView } from '../../../contract/ideas/register.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { HideForm } from './hide-form.tsx'
import type { LastIdeaAction } from './last-action.tsx'
import { useOpenAction } from './open-action.ts'
import type { SendIdeaAction } from './send.ts'

type Props = {
  readonly entry: EntryView
  readonly send: SendIdeaAction
  readonly finish: (done: LastIdeaAction) => void
}

/** Why it was reported, without a name: « Classer sans suite », or « Masquer ». */
function Reports({ entry, send, finish }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const { asking, setAsking, place } = useOpenAction()
  const { id, reports, reasons, hidden, mergedInto } = entry
  if (reports === undefined) return null
  const dismiss = async () => {
    if (await act.run(() => send('POST', pathTo('/ideas', id, 'dismiss')), ''))
      finish({ text: say('idea.dismiss.done') })
  }
  return (
    <Panel title={say('queue.reports')}>
      <p>{say('idea.queue.count', { count: reports })}</p>
      {reasons.length > 0 && (
        <ul className="rows queue-reasons" aria-label={say('queue.reasons')}>
          {reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <div ref={place} className="queue-acts">
        {asking && <HideForm entry={entry} send={send} finish={finish} leave={() => setAsking(undefined)} />}
        {!asking && (
          <div className="acts">
            <ActButton act={act} onPress={() => void dismiss()}>
              {say('idea.dismiss')}
            </ActButton>
            {hidden === undefined && !mergedInto && (
              <Button data-act="hide" onClick={() => setAsking('hide')}>
                {say('idea.hide')}
              </Button>
            )}
          </div>
        )}
      </div>
      <ActFailure act={act} />
    </Panel>
  )
}

/** The reason of a hiding, with the act to show the idea again. */
function Hidden({ entry, send, finish }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const { id, hidden } = entry
  if (hidden === undefined) return null
  const restore = async () => {
    if (await act.run(() => send('POST', pathTo('/ideas', id, 'restore')), ''))
      finish({ text: say('idea.restore.done') })
  }
  return (
    <Panel title={say('idea.hidden.title')}>
      <p className="quiet">{say('idea.hidden.reason')}</p>
      <p className="queue-reason">{hidden}</p>
      <div className="acts">
        <ActButton act={act} appearance="primary" onPress={() => void restore()}>
          {say('idea.restore')}
        </ActButton>
      </div>
      <ActFailure act={act} />
    </Panel>
  )
}

/** What people reported, and what organisers keep out of sight. */
export function Moderation(props: Props) {
  return (
    <>
      <Hidden {...props} />
      <Reports {...props} />
    </>
  )
}
