import { Button } from '@fluentui/react-components'
import { lazy, type RefObject } from 'react'
import type { CommitmentView } from '../../../contract/commitments.ts'
import { ActFailure, type ActState, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { type MenuAct, MenuActs } from '../../parts/actions/menu-acts.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'

const TimedUndo = lazy(() => import('./undo-button.tsx'))
const StoryButtons = lazy(() => import('./story-buttons.tsx'))

type Props = { readonly commitment: CommitmentView }
/** `row`: takes the focus over when a button disappears. */
type RowProps = Props & { readonly row: RefObject<HTMLElement | null> }

/** « Faire le point », once it ended too. */
function NoteButton({ commitment }: Props) {
  const { translator, open } = usePersonalTab()
  const { state } = commitment
  const word = state === 'let-go' ? 'commit.note.learn' : 'commit.note'
  return (
    <Button
      size="small"
      appearance={state === 'taken' ? 'secondary' : 'subtle'}
      className={state === 'taken' ? '' : 'plain'}
      aria-label={actName(translator, word, commitment.text)}
      onClick={() => open({ kind: 'note', commitment })}
    >
      {translator.say(word)}
    </Button>
  )
}

/** « Le montrer à ma Direction », of one that was kept unseen; who sees it then is said before it is saved. */
function ShareButton({ commitment }: Props) {
  const { translator, me, open } = usePersonalTab()
  if (commitment.state !== 'kept' || commitment.visibility !== 'me' || !me.direction) return null
  return (
    <Button
      size="small"
      aria-label={actName(translator, 'commit.share', commitment.text)}
      onClick={() => open({ kind: 'share', commitment })}
    >
      {translator.say('commit.share')}
    </Button>
  )
}

/** « Annuler », while how it ended can be taken back. */
function UndoEnd({ commitment, row, act }: RowProps & { readonly act: ActState }) {
  const { translator, acts } = usePersonalTab()
  const { id, text, undoUntil: until } = commitment
  if (until === undefined) return null
  const undo = async () => {
    // The row disappears from a list of ended ones.
    const list = row.current?.closest('ul')
    if (!(await act.run(() => acts.undoEnd(id, until), translator.say('undone')))) return
    requestAnimationFrame(() => (row.current ?? list)?.focus())
  }
  return (
    <LazyPart quiet>
      <TimedUndo text={text} until={until} act={act} row={row} over="tab.commitment.stands" undo={undo} />
    </LazyPart>
  )
}

/** What I may do about a commitment of mine, whether it still runs or ended. */
export function CommitmentActs({ commitment, row }: RowProps) {
  const { translator, acts, open } = usePersonalTab()
  const act = useAct()
  const { id, text, state } = commitment
  const end = async (how: 'kept' | 'let-go') => {
    const done = translator.say(how === 'kept' ? 'commit.keep.done' : 'commit.letgo.done')
    if (await act.run(() => acts.end(id, how), done)) row.current?.focus()
  }
  const seldom: readonly MenuAct[] = [
    {
      word: translator.say('commit.change'),
      press: button => open({ kind: 'change', commitment }, button),
    },
    ...(state === 'taken' ? [{ word: translator.say('commit.letgo'), press: () => void end('let-go') }] : []),
  ]
  return (
    <>
      <div className="acts">
        <UndoEnd commitment={commitment} row={row} act={act} />
        {(commitment.story || commitment.tellable) && (
          <LazyPart quiet>
            <StoryButtons commitment={commitment} act={act} row={row} />
          </LazyPart>
        )}
        <ShareButton commitment={commitment} />
        <NoteButton commitment={commitment} />
        {state === 'taken' && (
          <ActButton
            act={act}
            size="small"
            appearance="subtle"
            aria-label={actName(translator, 'commit.keep', text)}
            onPress={() => void end('kept')}
          >
            {translator.say('commit.keep')}
          </ActButton>
        )}
        <MenuActs name={text} acts={seldom} />
      </div>
      <ActFailure act={act} />
    </>
  )
}
