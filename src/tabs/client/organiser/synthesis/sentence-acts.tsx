import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up'
import { lazy } from 'react'
import type { SentenceView } from '../../../contract/ideas/synthesis.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { type SynthesisSection, useSynthesis } from './synthesis-context.ts'

const SentenceDialog = lazy(() => import('./sentence-dialog.tsx'))

const KEEP = { word: 'synthesis.page.keep', done: 'synthesis.page.keep.done', decision: 'kept' } as const
const REMOVE = {
  word: 'synthesis.page.remove',
  done: 'synthesis.page.remove.done',
  decision: 'removed',
} as const
const RESTORE = {
  word: 'synthesis.page.restore',
  done: 'synthesis.page.restore.done',
  decision: 'undecided',
} as const
type Choice = typeof KEEP | typeof REMOVE | typeof RESTORE

const PLACES = {
  up: { word: 'synthesis.page.up', done: 'synthesis.page.up.done', Icon: ArrowUp20Regular },
  down: { word: 'synthesis.page.down', done: 'synthesis.page.down.done', Icon: ArrowDown20Regular },
} as const

type Props = {
  readonly section: SynthesisSection
  readonly sentence: SentenceView
  /** The sentence that it would stand before, one place up or down: null where it would be the last; undefined where it cannot. */
  readonly up: string | undefined
  readonly down: string | null | undefined
  /** An act sets out, after which what was pressed may be gone. */
  readonly begun: () => void
}

/** « Garder », « Reformuler », « Retirer » or « Reprendre », and its place among the others. */
export function SentenceActs({ section, sentence, up, down, begun }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { send } = useSynthesis()
  const act = useAct()
  const { request, open, finish } = useDialog<true>()
  const { id, filled, decision, contested } = sentence
  const put = (what: string, body: object, done: string) => {
    begun()
    void act.run(() => send('PUT', pathTo('/syntheses/sentences', id, what), body), done)
  }
  const choice = ({ word, done, decision: to }: Choice) => (
    <ActButton
      act={act}
      size="small"
      aria-label={actName(translator, word, filled)}
      onPress={() => put('decision', { decision: to }, say(done))}
    >
      {say(word)}
    </ActButton>
  )
  const arrow = (to: keyof typeof PLACES, before: string | null | undefined) => {
    const { word, done, Icon } = PLACES[to]
    return (
      <ActButton
        act={act}
        still={before === undefined}
        size="small"
        appearance="subtle"
        icon={<Icon aria-hidden />}
        aria-label={actName(translator, word, filled)}
        onPress={() => put('place', { before }, say(done))}
      />
    )
  }
  return (
    <>
      <div className="acts synthesis-acts">
        {decision === 'removed' ? (
          choice(RESTORE)
        ) : (
          <>
            {(decision === 'undecided' || contested > 0) && choice(KEEP)}
            <ActButton
              act={act}
              size="small"
              aria-label={actName(translator, 'synthesis.page.reword', filled)}
              onPress={() => open(true)}
            >
              {say('synthesis.page.reword')}
            </ActButton>
            {choice(REMOVE)}
            {arrow('up', up)}
            {arrow('down', down)}
          </>
        )}
      </div>
      <ActFailure act={act} />
      {request && (
        <LazyPart>
          <SentenceDialog section={section} sentence={sentence} finish={() => finish()} />
        </LazyPart>
      )}
    </>
  )
}
