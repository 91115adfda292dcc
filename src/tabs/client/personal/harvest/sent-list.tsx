import { Button } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { useRef } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import type { SentIdea } from './sending.ts'
import type { HarvestSession } from './use-harvest.ts'

const SHOWN = 20

type RowProps = { readonly idea: SentIdea; readonly takeBack: (idea: SentIdea) => void }

function SentRow({ idea, takeBack }: RowProps) {
  const { translator } = useSession()
  const { text, at, near, key, undoUntil = 0 } = idea
  const mine = key !== undefined && undoUntil > systemClock.now()
  return (
    <li className="harvest-row harvest-sent">
      <div>
        <p>{text}</p>
        {near && <p className="quiet">{translator.say('harvest.state.near', { text: near })}</p>}
        <p className="quiet">{translator.say('harvest.state.sent', { time: translator.time(at) })}</p>
      </div>
      {mine && (
        <Button
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          aria-label={actName(translator, 'undo', text)}
          title={translator.say('undo')}
          onClick={() => takeBack(idea)}
        />
      )}
    </li>
  )
}

type Props = {
  readonly ideas: readonly SentIdea[]
  readonly count: number
  readonly harvesting: HarvestSession
}

/** The last harvested ideas, with an undo for ten minutes. */
export function SentList({ ideas, count, harvesting }: Props) {
  const { translator } = useSession()
  const title = useRef<HTMLHeadingElement>(null)
  const leaving = new Set(harvesting.lines.flatMap(({ key, state }) => (state === 'undo' ? [key] : [])))
  const shown = ideas.filter(({ key }) => !leaving.has(key ?? '')).slice(0, SHOWN)
  return (
    <section className="card panel" aria-labelledby="harvest-sent">
      <h2 id="harvest-sent" ref={title} tabIndex={-1}>
        {translator.say('harvest.sent')}
      </h2>
      {shown.length === 0 && <p className="quiet">{translator.say('harvest.empty')}</p>}
      <ul>
        {shown.map(idea => (
          <SentRow
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
        <p className="quiet">{translator.say('harvest.last', { count: shown.length, all: count })}</p>
      )}
    </section>
  )
}
