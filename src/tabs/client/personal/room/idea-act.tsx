import { Button, Field, Select } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import { type FormEvent, useRef, useState } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { lengthOf } from '../../parts/words/length.ts'
import type { OwnIdeas } from './use-ideas.ts'
import { WaitingIdeas } from './waiting-ideas.tsx'

/** Of one's own, the last ones that the page shows. */
const SHOWN = 5

function SentRow({ idea, ideas }: { idea: IdeaView; ideas: OwnIdeas }) {
  const { translator } = useSession()
  const act = useAct()
  const mayUndo = (idea.undoUntil ?? 0) > systemClock.now()
  return (
    <li className="room-line">
      <p>{idea.text}</p>
      {mayUndo && (
        <ActButton
          act={act}
          size="small"
          aria-label={actName(translator, 'undo', idea.text)}
          onPress={() => void act.run(() => ideas.undo(idea.id), translator.say('undone'))}
        >
          {translator.say('undo')}
        </ActButton>
      )}
      <ActFailure act={act} />
    </li>
  )
}

type Props = {
  readonly ideas: OwnIdeas
  /** Where the focus goes once a waiting line has left. */
  readonly leave: () => void
  /** Axis that the scene is about; and those that the workshop is. */
  readonly axis: string | undefined
  readonly axes: readonly string[]
}

/** An idea, typed right there: sent at once, or as soon as the network is back. */
export function IdeaAct({ ideas, leave, axis, axes }: Props) {
  const { translator, programme, announce } = useSession()
  const { say } = translator
  const [text, setText] = useState(ideas.draft)
  const offered = programme.axes.filter(({ id }) => axes.length === 0 || axes.includes(id))
  const [chosen, choose] = useState<string>()
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const taken = chosen ?? axis ?? (offered.length === 1 ? offered[0]?.id : undefined) ?? ''
  const type = (value: string) => {
    setText(value)
    ideas.putDraft(value)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const count = lengthOf(text)
    if (count === 0 || count > LIMIT || taken === '') return focusFirstInvalid()
    ideas.add(text.replace(/\s+/gu, ' ').trim(), taken)
    type('')
    setTried(false)
    announce(say('following.idea.sent'))
    form.current?.querySelector('textarea')?.focus()
  }
  const noAxis = tried && taken === '' && { validationMessage: say('refusal.axis-missing') }
  return (
    <>
      <form ref={form} className="room-form" noValidate onSubmit={send}>
        <TextField label={say('following.idea')} value={text} onChange={type} rows={3} tried={tried} />
        {offered.length !== 1 && (
          <Field label={say('idea.axis')} required {...noAxis}>
            <Select value={taken} onChange={(_, { value }) => choose(value)}>
              <option value="">{say('following.axis.choose')}</option>
              {offered.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button type="submit" appearance="primary" size="large" icon={<Send20Regular aria-hidden />}>
          {say('following.idea.send')}
        </Button>
      </form>
      <WaitingIdeas ideas={ideas} leave={leave} />
      {ideas.sent.length > 0 && (
        <ul aria-label={say('following.idea.mine')}>
          {ideas.sent.slice(0, SHOWN).map(idea => (
            <SentRow key={idea.id} idea={idea} ideas={ideas} />
          ))}
        </ul>
      )}
      <p className="quiet">{say('following.idea.rules')}</p>
    </>
  )
}
