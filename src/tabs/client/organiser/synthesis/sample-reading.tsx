import { useCallback, useEffect, useState } from 'react'
import type { SampledIdeaView } from '../../../contract/ideas/synthesis.ts'
import type { Page } from '../../../contract/primitives.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useSynthesis } from './synthesis-context.ts'

/** What is to be read, a page of it at a time: the unread, after those read on this visit. */
function useSample() {
  const { axis, call } = useSynthesis()
  const [ideas, setIdeas] = useState<readonly SampledIdeaView[]>()
  const [at, setAt] = useState(0)
  const [failure, setFailure] = useState<Failure>()
  const readOn = useCallback(async () => {
    setFailure(undefined)
    try {
      const { items } = await call<Page<SampledIdeaView>>(
        'GET',
        `/syntheses/sample?${new URLSearchParams({ axis })}`,
      )
      setIdeas((known = []) => {
        const more = items.filter(
          ({ id, right }) => right === undefined && known.every(each => each.id !== id),
        )
        return [...known, ...more]
      })
    } catch (thrown) {
      setFailure(failureOf(thrown))
    }
  }, [axis, call])
  useEffect(() => void readOn(), [readOn])
  const said = (id: string, right: boolean) => {
    setIdeas(known => known?.map(one => (one.id === id ? { ...one, right } : one)))
    setAt(at + 1)
    if (ideas && at + 1 >= ideas.length) void readOn()
  }
  return { idea: ideas?.[at], ready: ideas !== undefined, at, setAt, said, failure, readOn }
}

const VERDICTS = [
  { right: true, word: 'synthesis.page.sample.right' },
  { right: false, word: 'synthesis.page.sample.wrong' },
] as const

/** One idea after the other, with the title that words have put it under. The buttons stay, so that the focus does. */
export default function SampleReading() {
  const { say } = useSession().translator
  const { axis, send } = useSynthesis()
  const act = useAct()
  const { idea, ready, at, setAt, said, failure, readOn } = useSample()
  const answer = async (right: boolean) => {
    if (!idea) return
    const sent = () => send('PUT', pathTo('/syntheses', 'sample', idea.id), { axis, right })
    const done = say(right ? 'synthesis.page.sample.said.right' : 'synthesis.page.sample.said.wrong')
    if (await act.run(sent, done)) said(idea.id, right)
  }
  if (failure) return <StaleNotice failure={failure} loadedAt={undefined} retry={readOn} />
  if (!ready) return null
  return (
    <div className="synthesis-reading">
      <div aria-live="polite">
        {idea ? (
          <>
            <p className="quiet">{say('synthesis.page.sample.under', { theme: idea.theme })}</p>
            <p className="words">{idea.text}</p>
            {idea.right !== undefined && (
              <p className="quiet">
                {say(idea.right ? 'synthesis.page.sample.said.right' : 'synthesis.page.sample.said.wrong')}
              </p>
            )}
          </>
        ) : (
          <p>{say('synthesis.page.sample.end')}</p>
        )}
      </div>
      <div className="acts">
        {VERDICTS.map(({ right, word }) => (
          <ActButton key={word} act={act} still={!idea} onPress={() => void answer(right)}>
            {say(word)}
          </ActButton>
        ))}
        {at > 0 && (
          <ActButton act={act} appearance="subtle" onPress={() => setAt(at - 1)}>
            {say('synthesis.page.sample.back')}
          </ActButton>
        )}
      </div>
      <ActFailure act={act} />
    </div>
  )
}
