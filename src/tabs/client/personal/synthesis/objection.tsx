import { useId, useState } from 'react'
import type { PublishedSentenceView } from '../../../contract/ideas/synthesis.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { objectionText } from './texts.ts'

/** « Ce n’est pas ce que j’ai dit », for whoever wrote an idea that is cited: what it does, and the way back. */
export function Objection({ sentence }: { sentence: PublishedSentenceView }) {
  const { translator, call } = useSession()
  const act = useAct()
  const about = useId()
  // The page hears of no objection: what was just said stands until it is read anew.
  const [said, setSaid] = useState<boolean>()
  const objects = said ?? sentence.objected
  const { id, text, mine } = sentence
  if (mine.length === 0 && !objects) return null
  const word = objects ? 'synthesis.page.objection.back' : 'synthesis.page.objection.say'
  const done = objects ? 'synthesis.page.objection.back.done' : 'synthesis.page.objection.done'
  const press = () =>
    void act.run(async () => {
      const path = pathTo('/syntheses/published/sentences', id, 'objection')
      await call('PUT', path, { objects: !objects })
      setSaid(!objects)
    }, translator.say(done))
  return (
    <div className="synthesis-objection">
      <p className="quiet" id={about}>
        {objectionText(sentence, objects, translator)}
      </p>
      <ActButton
        act={act}
        size="small"
        aria-label={actName(translator, word, text)}
        aria-describedby={about}
        onPress={press}
      >
        {translator.say(word)}
      </ActButton>
      <ActFailure act={act} />
    </div>
  )
}
