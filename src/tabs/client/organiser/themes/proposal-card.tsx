import { Button } from '@fluentui/react-components'
import { lazy, type RefObject, useId, useState } from 'react'
import type { ThemeProposalView } from '../../../contract/ideas/themes.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useFocusHeir } from '../../parts/page/focus-heir.ts'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { sectionAddress } from '../parts/address.ts'
import { useBoard } from './board-context.ts'

const ThemeDialog = lazy(() => import('./theme-dialog.tsx'))

/** Ideas shown before the others are asked for. */
const FIRST = 3

/** The ideas in which it was seen, each with the words that it holds. */
function Seen({ proposal: { title, count, ideas } }: { proposal: ThemeProposalView }) {
  const { translator } = useSession()
  const { say } = translator
  const [whole, setWhole] = useState(false)
  return (
    <>
      <ol className="rows theme-rows" aria-label={title}>
        {(whole ? ideas : ideas.slice(0, FIRST)).map(({ id, text, reason }) => (
          <li key={id} className="theme-row">
            <div className="theme-text">
              <a className="words" href={sectionAddress('ideas', id)}>
                {text}
              </a>
              <FactLine of={[say('theme.reason', { words: reason.join(', ') })]} />
            </div>
          </li>
        ))}
      </ol>
      {whole && count > ideas.length && (
        <p className="quiet">{say('theme.proposal.more', { count: count - ideas.length })}</p>
      )}
      {ideas.length > FIRST && (
        <Button
          appearance="transparent"
          className="more"
          aria-expanded={whole}
          aria-label={actName(translator, whole ? 'theme.less' : 'theme.proposal.all', title)}
          onClick={() => setWhole(!whole)}
        >
          {say(whole ? 'theme.less' : 'theme.proposal.all')}
        </Button>
      )}
    </>
  )
}

/** « Ajouter ce thème », which is its signature, and « Écarter ». */
function Acts({ proposal }: { proposal: ThemeProposalView }) {
  const { translator } = useSession()
  const { say } = translator
  const { axis, send } = useBoard()
  const { request, open, finish } = useDialog<true>()
  const act = useAct()
  const { id, title } = proposal
  const setDiscarded = (discarded: boolean) =>
    send('PUT', pathTo('/themes/proposals', id, 'discarded'), { axis, discarded })
  const discard = () =>
    act.run(() => setDiscarded(true), {
      text: say('theme.proposal.discarded'),
      about: title,
      undo: () => setDiscarded(false),
    })
  return (
    <>
      <div className="acts">
        <Button aria-label={actName(translator, 'theme.proposal.add', title)} onClick={() => open(true)}>
          {say('theme.proposal.add')}
        </Button>
        <ActButton
          act={act}
          appearance="subtle"
          aria-label={actName(translator, 'theme.proposal.discard', title)}
          onPress={() => void discard()}
        >
          {say('theme.proposal.discard')}
        </ActButton>
      </div>
      <ActFailure act={act} />
      {request && (
        <LazyPart fallback={null}>
          <ThemeDialog proposal={proposal} finish={() => finish()} />
        </LazyPart>
      )}
    </>
  )
}

type Props = {
  readonly proposal: ThemeProposalView
  /** What takes the focus once it was added or set aside. */
  readonly heir: RefObject<HTMLElement | null>
}

/** One theme that a model proposes: its words, and the ideas beside by which a person judges it. */
export function ProposalCard({ proposal, heir }: Props) {
  const { say } = useSession().translator
  const { reading } = useBoard()
  const card = useFocusHeir<HTMLElement>(heir)
  const head = useId()
  const { title, words, count } = proposal
  return (
    <section ref={card} className="theme-proposal" tabIndex={-1} aria-labelledby={head}>
      <h3 id={head}>{title}</h3>
      <FactLine
        className="quiet theme-words"
        of={[say('theme.words', { words: words.join(', ') }), say('theme.proposal.seen', { count })]}
      />
      <Seen proposal={proposal} />
      {!reading && <Acts proposal={proposal} />}
    </section>
  )
}
