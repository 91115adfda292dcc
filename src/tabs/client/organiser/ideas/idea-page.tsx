import { useMemo, useState } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { EntryView, RegisterView } from '../../../contract/ideas/register.ts'
import type { Call } from '../../data/api/call.ts'
import { whole } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { pathTo } from '../../data/store/lists.ts'
import { createStore, type Store } from '../../data/store/store.ts'
import { CopyLink } from '../../parts/actions/copy-link.tsx'
import { IdeaAnswer, IdeaDecision } from '../../parts/ideas/idea-answer.tsx'
import { IdeaSteps } from '../../parts/ideas/idea-steps.tsx'
import { IdeaStateBadge } from '../../parts/ideas/idea-text.tsx'
import { UnpublishedDecision } from '../../parts/ideas/unpublished-decision.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { useSnapshot } from '../../parts/start/session.ts'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { IdeaActions } from './actions.tsx'
import { History } from './history.tsx'
import { useFacts } from './idea-row.tsx'
import { LastActionNotice, type LastIdeaAction } from './last-action.tsx'
import { MergedIdeas } from './merged-ideas.tsx'
import { Moderation } from './moderation.tsx'
import { addressOf, type RegisterQuery, WHOLE } from './query.ts'
import type { SendIdeaAction } from './send.ts'
import { isJoinable, SimilarIdeas } from './similar-ideas.tsx'

type Props = {
  readonly call: Call
  readonly id: string
  /** What the list knows of it already. */
  readonly known: RegisterView | undefined
  readonly list: Store<{ readonly items: readonly RegisterView[] }>
  readonly query: RegisterQuery
  readonly reading: boolean
  readonly finish: (done: LastIdeaAction) => void
  /** Notice of the last act on this idea, with a link to the next. */
  readonly last: Omit<Parameters<typeof LastActionNotice>[0], 'text'> | undefined
}

function useEntry(call: Call, id: string) {
  const store = useMemo(
    () =>
      createStore<{ entry: EntryView }>(call, {
        entry: whole(`/ideas/${encodeURIComponent(id)}/entry`),
      }),
    [call, id],
  )
  const snapshot = useSnapshot(store)
  useFreshness(store, ['ideas'])
  return {
    entry: snapshot.values.entry,
    failure: snapshot.failures.entry,
    store,
    loadedAt: snapshot.loadedAt,
  }
}

function Place({ idea }: { idea: RegisterView }) {
  const { say } = useSession().translator
  const { workshop } = idea
  if (!workshop) return null
  const { id, title, table } = workshop
  const text = table ? say('queue.at.table', { title, table }) : say('queue.at', { title })
  return (
    <p className="quiet">
      <a href={addressOf({ part: 'all', ...WHOLE, workshop: id })}>{text}</a>
    </p>
  )
}

function Words({ idea, reading }: { idea: RegisterView; reading: boolean }) {
  const { programme } = useSession()
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
export function IdeaPage({ call, id, known, list, query, reading, finish, last }: Props) {
  const { say } = useSession().translator
  const { entry, failure, store, loadedAt } = useEntry(call, id)
  const [joining, setJoining] = useState(false)
  const idea = entry ?? known
  const acts = !reading && entry?.hidden === undefined && !entry?.mergedInto
  const send: SendIdeaAction = (method, path, body) =>
    list.send<IdeaView>(method, path, body, () => void store.refresh())
  const takeBack = (at: number) => send('POST', pathTo('/ideas', id, 'take-back'), { at })
  return (
    <div className="queue-entry" aria-busy={!entry && !failure}>
      <SectionHead
        title={idea?.text ?? say(failure ? 'queue.gone' : 'queue.reading')}
        trail={[{ text: say('section.ideas'), href: addressOf(query) }]}
        badge={idea && <IdeaStateBadge state={idea.state} />}
        about={
          idea && (
            <>
              <Words idea={idea} reading={reading} />
              <Place idea={idea} />
              {!acts && <CopyLink of={{ kind: 'idea', id }} name={idea.text} />}
            </>
          )
        }
      />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={store.refresh} />}
      {!entry && !failure && <SkeletonRows count={4} />}
      {entry && (
        <>
          <IdeaAnswer answer={entry.answer} />
          <IdeaDecision state={entry.state} decision={entry.decision} />
          {last && <LastActionNotice {...last} text={entry.text} />}
          {!last && !reading && (
            <>
              <UnpublishedDecision idea={entry} takeBack={takeBack} />
              <Moderation entry={entry} send={send} finish={finish} />
              <IdeaActions
                entry={entry}
                send={send}
                finish={finish}
                join={isJoinable(entry) ? () => setJoining(true) : undefined}
              />
            </>
          )}
          <IdeaSteps idea={entry} within="panel" />
          <MergedIdeas entry={entry} query={query} reading={reading} send={send} finish={finish} />
          <SimilarIdeas
            entry={entry}
            query={query}
            reading={reading}
            send={send}
            finish={finish}
            searching={joining}
          />
          <History idea={entry} send={send} />
        </>
      )}
    </div>
  )
}
