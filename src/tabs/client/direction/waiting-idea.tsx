import { Button } from '@fluentui/react-components'
import { type ReactNode, useRef, useState } from 'react'
import type { IdeaView } from '../../contract/ideas.ts'
import { type Failure, failureOf } from '../api/failure.ts'
import { forgetDraft } from '../dialogs/draft.ts'
import { StateBadge } from '../page/badge.tsx'
import { AxisMark } from '../page/emblem.tsx'
import { FactLine } from '../page/fact-line.tsx'
import { axisOf, useGround } from '../page/ground.tsx'
import { IdeaState } from '../page/idea-text.tsx'
import { Notice } from '../page/notice.tsx'
import { actName } from '../words/act-name.ts'
import { failureText } from '../words/failure-text.ts'
import { AnswerForm } from './answer-form.tsx'
import { useCounter } from './counter.tsx'
import { Decisions, DecisionTaken, useDeciding } from './deciding.tsx'

function useFacts(
  { author, supports, directions, waitingDays = 0 }: IdeaView,
  waits: boolean,
): readonly string[] {
  const { say } = useGround().speech
  return [
    author || say('direction.unnamed'),
    say('idea.supports', { count: supports, directions }),
    ...(waits ? [say('direction.waits', { days: waitingDays })] : []),
  ]
}

type AboutProps = { readonly idea: IdeaView; readonly waits: boolean; readonly children?: ReactNode }

function About({ idea, waits, children }: AboutProps) {
  const { programme } = useGround()
  const axis = axisOf(programme, idea.axis)
  return (
    <>
      <AxisMark axis={axis} />
      <div className="waiting-text">
        {axis && <span className="unseen">{axis.title}. </span>}
        <p className="words">{idea.text}</p>
        <FactLine of={useFacts(idea, waits)} />
        {waits && idea.state === 'studied' && <IdeaState state={idea.state} />}
      </div>
      {children}
    </>
  )
}

/** The answer as sent, in the question's place. */
function Answered({ text }: { text: string }) {
  const { speech } = useGround()
  return (
    <div className="answered">
      <StateBadge tone="brand">{speech.say('direction.answered')}</StateBadge>
      <p>{text}</p>
    </div>
  )
}

/** An answer that could not be sent, or was not, comes back. */
const draftOf = ({ id }: IdeaView) => `answer:${id}`

type Sending = { readonly text: string; readonly sent: boolean; readonly failure?: Failure }
const UNTYPED: Sending = { text: '', sent: false }

/** Shows the answer at once, and takes it back into the form when the server does not have it. */
function useAnswer(idea: IdeaView, begun: () => void) {
  const { speech, announce } = useGround()
  const { acts } = useCounter()
  const [sending, setSending] = useState(UNTYPED)
  const row = useRef<HTMLDivElement>(null)
  const send = async (text: string) => {
    begun()
    setSending({ text, sent: true })
    row.current?.focus()
    try {
      await acts.answer(idea.id, text)
      forgetDraft(draftOf(idea))
      announce(speech.say('direction.answered.said'))
    } catch (thrown) {
      setSending({ text, sent: false, failure: failureOf(thrown) })
    }
  }
  return { ...sending, row, send }
}

function Undone({ failure }: { failure: Failure }) {
  const { speech } = useGround()
  return (
    <Notice tone={failure.kind === 'refusal' ? 'warning' : 'danger'}>
      {speech.say('error.rollback')} {failureText(failure, speech, 'act')}
    </Notice>
  )
}

type Props = {
  readonly idea: IdeaView
  /** Its answer field stands open from the start. */
  readonly first: boolean
  /** Called when an answer sets out: the row then keeps its place, whatever waits meanwhile. */
  readonly begun: () => void
}

/** An idea that waits: who says what, since when, and the answer. */
export function WaitingIdea({ idea, first, begun }: Props) {
  const { speech } = useGround()
  const [asked, setAsked] = useState(false)
  const { text, sent, failure, row, send } = useAnswer(idea, begun)
  const deciding = useDeciding(idea, begun, row)
  const { decided } = deciding
  const open = (first || asked) && !sent && !decided && !deciding.asking
  const label = idea.author
    ? speech.say('direction.answer', { name: idea.author })
    : speech.say('direction.answer.unnamed')
  return (
    <div className="waiting" ref={row} tabIndex={-1}>
      <About idea={idea} waits={!sent && !decided}>
        {!open && !sent && !decided && (
          <Button
            size="small"
            aria-label={actName(speech, 'direction.reply', idea.text)}
            onClick={() => {
              deciding.setAsking(false)
              setAsked(true)
            }}
          >
            {speech.say('direction.reply')}
          </Button>
        )}
      </About>
      {sent && <Answered text={text} />}
      {decided && <DecisionTaken decided={decided} />}
      {failure && <Undone failure={failure} />}
      {open && (
        <AnswerForm
          label={label}
          hint={speech.say('direction.answer.hint')}
          word={speech.say('direction.reply')}
          draft={draftOf(idea)}
          focused={asked || failure !== undefined}
          send={answer => void send(answer)}
        />
      )}
      {idea.mayDecide && !sent && !decided && <Decisions idea={idea} deciding={deciding} />}
    </div>
  )
}
