import { useFocusFinders } from '@fluentui/react-components'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { useSession } from '../../parts/page/context.tsx'

const WHY = [
  'direction.hidden.exact',
  'direction.hidden.held',
  'direction.hidden.never',
  'direction.hidden.weekly',
  'direction.hidden.small',
  'direction.hidden.totals',
  'direction.hidden.average',
  'direction.hidden.everyone',
] as const

type Props = { readonly shown: boolean; readonly close: () => void }

/** What is counted, what is estimated and why, in plain words. */
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
