import type { EntryView } from '../../../contract/ideas/register.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { actName } from '../../parts/words/button-name.ts'
import type { LastIdeaAction } from './last-action.tsx'
import { addressOf, type RegisterQuery } from './query.ts'
import type { SendIdeaAction } from './send.ts'

type Props = {
  readonly entry: EntryView
  readonly query: RegisterQuery
  readonly reading: boolean
  readonly send: SendIdeaAction
  readonly finish: (done: LastIdeaAction) => void
}

/** The idea's merge group: ideas merged into it, or the one that it was merged into. */
export function MergedIdeas({ entry, query, reading, send, finish }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const { id, joined, leads } = entry
  if (joined.length === 0 && !leads) return null
  const part = async (idea: string) => {
    if (await act.run(() => send('POST', pathTo('/ideas', idea, 'merge/undo')), ''))
      finish({ text: say('idea.unmerge.done') })
  }
  const parting = (idea: string, text: string) =>
    !reading && (
      <ActButton
        act={act}
        size="small"
        aria-label={actName(translator, 'idea.unmerge', text)}
        onPress={() => void part(idea)}
      >
        {say('idea.unmerge')}
      </ActButton>
    )
  return (
    <Panel title={say('idea.joined.title')}>
      <ul className="rows">
        {leads && (
          <li className="queue-close">
            <div>
              <p className="quiet">{say('queue.leads')}</p>
              <a className="words" href={addressOf(query, leads.id)}>
                {leads.text || say('idea.hidden.title')}
              </a>
            </div>
            {parting(id, entry.text)}
          </li>
        )}
        {joined.map(each => (
          <li key={each.id} className="queue-close">
            <div>
              <a className="words" href={addressOf(query, each.id)}>
                {each.text || say('idea.hidden.title')}
              </a>
              {each.author && <p className="quiet">{each.author}</p>}
            </div>
            {parting(each.id, each.text)}
          </li>
        ))}
      </ul>
      <ActFailure act={act} />
    </Panel>
  )
}
