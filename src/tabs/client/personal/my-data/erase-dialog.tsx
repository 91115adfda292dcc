import { Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { EraseInput } from '../../../contract/rights.ts'
import type { Call } from '../../data/api/call.ts'
import { sayErased } from '../../data/api/page-owner.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useSession } from '../../parts/page/context.tsx'

type Props = {
  readonly call: Call
  /** Whether others support an idea of theirs, or one shows no name: else there is nothing to choose. */
  readonly choice: boolean
  readonly close: () => void
}

/** What is deleted, what is kept and why; sent once the box is ticked. */
export function EraseDialog({ call, choice, close }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const [ideas, setIdeas] = useState<EraseInput['ideas']>('unname')
  const [sure, setSure] = useState(false)
  const [missing, setMissing] = useState(false)
  const send = async () => {
    setMissing(!sure)
    if (!sure) return
    const body: EraseInput = { ideas, sure: true }
    if (await act.run(() => call('POST', '/me/data/erase', body), say('data.erased'))) sayErased()
  }
  return (
    <Frame
      title={say('data.erase.title')}
      close={close}
      closeWord={say('data.erase.back')}
      submit={{ word: say('data.erase.act'), act, send: () => void send(), final: true }}
    >
      {/* A box that is ticked first would have the phone show the end of what is to be read first. */}
      <p data-begins tabIndex={-1}>
        {say('data.erase.goes')}
      </p>
      <p>{say('data.erase.stays')}</p>
      <p>{say('data.erase.unnamed')}</p>
      <p>{say('data.erase.beyond')}</p>
      {choice && (
        <Field label={say('data.erase.ideas')}>
          <RadioGroup value={ideas} onChange={(_, data) => setIdeas(data.value as EraseInput['ideas'])}>
            <Radio value="unname" label={say('data.erase.unname')} />
            <Radio value="withdraw" label={say('data.erase.withdraw')} />
          </RadioGroup>
        </Field>
      )}
      <Field {...(missing && { validationMessage: say('data.erase.check.missing') })}>
        <Checkbox
          checked={sure}
          label={say('data.erase.check')}
          onChange={(_, data) => {
            setSure(data.checked === true)
            setMissing(false)
          }}
        />
      </Field>
    </Frame>
  )
}
