const { inflateRawSync } = require('node:zlib')

/**
 * The tables of Unicode in `linebreak` and fontkit are packed; Node unpacks them fifty times as fast as `tiny-inflate` does. Fills `room` and
 * returns it. Not a module, since `unicode-trie` asks for it by require.
 */
module.exports = (packed, room) => {
  room.set(inflateRawSync(packed, { maxOutputLength: room.length }))
  return room
}
