import { Button } from '@fluentui/react-components'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { openTab } from '../../host/navigation.ts'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** Carry a retained idea, or open its initiative's sheet. */
export function InitiativeLink({ idea }: { idea: IdeaView }) {
  const { translator, acting, open } = usePersonalTab()
  const { id, state, text } = idea
  const found = state === 'initiative'
  if (!found && (state !== 'retained' || !acting)) return null
  const word = found ? 'initiative.see' : 'initiative.carry'
  return (
    <Button
      size="small"
      appearance={found ? 'subtle' : 'secondary'}
      className={found ? 'plain' : ''}
      aria-label={actName(translator, word, text)}
      // An initiative keeps the id of its idea.
      onClick={() => (found ? void openTab('gallery', id) : open({ kind: 'carry', idea }))}
    >
      {translator.say(word)}
    </Button>
  )
}
