import { useFocusFinders } from '@fluentui/react-components'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { useSession } from '../../parts/page/context.tsx'

const WHY = [
  'direction.hidden.few',
  'direction.hidden.rounded',
  'direction.hidden.held',
  'direction.hidden.totals',
  'direction.hidden.small',
  'direction.hidden.daily',
  'direction.hidden.average',
  'direction.hidden.exact',
  'direction.hidden.everyone',
] as const

type Props = { readonly shown: boolean; readonly close: () => void }

/** Why a figure is hidden, in plain words. */
export default function HiddenFiguresDialog({ shown, close }: Props) {
  const { say } = useSession().translator
  // Holds Fluent's focus engine between dialogs: see personal/home/dialogs.tsx.
  useFocusFinders()
  if (!shown) return null
  return (
    <Frame title={say('direction.hidden')} close={close} closeWord={say('tab.close')}>
      <ScrollStop>
        <ul className="why">
          {WHY.map(key => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
      </ScrollStop>
    </Frame>
  )
}
