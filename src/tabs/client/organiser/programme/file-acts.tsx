import type { MethodFileView } from '../../../contract/programme/method.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { download } from '../parts/file.ts'
import { LinkButton } from '../parts/link-button.tsx'

/** The stored programme as a method file: downloaded, or another taken in. */
export function FileActs({ call }: { call: Call }) {
  const { say } = useSession().translator
  const act = useAct()
  const take = async () => {
    const { name, text } = await call<MethodFileView>('POST', '/programme/export', {})
    download(name, text, 'application/yaml')
    return name
  }
  return (
    <>
      <ActButton
        act={act}
        onPress={() => void act.run(take, name => ({ text: say('method.exported', { name }) }))}
      >
        {say('method.export')}
      </ActButton>
      <LinkButton href={sectionAddress('programme', 'file')}>{say('method.file')}</LinkButton>
      <ActFailure act={act} />
    </>
  )
}
