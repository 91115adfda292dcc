import { type LinkedThing, thingAddress } from '../../../../kernel/requests/thing-link.ts'
import { useSession } from '../../parts/page/context.tsx'
import type { MoreAct } from './more-acts.tsx'

/** « Copier le lien », in a menu. Where a browser lets nothing be copied, the address stands there to be selected. */
export function useCopyAct(of: LinkedThing, name: string): MoreAct {
  const { translator, announce, confirm } = useSession()
  const press = async () => {
    const link = thingAddress(location.origin, of)
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    )
    const text = copied ? translator.say('link.copied') : link
    confirm({ text, about: name, ...(!copied && { tone: 'neutral' as const }) })
    announce(text)
  }
  return { word: translator.say('link.copy'), press: () => void press() }
}
