import { thingAddress } from '../../../../kernel/requests/thing-link.ts'
import type { PublishedSentenceView, PublishedSynthesisView } from '../../../contract/ideas/synthesis.ts'
import { useSession } from '../../parts/page/context.tsx'
import { Paper } from '../../parts/page/paper.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { sectionsOf } from './sections.ts'
import { amongText, madeTexts, sentenceFacts } from './texts.ts'

function Sentence({ sentence }: { sentence: PublishedSentenceView }) {
  const { translator } = useSession()
  return (
    <li>
      <p className="words">{sentence.text}</p>
      <FactLine of={sentenceFacts(sentence, translator)} />
      <ul className="paper-cited">
        {sentence.ideas.map(({ id, text }) => (
          <li key={id}>
            {text} <span className="quiet">{thingAddress(location.origin, { kind: 'idea', id })}</span>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The whole of it on paper: the address of each idea in letters. */
export function SynthesisPaper({ title, view }: { title: string; view: PublishedSynthesisView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  return (
    <Paper name="synthesis">
      <p className="paper-from">
        {programme.organisation} · {programme.name} · {say('synthesis.page.read.kind')}
      </p>
      <h1>{title}</h1>
      <p>{amongText(view, translator)}</p>
      {sectionsOf(view, translator).map(({ title: theme, count, stances, sentences }) => (
        <section key={theme}>
          <h2>
            {theme} · {say('synthesis.page.count', { count })}
          </h2>
          {stances && <p>{say('synthesis.page.stances', stances)}</p>}
          {sentences.length === 0 && count > 0 && <p>{say('synthesis.page.read.empty')}</p>}
          <ul>
            {sentences.map(sentence => (
              <Sentence key={sentence.id} sentence={sentence} />
            ))}
          </ul>
        </section>
      ))}
      <div className="paper-end">
        {madeTexts(view, translator, programme.today).map(text => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </Paper>
  )
}
