/** Why a file is not read at all, in a sentence for the person who sent it. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}
