import { Button } from '@fluentui/react-components'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { usePrint } from '../../parts/actions/use-print.ts'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { LinkButton } from '../parts/link-button.tsx'

/** What is done with the whole review: on paper, or as files. */
export function HeadActions() {
  const { say } = useSession().translator
  return (
    <>
      <Button icon={<Print20Regular />} onClick={usePrint()}>
        {say('review.print')}
      </Button>
      <LinkButton href={sectionAddress('figures', 'export')}>{say('exports.open')}</LinkButton>
    </>
  )
}
