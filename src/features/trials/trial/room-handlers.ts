export { roomHandlers } from '../../../conversation/protocol/room-handlers.ts'
