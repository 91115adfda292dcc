import { useMemo } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { EntryView, RegisterView } from '../../../contract/ideas/register.ts'
import type { Call } from '../../data/api/call.ts'
import { whole } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { pathTo } from '../../data/store/lists.ts'
import { type Board, createBoard } from '../../data/store/store.ts'
import { IdeaAnswer, IdeaDecision } from '../../parts/ideas/idea-answer.tsx'
import { IdeaState } from '../../parts/ideas/idea-text.tsx'
import { Untold } from '../../parts/ideas/unpublished-decision.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { axisOf, useGround } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { useSnapshot } from '../../parts/start/session.ts'
import { Bones } from '../../parts/start/skeleton.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { Acts } from './actions.tsx'
import { History } from './history.tsx'
import { useFacts } from './idea-row.tsx'
import { type Done, LastAct } from './last-action.tsx'
import { Joined } from './merged-ideas.tsx'
import { Moderation } from './moderation.tsx'
import { addressOf, type Query } from './query.ts'
import type { Send } from './send.ts'
import { CloseIdeas } from './similar-ideas.tsx'

type Props = {
  readonly call: Call
  readonly id: string
  /** What the list knows of it already. */
  readonly known: RegisterView | undefined
  readonly list: Board<{ readonly items: readonly RegisterView[] }>
  readonly query: Query
  readonly reading: boolean
  readonly finish: (done: Done) => void
  /** What was just done with this idea, and where one goes on. */
  readonly last: Omit<Parameters<typeof LastAct>[0], 'text'> | undefined
}

function useEntry(call: Call, id: string) {
  const board = useMemo(
    () =>
      createBoard<{ entry: EntryView }>(call, {
        entry: whole(`/ideas/${encodeURIComponent(id)}/entry`),
      }),
    [call, id],
  )
  const snapshot = useSnapshot(board)
  useFreshness(board, ['ideas'])
  return {
    entry: snapshot.values.entry,
    failure: snapshot.failures.entry,
    board,
    loadedAt: snapshot.loadedAt,
  }
}

function Place({ idea }: { idea: RegisterView }) {
  const { say } = useGround().speech
  const { workshop } = idea
  if (!workshop) return null
  const { id, title, table } = workshop
  const text = table ? say('queue.at.table', { title, table }) : say('queue.at', { title })
  return (
    <p className="quiet">
      <a href={addressOf({ part: 'all', q: '', axis: '', direction: '', workshop: id })}>{text}</a>
    </p>
  )
}

function Words({ idea, reading }: { idea: RegisterView; reading: boolean }) {
  const { programme } = useGround()
  const axis = axisOf(programme, idea.axis)
  return (
    <>
      {axis && (
        <p className="queue-axis">
          <AxisMark axis={axis} /> {axis.title}
        </p>
      )}
      <FactLine of={useFacts(idea, reading, false)} />
    </>
  )
}

/** One idea: its words, what is to be done about it, and all that happened to it. */
export function EntryPage({ call, id, known, list, query, reading, finish, last }: Props) {
  const { say } = useGround().speech
  const { entry, failure, board, loadedAt } = useEntry(call, id)
  const idea = entry ?? known
  const send: Send = (method, path, body) =>
    list.send<IdeaView>(method, path, body, () => void board.refresh())
  const takeBack = (at: number) => send('POST', pathTo('/ideas', id, 'take-back'), { at })
  return (
    <div className="queue-entry" aria-busy={!entry && !failure}>
      <SectionHead
        title={idea?.text ?? say(failure ? 'queue.gone' : 'queue.reading')}
        trail={[{ text: say('section.ideas'), href: addressOf(query) }]}
        badge={idea && <IdeaState state={idea.state} />}
        about={
          idea && (
            <>
              <Words idea={idea} reading={reading} />
              <Place idea={idea} />
            </>
          )
        }
      />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={board.refresh} />}
      {!entry && !failure && <Bones count={4} />}
      {entry && (
        <>
          <IdeaAnswer answer={entry.answer} />
          <IdeaDecision state={entry.state} decision={entry.decision} />
          {last && <LastAct {...last} text={entry.text} />}
          {!last && !reading && (
            <>
              <Untold idea={entry} takeBack={takeBack} />
              <Moderation entry={entry} send={send} finish={finish} />
              <Acts entry={entry} send={send} finish={finish} />
            </>
          )}
          <Joined entry={entry} query={query} reading={reading} send={send} finish={finish} />
          <CloseIdeas entry={entry} query={query} reading={reading} send={send} finish={finish} />
          <History idea={entry} send={send} />
        </>
      )}
    </div>
  )
}
