import { Combobox, Field, Option } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { StepColleagueView } from '../../../contract/next-steps.ts'
import type { Page } from '../../../contract/primitives.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useSession } from '../page/context.tsx'
import { failureText } from '../words/failure-text.ts'

export type Colleague = StepColleagueView

/** How long after the last letter a name is looked for (ms), and from how many letters on. */
const PAUSE = 300
const FEWEST = 2

type Found = { readonly items?: readonly Colleague[]; readonly failure?: Failure }

/** People who can be asked, by the letters that their names begin with; nobody before there are two. */
function useFound(step: string, name: string): Found {
  const { read } = useSession()
  const [found, setFound] = useState<Found>({})
  useEffect(() => {
    let late = false
    setFound({})
    if (name.trim().length < FEWEST) return
    const looking = setTimeout(async () => {
      const path = `${pathTo('/steps', step, 'colleagues')}?${new URLSearchParams({ name })}`
      const next = await read<Page<Colleague>>(path)
        .then(({ items }) => ({ items }))
        .catch((thrown: unknown) => ({ failure: failureOf(thrown) }))
      if (!late) setFound(next)
    }, PAUSE)
    return () => {
      late = true
      clearTimeout(looking)
    }
  }, [read, step, name])
  return found
}

type Props = {
  readonly step: string
  /** Those of the Direction are asked, and nobody else. */
  readonly here: boolean
  readonly chosen: Colleague | undefined
  readonly choose: (colleague: Colleague | undefined) => void
  readonly fault: string | undefined
}

/** « À qui »: names that are looked for as they are typed. */
export function ColleagueBox({ step, here, chosen, choose, fault }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const looked = typed.trim().length >= FEWEST && typed !== chosen?.name
  const { items, failure } = useFound(step, looked ? typed : '')
  const none = items?.length === 0 ? say(here ? 'step.nobody.here' : 'step.nobody') : undefined
  const lack = failure ? failureText(failure, translator, {}) : none
  const notice = lack ?? say(looked && !items ? 'loading' : 'step.assign.name')
  return (
    <Field
      label={say('step.assign.to')}
      required
      {...(fault ? { validationMessage: fault } : { hint: <span role="status">{notice}</span> })}
    >
      <Combobox
        freeform
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
        value={typed}
        selectedOptions={chosen ? [chosen.id] : []}
        onChange={event => {
          setTyped(event.target.value)
          // What is pasted opens the list too.
          setOpen(true)
          choose(undefined)
        }}
        onOptionSelect={(_, { optionValue }) => {
          const one = items?.find(({ id }) => id === optionValue)
          if (!one) return
          setTyped(one.name)
          choose(one)
        }}
      >
        {(items ?? (chosen ? [chosen] : [])).map(({ id, name }) => (
          <Option key={id} value={id} text={name}>
            {name}
          </Option>
        ))}
        {!items?.length && !chosen && (
          <Option disabled text="" value="">
            {notice}
          </Option>
        )}
      </Combobox>
    </Field>
  )
}
