import { Merge20Regular } from '@fluentui/react-icons/svg/merge'
import { useRef, useState } from 'react'
import { withinQuotes } from '../../../../kernel/text/quotes.ts'
import type { MergeAskedView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { focusOn } from '../../parts/page/focus.ts'
import { actName } from '../../parts/words/button-name.ts'
import { momentDay } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { Task } from './task.tsx'

type Props = { readonly asked: MergeAskedView; readonly begun: () => void }

/** Somebody proposes that an idea of mine and theirs become one: both texts, and a yes or a no. */
export default function MergeTask({ asked, begun }: Props) {
  const { translator, programme, acts } = usePersonalTab()
  const act = useAct()
  const { say } = translator
  const { mine, other, at, unnamed } = asked
  const date = momentDay(at, programme.today, translator)
  const [answer, setAnswer] = useState('')
  const place = useRef<HTMLParagraphElement>(null)
  const settle = async (yes: boolean) => {
    const said = say(yes ? 'idea.merge.done' : 'idea.merge.declined')
    begun()
    if (!(await act.run(() => acts.answerMerge(asked.id, yes), said))) return
    focusOn(place.current?.closest('li'))
    setAnswer(said)
  }
  const both = { one: withinQuotes(mine.text), other: withinQuotes(other.text) }
  return (
    <Task
      icon={<Merge20Regular aria-hidden />}
      title={answer || say('tab.merge')}
      {...(!answer && { fold: { word: 'tab.merge.look' as const, of: mine.text } })}
      facts={other.author ? [other.author, date] : [date]}
      about={
        <>
          <p ref={place}>{say(unnamed ? 'idea.told.merge-asked.unnamed' : 'idea.told.merge-asked', both)}</p>
          <p className="quiet">{say('tab.merge.rules')}</p>
          <ActFailure act={act} />
        </>
      }
    >
      {!answer && (
        <>
          <ActButton
            size="small"
            act={act}
            aria-label={actName(translator, 'idea.merge.send', mine.text)}
            onPress={() => void settle(true)}
          >
            {say('idea.merge.send')}
          </ActButton>
          <ActButton
            size="small"
            appearance="subtle"
            act={act}
            aria-label={actName(translator, 'idea.merge.decline', mine.text)}
            onPress={() => void settle(false)}
          >
            {say('idea.merge.decline')}
          </ActButton>
        </>
      )}
    </Task>
  )
}
