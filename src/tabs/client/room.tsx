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
import { RoomPage } from './room/screen/room-page.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<RoomPage />)
