import { Link } from '@fluentui/react-components'
import { useRef } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { PublishedSentenceView } from '../../../contract/ideas/synthesis.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { Objection } from './objection.tsx'
import { sentenceFacts } from './texts.ts'

/** An idea that a sentence cites: its words open it, with what colleagues said of it. */
function CitedIdea({ id, text }: PublishedSentenceView['ideas'][number]) {
  const { read, open } = usePersonalTab()
  const act = useAct()
  const link = useRef<HTMLButtonElement>(null)
  const press = () =>
    void act.run(async () => {
      const idea = await read<IdeaView>(`/ideas/${encodeURIComponent(id)}`)
      open({ kind: 'thread', idea }, link.current)
    }, '')
  return (
    <li>
      <Link as="button" ref={link} className="synthesis-idea" onClick={press}>
        {text}
      </Link>
      <ActFailure act={act} />
    </li>
  )
}

/** One sentence, what is to be known of it, and every idea that it stands on. */
export function PublishedSentence({ sentence }: { sentence: PublishedSentenceView }) {
  const { translator } = useSession()
  const { text, ideas } = sentence
  return (
    <li className="synthesis-said">
      <p className="words">{text}</p>
      <FactLine of={sentenceFacts(sentence, translator)} />
      <ul
        className="synthesis-ideas"
        aria-label={translator.say('synthesis.page.read.ideas', { count: ideas.length })}
      >
        {ideas.map(idea => (
          <CitedIdea key={idea.id} {...idea} />
        ))}
      </ul>
      <Objection sentence={sentence} />
    </li>
  )
}
