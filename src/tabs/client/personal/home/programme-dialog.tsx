import { Frame } from '../../parts/dialogs/frame.tsx'
import { Emblem } from '../../parts/panels/axis-emblem.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'
import { useAbout } from './about.ts'

/** « Le programme »: what the first visit said of it, for later. */
export function ProgrammeDialog({ finish }: { readonly finish: Finish }) {
  const { programme } = usePersonalTab()
  return (
    <Frame title={programme.name} close={() => finish()}>
      <p>{useAbout()}</p>
      <ul className="rows programme-axes">
        {programme.axes.map(axis => (
          <li key={axis.id}>
            <Emblem axis={axis} />
            <div>
              <h3>{axis.title}</h3>
              <p className="quiet">{axis.promise}</p>
            </div>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
