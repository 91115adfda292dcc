import { useState } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { FoldedList } from '../../parts/lists/folded-list.tsx'
import { Unread, useUnread } from '../../parts/notices/unread-notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { useDirectionTab } from '../reading/context.tsx'
import { byDue, isWaiting } from './waiting.ts'
import { WaitingIdea } from './waiting-idea.tsx'

/** Waiting ideas, with those answered or decided during this visit in their former places. */
function useSteadyList(read: readonly IdeaView[]) {
  const [touched, setTouched] = useState<readonly IdeaView[]>([])
  // By now everybody knows: nothing is taken back any more.
  const gone = touched
    .filter(({ id }) => read.every(one => one.id !== id))
    .map(({ untold: _, ...idea }) => idea)
  const knownDue = ({ id, due }: IdeaView) => touched.find(each => each.id === id)?.due ?? due
  const items = [...gone, ...read].toSorted(
    (a, b) => byDue(knownDue(a), knownDue(b)) || a.at - b.at || a.id.localeCompare(b.id),
  )
  const touch = (idea: IdeaView) => {
    // Answered, it is due no more.
    const due = items.find(({ id }) => id === idea.id)?.due ?? knownDue(idea)
    setTouched(before => [...before.filter(({ id }) => id !== idea.id), { ...idea, ...(due && { due }) }])
  }
  return { items, touch }
}

function Count({ count, more }: { count: number; more: boolean }) {
  const { translator } = useSession()
  if (count === 0) return null
  return (
    <StateBadge tone="warning">
      {translator.say(more ? 'direction.waiting.more' : 'direction.waiting', { count })}
    </StateBadge>
  )
}

/** « Ce qui attend une réponse », for those who may give it. */
export function WaitingPanel() {
  const { translator } = useSession()
  const { values, cut, readOn } = useDirectionTab()
  const read = values.waiting?.ideas ?? []
  const { items, touch } = useSteadyList(read)
  const waiting = read.filter(isWaiting)
  const [first] = useState(() => waiting[0]?.id)
  const unread = useUnread(['unread.waiting'])
  if (!values.waiting)
    return unread ? (
      <Panel title={translator.say('direction.toAnswer')}>
        <Unread parts={['unread.waiting']} />
      </Panel>
    ) : null
  if (!values.waiting.mayAnswer) return null
  return (
    <Panel
      title={translator.say('direction.toAnswer')}
      action={<Count count={waiting.length} more={cut.waiting === true} />}
    >
      <Unread parts={['unread.waiting']} shown />
      <FoldedList
        items={items}
        limit={5}
        count={waiting.length}
        read={cut.waiting ? () => readOn(['waiting']) : undefined}
        empty={<p className="quiet">{translator.say('direction.toAnswer.none')}</p>}
        draw={idea => <WaitingIdea idea={idea} first={idea.id === first} touch={touch} />}
      />
    </Panel>
  )
}
