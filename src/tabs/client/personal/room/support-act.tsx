import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { WallIdea } from '../../../contract/room/wall.ts'
import type { Call } from '../../data/api/call.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { SupportAct } from '../../parts/ideas/support-button.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useWall } from '../../parts/room/wall-reading.ts'
import { failureText } from '../../parts/words/failure-text.ts'

const SHOWN = 20

type Supported = { readonly has: (id: string) => boolean; readonly put: (id: string, on: boolean) => void }

/** What was pressed on this page: the wall is the same for all, and says nothing of who supports. */
function useSupported(workshop: string): Supported {
  const name = `room-supports:${workshop}`
  const [ids, setIds] = useState<ReadonlySet<string>>(() => {
    try {
      return new Set(JSON.parse(sessionStorage.getItem(name) ?? '[]'))
    } catch {
      return new Set()
    }
  })
  const put = (id: string, on: boolean) => {
    const next = new Set(ids)
    if (on) next.add(id)
    else next.delete(id)
    setIds(next)
    try {
      sessionStorage.setItem(name, JSON.stringify([...next]))
    } catch {
      // It is known as long as the page lives.
    }
  }
  return { has: id => ids.has(id), put }
}

type RowProps = { readonly call: Call; readonly idea: WallIdea; readonly supported: Supported }

function Row({ call, idea: { id, text, axis }, supported }: RowProps) {
  const { translator, programme } = useSession()
  const act = useAct()
  const on = supported.has(id)
  const press = () =>
    act.run(
      async () => {
        const view = await call<IdeaView>('PUT', pathTo('/ideas', id, 'support'), { support: !on })
        supported.put(id, view.supported)
      },
      translator.say(on ? 'following.unsupported' : 'following.supported'),
    )
  const name = programme.axes.find(each => each.id === axis)?.title
  return (
    <li className="room-line">
      <div>
        <p>{text}</p>
        {name && <p className="quiet">{name}</p>}
      </div>
      <SupportAct supported={on} text={text} act={act} size="medium" onPress={() => void press()} />
      <ActFailure act={act} />
    </li>
  )
}

/** The wall's ideas, the newest first, each with a press to support it. */
export function IdeasToSupport({ call, workshop }: { call: Call; workshop: string }) {
  const { translator } = useSession()
  const { say } = translator
  const { ideas, failure, known } = useWall(call, workshop)
  const supported = useSupported(workshop)
  const [most, setMost] = useState(SHOWN)
  return (
    <>
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      {known && ideas.length === 0 && <p className="quiet">{say('remote.wall.empty')}</p>}
      <ul>
        {ideas.slice(0, most).map(idea => (
          <Row key={idea.id} call={call} idea={idea} supported={supported} />
        ))}
      </ul>
      {ideas.length > most && (
        <Button onClick={() => setMost(before => before + SHOWN)}>
          {say('following.wall.more', { count: ideas.length - most })}
        </Button>
      )}
    </>
  )
}
