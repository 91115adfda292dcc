import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { StoryFormView } from '../../../contract/commitment-stories.ts'
import type { CommitmentView } from '../../../contract/commitments.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid, useFirstField } from '../../parts/forms/field-focus.ts'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { channelsText } from '../../parts/words/channel-text.ts'
import { lengthOf } from '../../parts/words/length.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'

type Props = { readonly commitment: CommitmentView; readonly finish: Finish }

/** Who reads it first, what then may happen, and where. */
function readersText(translator: Translator, { pilots, channels }: StoryFormView): string {
  const places = channelsText(channels, translator)
  if (pilots.length === 0) return translator.say('story.read.self', { places })
  return translator.say('story.read', { count: pilots.length, names: pilots.join(', '), places })
}

function Form({ commitment, form, finish }: Props & { readonly form: StoryFormView }) {
  const { translator, acts } = usePersonalTab()
  const { say } = translator
  useFirstField(true)
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const { id, visibility } = commitment
  const draft = useDraft(`story:${id}`, { text: form.text, named: form.named })
  const { text, named } = draft.value
  const send = async () => {
    const length = lengthOf(text)
    setTried(true)
    if (length === 0 || length > LIMIT) return focusFirstInvalid()
    const done = say(form.told ? 'story.changed' : 'story.told')
    if (!(await act.run(() => acts.tellStory(id, { nonce, text, named }), done))) return
    draft.reset()
    finish(`commitment-${id}`)
  }
  return (
    <Frame
      title={say(form.told ? 'story.change' : 'story.title')}
      close={() => finish()}
      draft={draft}
      closeWord={say(form.told ? 'save.not' : 'story.not')}
      describedBy="story-read"
      submit={{ word: say(form.told ? 'save' : 'idea.send'), act, send: () => void send() }}
    >
      <p id="story-read">{readersText(translator, form)}</p>
      <p>{say(visibility === 'me' ? 'story.only.me' : 'story.only')}</p>
      <TextField
        label={say('story.text')}
        value={text}
        onChange={text => draft.change({ text })}
        tried={tried}
      />
      {form.noted && text === form.text && <p>{say('story.noted')}</p>}
      <Field label={say('story.signature')} {...(form.small && { hint: say('story.small') })}>
        <RadioGroup
          value={named ? 'yes' : 'no'}
          onChange={(_, data) => draft.change({ named: data.value === 'yes' })}
        >
          <Radio value="no" label={say('story.unsigned')} />
          <Radio value="yes" label={say('story.signed', { name: form.firstName })} />
        </RadioGroup>
      </Field>
      <p className="quiet">{say('story.rules')}</p>
    </Frame>
  )
}

/** « Raconter ce que cela a donné », of a kept commitment: the words, who will read them, and whether to sign. */
export function StoryDialog({ commitment, finish }: Props) {
  const { translator } = usePersonalTab()
  const path = pathTo('/commitments', commitment.id, 'story')
  const { value: form, failure, again } = useReading<StoryFormView>(path)
  if (form) return <Form commitment={commitment} form={form} finish={finish} />
  return (
    <Frame
      title={translator.say('story.title')}
      close={() => finish()}
      closeWord={translator.say('tab.close')}
    >
      <Pending failure={failure} again={again} />
    </Frame>
  )
}
