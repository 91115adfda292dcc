import { useState } from 'react'
import type { ReviewPreviewView } from '../../../contract/figures/publication.ts'
import type { Call } from '../../data/api/call.ts'
import { styleNonce } from '../../host/style-renderer.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { save } from '../../parts/actions/save-file.ts'
import { useSession } from '../../parts/page/context.tsx'

/** A frame inherits the policy of this page, which lets in no style without its nonce. */
const framed = (html: string) => html.replace('<style>', `<style nonce="${styleNonce}">`)

type Props = {
  readonly call: Call
  /** Axes without words; undefined until they are read. */
  readonly unwritten: number | undefined
  readonly unread: boolean
  /** Some trial is still to be re-read. */
  readonly untold: boolean
  /** Which of the steps it is. */
  readonly place: number
}

/** « 3. Voir, puis télécharger », or 4: the file as it would be, in a frame that runs nothing; and the file. */
export function PublicationPreview({ call, unwritten, unread, untold, place }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const [html, setHtml] = useState<string>()
  const look = async () => setHtml((await call<ReviewPreviewView>('GET', '/review/publication/preview')).html)
  const take = async () => save(await call<File>('POST', '/review/publication', {}))
  return (
    <section className="publication-step" aria-labelledby="publication-see">
      <h2 id="publication-see">{say('publication.see', { place })}</h2>
      <ul className="publication-missing">
        {unwritten !== undefined && <li>{say('publication.missing', { count: unwritten })}</li>}
        {unread && <li>{say('publication.missing.titles')}</li>}
        {untold && <li>{say('publication.missing.lessons')}</li>}
      </ul>
      <div className="acts">
        <ActButton act={act} onPress={() => void act.run(look, say('publication.frame'))}>
          {say(html === undefined ? 'publication.preview' : 'publication.again')}
        </ActButton>
        <ActButton
          act={act}
          appearance="primary"
          onPress={() =>
            void act.run(take, { text: say('publication.taken'), about: say('section.figures') })
          }
        >
          {say('publication.take')}
        </ActButton>
      </div>
      <ActFailure act={act} />
      {html === undefined ? (
        <p className="quiet">{say('publication.preview.none')}</p>
      ) : (
        <iframe
          className="publication-frame"
          title={say('publication.frame')}
          sandbox=""
          srcDoc={framed(html)}
        />
      )}
    </section>
  )
}
