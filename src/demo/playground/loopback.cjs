// The Agents Playground listens on all interfaces and has no flag for it: this preload binds it to loopback.
const { Server } = require('node:net')

const listen = Server.prototype.listen
Server.prototype.listen = function (first, ...rest) {
  if (typeof first === 'number' && typeof rest[0] !== 'string')
    return listen.call(this, first, '127.0.0.1', ...rest)
  if (first && typeof first === 'object' && 'port' in first)
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest)
  return listen.call(this, first, ...rest)
}
