import '../../parts/panels/details.css'
import { useState } from 'react'
import { ChoiceList } from '../../parts/forms/choice-list.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { placeText } from '../trial/texts.ts'

type Props = {
  readonly chosen: readonly string[]
  readonly choose: (directions: string[]) => void
  readonly legend: string
  /** Open from the start; thirty of them would hide the rest of a longer form. */
  readonly open?: boolean
  readonly fault: string | undefined
}

/** Some of the programme's Directions, in its order; what is chosen is said while they are folded. */
export function DirectionsField({ chosen, choose, legend, open: begins = false, fault }: Props) {
  const { translator, programme } = useSession()
  const [open, setOpen] = useState(begins)
  const names = placeText({ directions: chosen, site: '' }, programme, translator)
  return (
    <fieldset className="trial-choice">
      <legend className="unseen">{legend}</legend>
      <details className="unfold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{legend}</summary>
        {open && (
          <ChoiceList
            label={legend}
            choices={programme.directions}
            chosen={chosen}
            choose={choose}
            invalid={fault !== undefined}
          />
        )}
      </details>
      {names && <p className="quiet">{names}</p>}
      <p className="field-fault" role="alert">
        {fault}
      </p>
    </fieldset>
  )
}
