import { Button } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { useRef } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import { useGround } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import type { Sent } from './sending.ts'
import type { Harvesting } from './use-harvest.ts'

const SHOWN = 20

type RowProps = { readonly idea: Sent; readonly takeBack: (idea: Sent) => void }

function SentIdea({ idea, takeBack }: RowProps) {
  const { speech } = useGround()
  const { text, at, near, key, undoUntil = 0 } = idea
  const mine = key !== undefined && undoUntil > systemClock.now()
  return (
    <li className="harvest-row harvest-sent">
      <div>
        <p>{text}</p>
        {near && <p className="quiet">{speech.say('harvest.state.near', { text: near })}</p>}
        <p className="quiet">{speech.say('harvest.state.sent', { time: speech.time(at) })}</p>
      </div>
      {mine && (
        <Button
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          aria-label={actName(speech, 'undo', text)}
          title={speech.say('undo')}
          onClick={() => takeBack(idea)}
        />
      )}
    </li>
  )
}

type Props = { readonly ideas: readonly Sent[]; readonly count: number; readonly harvesting: Harvesting }

/** What the harvest has: the last that arrived, with the way back for ten minutes. */
export function SentList({ ideas, count, harvesting }: Props) {
  const { speech } = useGround()
  const title = useRef<HTMLHeadingElement>(null)
  const leaving = new Set(harvesting.lines.flatMap(({ key, state }) => (state === 'undo' ? [key] : [])))
  const shown = ideas.filter(({ key }) => !leaving.has(key ?? '')).slice(0, SHOWN)
  return (
    <section className="card panel" aria-labelledby="harvest-sent">
      <h2 id="harvest-sent" ref={title} tabIndex={-1}>
        {speech.say('harvest.sent')}
      </h2>
      {shown.length === 0 && <p className="quiet">{speech.say('harvest.empty')}</p>}
      <ul>
        {shown.map(idea => (
          <SentIdea
            key={idea.id}
            idea={idea}
            takeBack={taken => {
              harvesting.takeBack(taken)
              title.current?.focus()
            }}
          />
        ))}
      </ul>
      {count > shown.length && shown.length > 0 && (
        <p className="quiet">{speech.say('harvest.last', { count: shown.length, all: count })}</p>
      )}
    </section>
  )
}
