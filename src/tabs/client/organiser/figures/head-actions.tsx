import { Button } from '@fluentui/react-components'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { usePrint } from '../../parts/actions/use-print.ts'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { LinkButton } from '../parts/link-button.tsx'

/** What is done with the whole review: on paper, as files, or told to people outside. */
export function HeadActions() {
  const { translator, acting } = useSession()
  const { say } = translator
  return (
    <>
      <Button icon={<Print20Regular />} onClick={usePrint()}>
        {say('review.print')}
      </Button>
      <LinkButton href={sectionAddress('figures', 'export')}>{say('exports.open')}</LinkButton>
      {acting && (
        <LinkButton filled href={sectionAddress('figures', 'publication')}>
          {say('publication.open')}
        </LinkButton>
      )}
    </>
  )
}
