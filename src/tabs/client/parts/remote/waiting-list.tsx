import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Page } from '../../../contract/primitives.ts'
import type { WallIdea } from '../../../contract/room/wall.ts'
import type { Call } from '../../data/api/call.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useChanges } from '../../data/stream/changes.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { Notice } from '../notices/notice.tsx'
import { useSession } from '../page/context.tsx'
import { failureText } from '../words/failure-text.ts'
import { IdeaRow } from './idea-row.tsx'

type Props = {
  readonly call: Call
  readonly workshop: string
  /** Something was shown: the wall has more. */
  readonly shown: () => Promise<void>
}

/** « Relire d’abord »: the ideas that wait to be read before the room sees them, the first of them. */
export function WaitingList({ call, workshop, shown }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [page, setPage] = useState<Page<WallIdea>>()
  const [failure, setFailure] = useState<Failure>()
  const read = useCallback(
    () =>
      call<Page<WallIdea>>('GET', pathTo('/workshops', workshop, 'wall/waiting')).then(
        found => {
          setPage(found)
          setFailure(undefined)
        },
        thrown => setFailure(failureOf(thrown)),
      ),
    [call, workshop],
  )
  useEffect(() => void read(), [read])
  useChanges(['room', 'ideas'], () => void read())
  const put = async (door: 'approve' | 'hide', body: object) => {
    await call('POST', pathTo('/workshops', workshop, `wall/${door}`), body)
    await Promise.all([read(), shown()])
  }
  const press = async ({ id: idea, text }: WallIdea, door: 'approve' | 'hide') => {
    const body = door === 'approve' ? { idea, text } : { idea, hidden: true }
    const said = say(door === 'approve' ? 'remote.approved' : 'remote.hidden')
    if (await act.run(() => put(door, body), said)) heading.current?.focus()
  }
  return (
    <section aria-labelledby={id} className="remote-waiting">
      <h3 id={id} ref={heading} tabIndex={-1}>
        {say('remote.waiting')}
      </h3>
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      <ActFailure act={act} />
      {page?.items.length === 0 && <p className="quiet">{say('remote.waiting.none')}</p>}
      <ul>
        {page?.items.map(idea => (
          <IdeaRow
            key={idea.id}
            idea={idea}
            act={act}
            acts={[
              { word: 'remote.approve', press: () => void press(idea, 'approve') },
              { word: 'remote.hide', press: () => void press(idea, 'hide') },
            ]}
          />
        ))}
      </ul>
      {page?.next !== undefined && <p className="quiet">{say('remote.waiting.more')}</p>}
    </section>
  )
}
