import { useState } from 'react'
import type { IdeaView } from '../../contract/ideas.ts'
import { StateBadge } from '../page/badge.tsx'
import { useGround } from '../page/ground.tsx'
import { Panel } from '../page/panel.tsx'
import { FoldedList } from '../page/short-list.tsx'
import { useCounter } from './counter.tsx'
import { WaitingIdea } from './waiting-idea.tsx'

/** What waits, with the ideas answered during this visit where they stood. */
function useSteadyList(waiting: readonly IdeaView[]) {
  const [touched, setTouched] = useState<readonly IdeaView[]>([])
  const gone = touched.filter(({ id }) => waiting.every(one => one.id !== id))
  const items = [...gone, ...waiting].toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id))
  const touch = (idea: IdeaView) =>
    setTouched(before => (before.some(({ id }) => id === idea.id) ? before : [...before, idea]))
  return { items, touch }
}

function Count({ count, more }: { count: number; more: boolean }) {
  const { speech } = useGround()
  if (count === 0) return null
  return (
    <StateBadge tone="warning">
      {speech.say(more ? 'direction.waiting.more' : 'direction.waiting', { count })}
    </StateBadge>
  )
}

/** « Ce qui attend une réponse », for those who may give it. */
export function Waiting() {
  const { speech } = useGround()
  const { values, cut, readOn } = useCounter()
  const waiting = values.waiting?.ideas ?? []
  const { items, touch } = useSteadyList(waiting)
  const [first] = useState(() => waiting[0]?.id)
  if (!values.waiting?.mayAnswer) return null
  return (
    <Panel
      title={speech.say('direction.toAnswer')}
      action={<Count count={waiting.length} more={cut.waiting === true} />}
    >
      {waiting.length > 0 && <p className="quiet small-print">{speech.say('direction.toAnswer.exact')}</p>}
      <FoldedList
        items={items}
        limit={5}
        count={waiting.length}
        read={cut.waiting ? () => readOn(['waiting']) : undefined}
        empty={<p className="quiet">{speech.say('direction.toAnswer.none')}</p>}
        draw={idea => <WaitingIdea idea={idea} first={idea.id === first} begun={() => touch(idea)} />}
      />
    </Panel>
  )
}
