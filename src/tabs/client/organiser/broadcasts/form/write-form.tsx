import { type FormEvent, useEffect, useState } from 'react'
import type { BroadcastChoices, BroadcastView } from '../../../../contract/broadcasts.ts'
import type { Call } from '../../../data/api/call.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { TextField } from '../../../parts/forms/text-field.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { lengthOf } from '../../../parts/words/length.ts'
import type { Translator } from '../../../parts/words/translator.ts'
import { replaceAddress } from '../../parts/address.ts'
import { addressOf } from '../broadcast/addresses.ts'
import { AudienceField } from './audience-field.tsx'
import { audienceFault, draftOf, type Fields, LINES_LIMIT, TEXT_LIMIT } from './fields.ts'
import { ThingField } from './subject-field.tsx'
import { unsaved } from './unsaved-form.ts'

/** What may be chosen; without it the rest of the form works all the same. */
function useChoices(call: Call): BroadcastChoices | undefined {
  const [choices, show] = useState<BroadcastChoices>()
  useEffect(() => {
    call<BroadcastChoices>('GET', '/broadcasts/choices').then(show, () => {})
  }, [call])
  return choices
}

function isWrong({ text }: Fields): boolean {
  const count = lengthOf(text)
  return count === 0 || count > TEXT_LIMIT
}

/** What the text's own field does not say. */
function linesFault({ say }: Translator, { text }: Fields): string | undefined {
  const count = text.trim().split('\n').length
  return count > LINES_LIMIT ? say('refusal.lines-many', { count, max: LINES_LIMIT }) : undefined
}

type Props = {
  readonly call: Call
  /** The draft that is changed; absent for a new one. */
  readonly id?: string
  readonly begun: Fields
}

/** Text, audience and thing; saved and rehearsed at the same press. */
export function WriteForm({ call, id, begun }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const choices = useChoices(call)
  const [fields, setFields] = useState(begun)
  const [tried, setTried] = useState(false)
  const [nonce] = useState(mintNonce)
  const lines = linesFault(translator, fields)
  const wrong = isWrong(fields) || lines !== undefined || audienceFault(translator, fields) !== undefined
  const place = id ?? 'new'
  const change = (part: Partial<Fields>) => {
    const next = { ...fields, ...part }
    setFields(next)
    unsaved.keep(place, next)
  }
  async function save(rehearse: boolean): Promise<void> {
    setTried(true)
    if (wrong) return focusFirstInvalid()
    const draft = draftOf(fields)
    let saved = ''
    const done = await act.run(
      async () => {
        const view =
          id === undefined
            ? await call<BroadcastView>('POST', '/broadcasts', { ...draft, nonce })
            : await call<BroadcastView>('PUT', `/broadcasts/${id}`, draft)
        saved = view.id
        if (rehearse) await call('POST', `/broadcasts/${view.id}/rehearsal`, {})
      },
      // The rehearsal is shown on the page that opens next.
      () => (rehearse ? say('cast.rehearsed') : { text: say('cast.saved'), at: addressOf(saved) }),
    )
    // Saved but not rehearsed: its own page opens, where that can be tried again.
    if (saved === '') return
    unsaved.drop(place)
    if (done) replaceAddress(addressOf(saved))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(true)
  }
  const props = { fields, change, choices, tried }
  return (
    <form className="card panel cast-form" onSubmit={submit} noValidate>
      <TextField
        label={say('cast.field.text')}
        hint={say('cast.field.text.hint')}
        value={fields.text}
        onChange={text => change({ text })}
        limit={TEXT_LIMIT}
        rows={6}
        tried={tried}
      />
      {lines && (
        <p className="field-fault" role="alert">
          {lines}
        </p>
      )}
      <AudienceField {...props} />
      <ThingField {...props} />
      <p className="quiet">{say('cast.form.footer')}</p>
      <ActFailure act={act} />
      <div className="acts">
        <ActButton act={act} appearance="primary" type="submit">
          {say('cast.rehearse')}
        </ActButton>
        <ActButton act={act} onPress={() => void save(false)}>
          {say('cast.save')}
        </ActButton>
      </div>
    </form>
  )
}
