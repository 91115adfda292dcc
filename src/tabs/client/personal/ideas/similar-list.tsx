import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { IdeaFacts, IdeaStateBadge } from '../../parts/ideas/idea-text.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Similar } from './similar.ts'

const WORD = 'idea.similar.support'
const rowOf = ({ id }: IdeaView) => `similar-${id}`

function SimilarIdea({ idea, keep }: { idea: IdeaView; keep: Similar['keep'] }) {
  const { translator, acts } = usePersonalTab()
  const act = useAct()
  const support = async () => keep(await acts.support(idea.id, true))
  const press = async () => {
    // The button is gone then: its row takes the focus.
    if (await act.run(support, translator.say('idea.supported')))
      document.getElementById(rowOf(idea))?.focus()
  }
  return (
    <>
      <p className="words">{idea.text}</p>
      <IdeaFacts idea={idea} />
      <div className="acts">
        {idea.state !== 'received' && <IdeaStateBadge state={idea.state} />}
        {idea.supported ? (
          <StateBadge tone="good">
            <Checkmark16Regular aria-hidden />
            {translator.say('idea.supported')}
          </StateBadge>
        ) : (
          <ActButton
            act={act}
            size="small"
            aria-label={actName(translator, WORD, idea.text)}
            onPress={() => void press()}
          >
            {translator.say(WORD)}
          </ActButton>
        )}
      </div>
      <ActFailure act={act} />
    </>
  )
}

export const SIMILAR = 'similar-ideas'

/** Ideas similar to the typed text. Its title is a live region; the focus stays in the text. */
export function SimilarList({ similar: { items, keep } }: { similar: Similar }) {
  const { translator } = usePersonalTab()
  const title = items.length === 0 ? '' : translator.say('idea.similar', { count: items.length })
  return (
    <div>
      <p id={SIMILAR} role="status" tabIndex={-1}>
        <strong>{title}</strong>
      </p>
      {items.length > 0 && (
        <ul className="rows near" aria-labelledby={SIMILAR}>
          {items.map(idea => (
            <li key={idea.id} id={rowOf(idea)} tabIndex={-1}>
              <SimilarIdea idea={idea} keep={keep} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
