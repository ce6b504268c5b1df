/** Set at sign-in beside the session: it only makes public pages carry their "Correct" links. */
export const DESK_COOKIE = 'palmares-desk'
