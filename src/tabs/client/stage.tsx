import { createRoot } from 'react-dom/client'
import './parts/page/tokens.css'
import './room/screen/room.css'
import './room/screen/controls.css'
import './room/pairing/pairing.css'
import './room/parts/parts.css'
import './room/scenes/scenes.css'
import './room/scenes/welcome.css'
import './room/scenes/tables.css'
import './room/scenes/ballots.css'
import './room/wall/wall.css'
import { connect } from './host/connection.ts'
import { StagePage } from './room/screen/stage-page.tsx'

const root = document.getElementById('root')
const workshop = new URLSearchParams(location.search).get('workshop') ?? ''
if (root) createRoot(root).render(<StagePage host={connect()} workshop={workshop} />)
