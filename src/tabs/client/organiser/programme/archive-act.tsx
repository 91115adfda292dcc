import { useEffect, useRef } from 'react'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { save } from '../../parts/actions/save-file.ts'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { receive } from '../parts/download.ts'
import { LinkButton } from '../parts/link-button.tsx'

/** What remains of the programme: its review, and the archive. Whoever leaves the page stops the download. */
export function ArchiveAct({ call }: { call: Call }) {
  const { say } = useSession().translator
  const act = useAct()
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const take = async () => {
    stop.current = new AbortController()
    const asked = { path: '/closing/archive', body: {}, heard: () => {} }
    save(await receive(call, asked, stop.current))
  }
  return (
    <section className="closeout-part">
      <h3 className="closeout-title">{say('closeout.archive')}</h3>
      <p className="quiet closeout-words">{say('closeout.archive.about')}</p>
      <div className="acts">
        <LinkButton href={sectionAddress('figures')}>{say('closeout.review')}</LinkButton>
        <ActButton
          act={act}
          onPress={() =>
            void act.run(take, { text: say('direction.export.done'), about: say('closeout.archive') })
          }
        >
          {say('closeout.archive.take')}
        </ActButton>
      </div>
      <ActFailure act={act} />
    </section>
  )
}
