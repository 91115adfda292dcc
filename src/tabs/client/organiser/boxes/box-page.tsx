import { Button, Field, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { CardPreview } from '../../../contract/bot-card.ts'
import type { BoxChoices, BoxInput, BoxView } from '../../../contract/ideas/boxes.ts'
import { draftActs } from '../../data/actions/drafts.ts'
import type { Call } from '../../data/api/call.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { QuestionCheck } from '../../parts/forms/draft-check.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { useReading } from '../../parts/lists/reading.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { channelsText } from '../../parts/words/channel-text.ts'
import { lengthOf } from '../../parts/words/length.ts'
import { sectionAddress } from '../parts/address.ts'
import { ChannelsField } from '../parts/channels-field.tsx'
import { LivePreview } from '../parts/live-preview.tsx'
import { NoChannel } from '../parts/no-channel.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { UnlinkedDirections } from '../parts/unlinked-directions.tsx'
import { useLiveCheck } from '../parts/use-live-check.ts'
import { BoxKindField } from './box-kind-field.tsx'

/** Characters that a question takes. */
const LONGEST = 120

function Opened({ box, again }: { box: BoxView; again: () => void }) {
  const { translator } = useSession()
  const { say } = translator
  const { places, unbound, shut } = box
  const done = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone.
  useEffect(() => done.current?.focus(), [])
  return (
    <>
      <div ref={done} tabIndex={-1}>
        <Notice tone="good">
          <strong>{say('idea.box.opened')}</strong> {channelsText(places, translator)}
        </Notice>
      </div>
      {unbound.length > 0 && (
        <UnlinkedDirections>
          {say('announce.unbound', { directions: unbound.join(', ') })} {say('announce.unbound.there')}
        </UnlinkedDirections>
      )}
      {shut.length > 0 && (
        <Notice tone="warning">{say('announce.shut', { channels: channelsText(shut, translator) })}</Notice>
      )}
      <div className="acts">
        <Button onClick={again}>{say('idea.box.another')}</Button>
        <a className="queue-link" href={sectionAddress('ideas', 'boxes')}>
          {say('queue.boxes')}
        </a>
      </div>
    </>
  )
}

type BoxDraft = { question: string; kind: string; channels: string[]; directions: string[] }

type FormProps = {
  readonly call: Call
  readonly choices: BoxChoices
  /** Whether to take the focus, because the pressed button was replaced. */
  readonly focused: boolean
  readonly opened: (box: BoxView) => void
}

function Form({ call, choices, focused, opened }: FormProps) {
  const { say } = useSession().translator
  const act = useAct()
  const drafts = draftActs((path, body) => call('POST', path, body))
  const [nonce] = useState(mintNonce)
  const draft = useDraft('box', { question: '', kind: 'ideas', channels: [], directions: [] } as BoxDraft)
  const { question, channels, directions } = draft.value
  const kind = choices.takesQuestions && draft.value.kind === 'question' ? 'question' : 'ideas'
  const [tried, setTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) first.current?.focus()
  }, [focused])
  const count = lengthOf(question)
  const wrong =
    count > LONGEST
      ? say('refusal.too-long', { count, max: LONGEST })
      : tried && count === 0
        ? say('refusal.empty-text')
        : undefined
  const nowhere = channels.length === 0 && directions.length === 0
  const send = async () => {
    setTried(true)
    if (count === 0 || count > LONGEST || nowhere) return focusFirstInvalid()
    const where = { channels: channels.join(), directions: directions.join() }
    const input: BoxInput = { nonce, question, kind, ...where }
    let box: BoxView | undefined
    const open = async () => {
      box = await call<BoxView>('POST', '/idea-boxes', input)
    }
    if (!(await act.run(open, say('idea.box.opened'))) || !box) return
    draft.reset()
    opened(box)
  }
  const asked = { question: question.trim() || say('queue.box.preview.empty'), kind }
  const { checked } = useLiveCheck<CardPreview>(call, '/idea-boxes/preview', asked)
  return (
    <div className="beside">
      <form
        className="card panel queue-box"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <QuestionCheck
          kind="box"
          text={question}
          put={text => draft.change({ question: text })}
          acts={drafts}
          field={left => (
            <Field
              label={say('idea.box.question')}
              hint={say('tab.counter', { count, max: LONGEST })}
              required
              {...(wrong && { validationMessage: wrong })}
            >
              <Input
                ref={first}
                value={question}
                placeholder={say('idea.box.placeholder')}
                onBlur={left}
                onChange={(_, { value }) => draft.change({ question: value })}
              />
            </Field>
          )}
        />
        {choices.takesQuestions && (
          <BoxKindField value={kind} choose={chosen => draft.change({ kind: chosen })} />
        )}
        <ChannelsField
          where={{ channels, directions }}
          choose={draft.change}
          fault={tried && nowhere ? { validationMessage: say('refusal.channel-missing') } : {}}
        />
      </form>
      <div className="card panel beside-card">
        <LivePreview card={checked} />
        <ActFailure act={act} />
        <div className="acts">
          <ActButton act={act} appearance="primary" onPress={() => void send()}>
            {say('idea.box.open')}
          </ActButton>
        </div>
      </div>
    </div>
  )
}

/** « Ouvrir une boîte »: a question put to a channel, whose answers become ideas. */
export function BoxPage({ call }: { call: Call }) {
  const { say } = useSession().translator
  const { value, failure, again: retry } = useReading<BoxChoices>('/idea-boxes/choices')
  const [box, setBox] = useState<BoxView>()
  const [repeated, setRepeated] = useState(false)
  const again = () => {
    setRepeated(true)
    setBox(undefined)
  }
  return (
    <>
      <SectionHead
        title={say('idea.box')}
        trail={[
          { text: say('section.ideas'), href: sectionAddress('ideas') },
          { text: say('queue.boxes'), href: sectionAddress('ideas', 'boxes') },
        ]}
        about={<p>{say('queue.box.about')}</p>}
      />
      {failure?.code === 'no-channel' ? (
        <NoChannel />
      ) : (
        failure && <StaleNotice failure={failure} loadedAt={undefined} retry={retry} />
      )}
      {!value && !failure && <SkeletonRows />}
      {value && !box && <Form call={call} choices={value} focused={repeated} opened={setBox} />}
      {box && <Opened box={box} again={again} />}
    </>
  )
}
