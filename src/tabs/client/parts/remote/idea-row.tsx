import type { WallIdea } from '../../../contract/room/wall.ts'
import type { ActState } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

type RowAct = { readonly word: 'remote.hide' | 'remote.approve'; readonly press: () => void }
type Props = { readonly idea: WallIdea; readonly act: ActState; readonly acts: readonly RowAct[] }

/** An idea of the wall, with what can be done about it. */
export function IdeaRow({ idea: { text, table }, act, acts }: Props) {
  const { translator } = useSession()
  const { say } = translator
  return (
    <li className="room-line">
      <div>
        <p>{text}</p>
        {table !== undefined && <p className="quiet">{say('idea.credit.table', { table })}</p>}
      </div>
      <div className="acts">
        {acts.map(({ word, press }) => (
          <ActButton
            key={word}
            act={act}
            size="small"
            aria-label={actName(translator, word, text)}
            onPress={press}
          >
            {say(word)}
          </ActButton>
        ))}
      </div>
    </li>
  )
}
