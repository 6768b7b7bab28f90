/** `linebreak` and fontkit hold tables of Unicode as Base64, a hundred thousand letters that Node reads at once. */
export const toByteArray = (letters) => new Uint8Array(Buffer.from(letters, 'base64'))
export default { toByteArray }
