import type { ActState } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import type { ReadAs, Reading } from './readings.ts'

type Props = { readonly readings: readonly Reading[]; readonly act: ActState; readonly readAs: ReadAs }

/** What unknown Directions of the file are read as, each with the way back. */
export function Readings({ readings, act, readAs }: Props) {
  const { say } = useSession().translator
  if (readings.length === 0) return null
  return (
    <ul className="file-readings">
      {readings.map(({ written, name }, at) => (
        <li key={written}>
          <span id={`reading-${at}`}>{say('staff.file.read.as', { written, direction: name })}</span>
          <ActButton
            act={act}
            size="small"
            aria-describedby={`reading-${at}`}
            onPress={() => void readAs(readings.filter(each => each.written !== written))}
          >
            {say('staff.file.read.not')}
          </ActButton>
        </li>
      ))}
    </ul>
  )
}
