import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import { TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import type { SynthesisSection } from './synthesis-context.ts'

/** Stands for how many ideas there are. */
const SLOT = '{n}'

type Props = {
  readonly section: SynthesisSection
  readonly value: string
  readonly onChange: (text: string) => void
  readonly tried: boolean
  /** Why it was refused. */
  readonly wrong: string | undefined
}

/** A sentence's words, with the button that puts the number of ideas where the cursor stands. */
export function SentenceField({ section: { count }, value, onChange, tried, wrong }: Props) {
  const { say } = useSession().translator
  const place = useRef<HTMLDivElement>(null)
  const insert = () => {
    const field = place.current?.querySelector('textarea')
    const at = field?.selectionStart ?? value.length
    const to = at + SLOT.length
    onChange(value.slice(0, at) + SLOT + value.slice(field?.selectionEnd ?? at))
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(to, to)
    })
  }
  return (
    <div className="synthesis-field" ref={place}>
      <TextField
        label={say('synthesis.page.field.text')}
        hint={say('synthesis.page.field.text.hint')}
        value={value}
        begins
        onChange={onChange}
        tried={tried}
        wrong={wrong}
      />
      <div className="acts">
        <Button type="button" size="small" onClick={insert}>
          {say('synthesis.page.slot')}
        </Button>
      </div>
      <p className="quiet">{say('synthesis.page.slot.rule', { slot: SLOT, count })}</p>
    </div>
  )
}
