import { type ReactNode, useEffect, useState } from 'react'
import type { CloseView, EntryView, RegisterView } from '../../../contract/ideas/register.ts'
import type { Near, Page } from '../../../contract/primitives.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, type ActState, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { SearchField } from '../../parts/forms/search-field.tsx'
import { IdeaStateBadge } from '../../parts/ideas/idea-text.tsx'
import { NearNote } from '../../parts/lists/near-note.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { useFacts } from './idea-row.tsx'
import type { LastIdeaAction } from './last-action.tsx'
import { addressOf, type RegisterQuery } from './query.ts'
import type { SendIdeaAction } from './send.ts'

type Props = {
  readonly entry: EntryView
  readonly query: RegisterQuery
  readonly reading: boolean
  readonly send: SendIdeaAction
  readonly finish: (done: LastIdeaAction) => void
  /** Whether another idea is looked for. */
  readonly searching: boolean
}
const FOUND = 10

type RowProps = {
  readonly other: RegisterView
  readonly href: string
  readonly reading: boolean
  readonly act: ActState
  /** Absent where they cannot be joined. */
  readonly merge: (() => void) | undefined
}

function Row({ other, href, reading, act, merge }: RowProps) {
  const { translator } = useSession()
  const facts = useFacts(other, reading, true)
  return (
    <li className="queue-close">
      <div>
        <a className="words" href={href}>
          {other.text}
        </a>
        <FactLine of={facts} />
        <IdeaStateBadge state={other.state} />
      </div>
      {merge && (
        <ActButton
          act={act}
          size="small"
          aria-label={actName(translator, 'idea.merge', other.text)}
          onPress={merge}
        >
          {translator.say('idea.merge')}
        </ActButton>
      )}
    </li>
  )
}

/** Search for ideas to merge with this one that similarity does not find. */
function useFound(id: string) {
  const { read } = useSession()
  const [q, search] = useState('')
  const [found, setFound] = useState<readonly (RegisterView & Near)[]>()
  useEffect(() => {
    if (q === '') return setFound(undefined)
    let late = false
    const path = `/ideas/register?${new URLSearchParams({ part: 'all', q })}`
    const show = (page: Page<RegisterView & Near> | undefined) => {
      if (!late) setFound(page?.items.filter(each => each.id !== id).slice(0, FOUND))
    }
    void read<Page<RegisterView & Near>>(path).then(show, () => show(undefined))
    return () => {
      late = true
    }
  }, [q, id, read])
  return { q, search, found }
}

/** An initiative takes ideas in, and is joined with none; what is set aside or hidden is not joined. */
export function isJoinable({ state, hidden, mergedInto }: EntryView): boolean {
  return hidden === undefined && !mergedInto && state !== 'aside' && state !== 'initiative'
}

/** Ideas of any list that hold the words typed, each with its act. */
function Search({ id, list }: { id: string; list: (ideas: readonly RegisterView[]) => ReactNode }) {
  const { say } = useSession().translator
  const { q, search, found } = useFound(id)
  return (
    <>
      <SearchField words={q} label={say('queue.merge.search')} begins search={search} />
      <div aria-live="polite">
        {found?.length === 0 && <p className="quiet">{say('empty.search', { query: q })}</p>}
      </div>
      <NearNote found={found} />
      {found && list(found)}
    </>
  )
}

/** « Idées proches », where there are some or one is looked for: each with an act to merge it with this one. */
export function SimilarIdeas({ entry, query, reading, send, finish, searching }: Props) {
  const { say } = useSession().translator
  const { id, mergedInto } = entry
  const { value, failure, again } = useReading<CloseView>(pathTo('/ideas', id, 'close'))
  const act = useAct()
  const open = !reading && isJoinable(entry)
  const merging = (other: RegisterView) => {
    if (!open || other.state === 'aside') return undefined
    return async () => {
      const merge = () => send('POST', pathTo('/ideas', id, 'merge'), { into: other.id })
      if (!(await act.run(merge, ''))) return
      const undo = () => send('POST', pathTo('/ideas', id, 'merge/undo'))
      finish({ text: say('idea.merge.done'), undo })
    }
  }
  const list = (ideas: readonly RegisterView[]) => (
    <ul className="rows">
      {ideas.map(other => {
        const merge = merging(other)
        return (
          <Row
            key={other.id}
            other={other}
            href={addressOf(query, other.id)}
            reading={reading}
            act={act}
            merge={merge && (() => void merge())}
          />
        )
      })}
    </ul>
  )
  const close = value?.items ?? []
  if (mergedInto || (close.length === 0 && !failure && !(open && searching))) return null
  return (
    <Panel title={say('queue.close')}>
      {failure && <StaleNotice failure={failure} loadedAt={undefined} retry={again} />}
      {close.length > 0 && list(close)}
      {open && searching && <Search id={id} list={list} />}
      {open && <p className="quiet">{say('idea.merge.rules')}</p>}
      <ActFailure act={act} />
    </Panel>
  )
}
