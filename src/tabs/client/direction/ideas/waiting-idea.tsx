import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { AnswerForm } from '../../parts/forms/answer-form.tsx'
import { forgetDraft } from '../../parts/forms/draft.ts'
import { dueTexts } from '../../parts/ideas/due-text.ts'
import { IdeaStateBadge } from '../../parts/ideas/idea-text.tsx'
import { UnpublishedDecision } from '../../parts/ideas/unpublished-decision.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { failureText } from '../../parts/words/failure-text.ts'
import { useDirectionTab } from '../reading/context.tsx'
import { AsideForm, DecidingFailure, DecisionMenu, DecisionTaken, useDeciding } from './decision.tsx'
import { isWaiting } from './waiting.ts'

function useFacts(idea: IdeaView, waits: boolean): readonly string[] {
  const { translator, programme } = useSession()
  const { direction } = useDirectionTab()
  const { say } = translator
  const { author, supports, directions, waitingDays = 0 } = idea
  return [
    author || say('direction.unnamed'),
    say('idea.supports', { count: supports, directions }),
    ...(waits && idea.due ? dueTexts(idea, programme, translator, direction.name) : []),
    ...(waits && !idea.due ? [say('direction.waits', { days: waitingDays })] : []),
  ]
}

function About({ idea, waits }: { idea: IdeaView; waits: boolean }) {
  const { programme } = useSession()
  const axis = axisOf(programme, idea.axis)
  return (
    <>
      <AxisMark axis={axis} />
      <div className="waiting-text">
        {axis && <span className="unseen">{axis.title}. </span>}
        <p className="words">{idea.text}</p>
        <FactLine of={useFacts(idea, waits)} />
        {waits && idea.state === 'studied' && <IdeaStateBadge state={idea.state} />}
      </div>
    </>
  )
}

/** The answer as sent, in the question's place. */
function Answered({ text }: { text: string }) {
  const { translator } = useSession()
  return (
    <div className="answered">
      <StateBadge tone="brand">{translator.say('direction.answered')}</StateBadge>
      <p>{text}</p>
    </div>
  )
}

/** An answer that could not be sent, or was not, comes back. */
const draftOf = ({ id }: IdeaView) => `answer:${id}`

type Sending = { readonly text: string; readonly sent: boolean; readonly failure?: Failure }
const UNTYPED: Sending = { text: '', sent: false }

/** Shows the answer at once, and takes it back into the form when the server does not have it. */
function useAnswer(idea: IdeaView, touch: (idea: IdeaView) => void) {
  const { translator, announce } = useSession()
  const { acts } = useDirectionTab()
  const [sending, setSending] = useState(UNTYPED)
  const row = useRef<HTMLDivElement>(null)
  const send = async (text: string) => {
    setSending({ text, sent: true })
    row.current?.focus()
    try {
      touch(await acts.answer(idea.id, text))
      forgetDraft(draftOf(idea))
      announce(translator.say('direction.answered.said'))
      setSending(UNTYPED)
    } catch (thrown) {
      setSending({ text, sent: false, failure: failureOf(thrown) })
    }
  }
  return { ...sending, row, send }
}

function Undone({ failure }: { failure: Failure }) {
  const { translator } = useSession()
  return (
    <Notice tone={failure.kind === 'refusal' ? 'warning' : 'danger'}>
      {translator.say('error.rollback')} {failureText(failure, translator, 'act')}
    </Notice>
  )
}

type Props = {
  readonly idea: IdeaView
  /** Its answer field is open from the start. */
  readonly first: boolean
  /** Called with the changed idea: its row then keeps its place. */
  readonly touch: (idea: IdeaView) => void
}

/** What was said or decided of it, in the question's place. */
function Settled({ idea, text }: { idea: IdeaView; text: string }) {
  const { state, answer } = idea
  const decided = state === 'retained' || state === 'aside'
  return (
    <>
      {(text || answer) && <Answered text={text || answer?.text || ''} />}
      {!text && decided && <DecisionTaken idea={idea} />}
    </>
  )
}

/** An idea that waits: who says what, since when, and the answer. */
export function WaitingIdea({ idea, first, touch }: Props) {
  const { translator } = useSession()
  const { acts } = useDirectionTab()
  const [asked, setAsked] = useState(false)
  const { text, sent, failure, row, send } = useAnswer(idea, touch)
  const deciding = useDeciding(idea, touch, row)
  const waits = isWaiting(idea) && !sent
  const open = (first || asked) && waits && !deciding.asking
  const label = idea.author
    ? translator.say('direction.answer', { name: idea.author })
    : translator.say('direction.answer.unnamed')
  const reply = () => {
    deciding.setAsking(false)
    setAsked(true)
  }
  const undone = () => row.current?.focus()
  const menu = idea.mayDecide && !idea.untold?.decision && <DecisionMenu idea={idea} deciding={deciding} />
  return (
    <div className="waiting" ref={row} tabIndex={-1}>
      <About idea={idea} waits={waits} />
      <Settled idea={idea} text={sent ? text : ''} />
      {!sent && (
        <UnpublishedDecision
          idea={idea}
          takeBack={async at => touch(await acts.takeBack(idea.id, at))}
          undone={undone}
        />
      )}
      {failure && <Undone failure={failure} />}
      {open && (
        <AnswerForm
          label={label}
          hint={translator.say('direction.answer.hint')}
          word={translator.say('direction.reply')}
          draft={draftOf(idea)}
          focused={asked || failure !== undefined}
          send={answer => void send(answer)}
        >
          {menu}
        </AnswerForm>
      )}
      {waits && deciding.asking && <AsideForm idea={idea} deciding={deciding} />}
      {waits && !open && !deciding.asking && (
        <div className="acts">
          <Button size="small" aria-label={actName(translator, 'direction.reply', idea.text)} onClick={reply}>
            {translator.say('direction.reply')}
          </Button>
        </div>
      )}
      <DecidingFailure deciding={deciding} />
    </div>
  )
}
