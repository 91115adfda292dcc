import { Button } from '@fluentui/react-components'
import type { NextActName } from '../../../../contract/workshops/checklist.ts'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import { openTab } from '../../../host/navigation.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { harvestFrom } from '../../../parts/workshops/harvest-link.ts'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { remoteAddress } from '../room/address.ts'
import { ideasAddress } from '../workshop/ideas-address.ts'
import { goToPanel } from '../workshop/panel-list.tsx'

const WORDS = {
  announce: 'next.announce',
  check: 'next.check',
  draw: 'next.draw',
  lead: 'next.lead',
  show: 'next.show',
  screen: 'next.screen',
  harvest: 'next.harvest',
  publish: 'next.publish',
  answer: 'next.answer',
} as const satisfies Record<NextActName, string>

type Of = Pick<SheetView, 'id' | 'series'>

/** Where an act is done: another page, or something of this one. */
const PLACES: Readonly<Record<NextActName, (sheet: Of) => string | (() => void)>> = {
  announce: ({ series }) => sectionAddress('workshops', 'series', series),
  check: () => sectionAddress('broadcasts', 'announced'),
  draw: () => () => goToPanel('tables'),
  lead: () => () => goToPanel('leaders'),
  show: () => () => goToPanel('tables'),
  screen: ({ id }) => remoteAddress(id),
  harvest:
    ({ id }) =>
    () =>
      void openTab('personal', harvestFrom(id)),
  publish: ({ id }) => sectionAddress('workshops', id, 'summary'),
  answer: ({ id }) => ideasAddress(id, 'waiting'),
}

/** The one thing to do next: the only filled button of the page. */
export function NextAct({ act, sheet }: { act: NextActName; sheet: Of }) {
  const { say } = useSession().translator
  const place = PLACES[act](sheet)
  if (typeof place === 'string')
    return (
      <LinkButton href={place} filled>
        {say(WORDS[act])}
      </LinkButton>
    )
  return (
    <Button appearance="primary" onClick={place}>
      {say(WORDS[act])}
    </Button>
  )
}
