import type { BoxRowView } from '../../../contract/ideas/boxes.ts'
import { pathTo, placed } from '../../data/store/lists.ts'
import type { Store } from '../../data/store/store.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { shortDate } from '../../parts/words/days.ts'
import { sectionAddress } from '../parts/address.ts'

type Props = {
  readonly box: BoxRowView
  readonly store: Store<{ readonly items: readonly BoxRowView[] }>
  readonly reading: boolean
}

/** « le 3 mai · 12 réponses · 4 avec réponse ou décision » */
function Facts({ box: { at, ideas, answered } }: Pick<Props, 'box'>) {
  const { translator } = useSession()
  const { say } = translator
  const facts = [
    say('queue.boxes.asked', { date: shortDate(at, translator) }),
    say('queue.boxes.count', { count: ideas }),
    answered > 0 ? say('queue.boxes.answered', { count: answered }) : '',
  ]
  return <FactLine of={facts} />
}

/** One question: since when, how many answers, how many of them were answered or decided; its answers, and its end. */
export function BoxRow({ box, store, reading }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const { id, question, closedAt, ideas } = box
  const closed = closedAt !== undefined
  const keep = (now: BoxRowView) => store.put('items', items => placed(items, now))
  const turn = () =>
    act.run(
      () => store.send('PUT', pathTo('/idea-boxes', id, 'closed'), { closed: !closed }, keep),
      say(closed ? 'idea.box.reopening' : 'idea.box.closing', { question }),
    )
  return (
    <div className="queue-asked">
      <h2>{question}</h2>
      <Facts box={box} />
      {closed && (
        <p>
          <StateBadge tone="neutral">
            {say('queue.boxes.closed', { date: shortDate(closedAt, translator) })}
          </StateBadge>
        </p>
      )}
      <div className="acts">
        {ideas > 0 && (
          <a
            className="queue-link"
            href={`${sectionAddress('ideas')}?${new URLSearchParams({ part: 'all', box: id })}`}
            aria-label={actName(translator, 'queue.boxes.see', question)}
          >
            {say('queue.boxes.see')}
          </a>
        )}
        {!reading && (
          <ActButton
            act={act}
            aria-label={actName(translator, closed ? 'idea.box.reopen' : 'idea.box.close', question)}
            onPress={() => void turn()}
          >
            {say(closed ? 'idea.box.reopen' : 'idea.box.close')}
          </ActButton>
        )}
      </div>
      <ActFailure act={act} />
    </div>
  )
}
