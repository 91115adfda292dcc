import { Button } from '@fluentui/react-components'
import { lazy, useId } from 'react'
import type { ThemeProposalView } from '../../../contract/ideas/themes.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { sectionAddress } from '../parts/address.ts'
import { useBoard } from './board-context.ts'

const ThemeDialog = lazy(() => import('./theme-dialog.tsx'))

/** The ideas in which it was seen, each with the words that it holds. */
function Seen({ proposal: { title, count, ideas } }: { proposal: ThemeProposalView }) {
  const { say } = useSession().translator
  return (
    <details className="unfold theme-seen">
      <summary>{say('theme.proposal.seen', { count })}</summary>
      <ol className="rows theme-rows" aria-label={title}>
        {ideas.map(({ id, text, reason }) => (
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
      {count > ideas.length && (
        <p className="quiet">{say('theme.proposal.more', { count: count - ideas.length })}</p>
      )}
    </details>
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

/** One theme that a model proposes: its words, and the ideas beside by which a person judges it. */
export function ProposalCard({ proposal }: { proposal: ThemeProposalView }) {
  const { say } = useSession().translator
  const { reading } = useBoard()
  const head = useId()
  const { title, words } = proposal
  return (
    <section className="theme-proposal" aria-labelledby={head}>
      <h3 id={head}>{title}</h3>
      <p className="quiet theme-words">{say('theme.words', { words: words.join(', ') })}</p>
      <Seen proposal={proposal} />
      {!reading && <Acts proposal={proposal} />}
    </section>
  )
}
