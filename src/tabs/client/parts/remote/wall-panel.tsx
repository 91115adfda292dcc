import { Button } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import type { WallIdea } from '../../../contract/room/wall.ts'
import type { Call } from '../../data/api/call.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { Notice } from '../notices/notice.tsx'
import { useSession } from '../page/context.tsx'
import { useWall } from '../room/wall-reading.ts'
import { firstWords } from '../words/excerpt.ts'
import { failureText } from '../words/failure-text.ts'
import { IdeaRow } from './idea-row.tsx'
import { WaitingList } from './waiting-list.tsx'

const SHOWN = 10

type Props = {
  readonly call: Call
  readonly workshop: string
  /** Ideas are read before they are shown. */
  readonly reviewed: boolean
}

/** The wall's ideas, the newest first: each can be hidden from the screen, and shown again. */
export function WallPanel({ call, workshop, reviewed }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { ideas, failure, read } = useWall(call, workshop)
  const [all, setAll] = useState(false)
  const act = useAct()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const put = async ({ id: idea }: WallIdea, hidden: boolean) => {
    await call('POST', pathTo('/workshops', workshop, 'wall/hide'), { idea, hidden })
    await read()
  }
  const hide = async (idea: WallIdea) => {
    const undo = () => put(idea, false)
    const done = { text: say('remote.hidden'), about: firstWords(idea.text), undo }
    if (await act.run(() => put(idea, true), done)) heading.current?.focus()
  }
  return (
    <section className="card panel" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {say('remote.wall')}
      </h2>
      {reviewed && <WaitingList call={call} workshop={workshop} shown={read} />}
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      <ActFailure act={act} />
      {ideas.length === 0 && !failure && <p className="quiet">{say('remote.wall.empty')}</p>}
      <ul>
        {(all ? ideas : ideas.slice(0, SHOWN)).map(idea => (
          <IdeaRow
            key={idea.id}
            idea={idea}
            act={act}
            acts={[{ word: 'remote.hide', press: () => void hide(idea) }]}
          />
        ))}
      </ul>
      {ideas.length > SHOWN && (
        <Button appearance="transparent" className="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('tab.less') : say('see.all', { count: ideas.length })}
        </Button>
      )}
    </section>
  )
}
